import type { ExplainedPart } from "@tongket/core/projections";
import { demandEqual } from "../laws/law-broken.ts";

type Subject = ExplainedPart["subjects"][number];

/** The subjects of a distinct count are those that its accounts hold, or mark on a list. */
export const subjectsAddUp = (part: ExplainedPart, parts: readonly ExplainedPart[]): void => {
  if (part.marks !== undefined) return marksAddUp(part, parts);
  if (part.accounts.length === 0) return;
  const sums = new Map<string, number>();
  for (const { subject = "", amount } of part.accounts) {
    sums.set(subject, (sums.get(subject) ?? 0) + amount);
  }
  const expected = part.accounts
    .filter(({ subject = "", amount }) => amount > 0 && (sums.get(subject) ?? 0) > 0)
    .map(({ subject = "", branch }) => ({ subject, at: branch }));
  demandEqual("the subjects are those that stand on accounts", { found: part.subjects, expected });
};

/** Of the list that the denominator holds, exactly those are counted that the accounts mark. */
const marksAddUp = (part: ExplainedPart, parts: readonly ExplainedPart[]): void => {
  const list = parts.find((one) => one.part === "denominator")?.subjects ?? [];
  const isMarkedOn = (measure: string, { subject, by }: Subject): boolean => {
    let sum = 0;
    for (const account of part.accounts) {
      const isHere = by === undefined || account.branch === by;
      if (isHere && account.measure === measure && account.subject === subject)
        sum += account.amount;
    }
    return sum > 0;
  };
  const expected = list.filter((one) => {
    const measures = part.marks?.measures ?? [];
    const marked = measures.filter((measure) => isMarkedOn(measure, one));
    return part.marks?.need === "all" ? marked.length === measures.length : marked.length > 0;
  });
  demandEqual("the subjects are those that are marked", { found: part.subjects, expected });
};
