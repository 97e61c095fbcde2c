import type { Term } from "../kernel/ids.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { assess, type ConditionVerdict } from "../rulebook/assess.ts";
import type { Fact, FactValue } from "../rulebook/judge-test.ts";
import { statedBy } from "../rulebook/parameter.ts";
import { isMember } from "./events.ts";
import type { JudgedSubject } from "./facts.ts";

export const conditionRefusals = ["ConditionNotMet", "NotToBeRated"] as const;

const refuse = refusing<(typeof conditionRefusals)[number]>();

type AtLevel = JudgedSubject & { readonly level: Term };

/** What speaks against a level by the conditions of its pack; the weaker sources only warn. */
export const objectionsToLevel = (
  judged: AtLevel,
  facts: ReadonlyMap<string, Fact>,
): readonly Refusal[] => {
  const { subject, subjectKind, year, level, pack } = judged;
  const of = isMember(judged) ? "member" : "branch";
  const { standing, levels } = assess({ subject, subjectKind, of, year }, facts, pack);
  const { notRated } = pack.parameters;
  if (standing.verdict === "fail" && notRated !== undefined) {
    const because = standing.facts.map(({ name }) => name);
    const refusal = refuse("NotToBeRated", { subject, year, because });
    return [statedBy({ pack: pack.pack, name: "notRated" }, notRated, refusal)];
  }
  const conditions = levels.filter((one) => one.level === level).flatMap((one) => one.conditions);
  return conditions.flatMap((one) => (one.verdict === "fail" ? [notMet(judged, one)] : []));
};

const notMet = (
  { subject, year, level, pack }: AtLevel,
  { condition, facts }: ConditionVerdict,
): Refusal => {
  const found = facts.map(({ name, value }) => `${name} = ${valueText(value)}`);
  const told = { subject, year, level, condition: condition.term, found };
  const refusal = refuse("ConditionNotMet", told);
  return statedBy({ pack: pack.pack, name: condition.term }, condition, refusal);
};

const valueText = (value: FactValue): string =>
  typeof value === "object" ? `${value.num}/${value.den}` : String(value);
