import type { Assessment, ConditionVerdict, Facts, RatingPack } from "@tongket/core/rulebook";
import { LawBroken } from "../laws/law-broken.ts";
import { factLines, subjectText, verdictLines } from "./case-text.ts";
import { ownJudges, type RatingJudges } from "./judges.ts";
import { onlyFacts, type RatingCase } from "./rating-case.ts";

export const citedLaw =
  "cited facts alone give the verdict again; one is supporting only beside an event that decides";

/** Judges each decided condition again by what it cites; and by each cited event alone. */
export const citedFactsSuffice = (
  { subject, facts, withheld }: RatingCase,
  pack: RatingPack,
  { assess }: RatingJudges = ownJudges,
): void => {
  const known = onlyFacts(
    facts,
    [...facts.keys()].filter((name) => !withheld.includes(name)),
  );
  const assessment = assess(subject, known, pack);
  const again = (some: Facts): Assessment => assess(subject, some, pack);
  for (const condition of decided(assessment)) {
    const names = condition.facts.map(({ name }) => name);
    const cited = onlyFacts(known, names);
    const gives = verdictIn(again(cited), condition);
    const unsupported = condition.facts.find(
      ({ name, role }) => role === "supporting" && !hasDecider(condition, name, cited, again),
    );
    if (gives === condition.verdict && unsupported === undefined) continue;
    throw new LawBroken(citedLaw, {
      subject: subjectText(subject),
      facts: factLines(known),
      condition: `${condition.condition.term}: ${condition.verdict}`,
      cited: condition.facts.map(({ name, role }) => `${name} (${role})`).join(", "),
      "by the cited alone": gives,
      ...(unsupported === undefined ? {} : { "supporting what": unsupported.name }),
      verdict: verdictLines(assessment),
    });
  }
};

const conditionsOf = ({ levels }: Assessment): readonly ConditionVerdict[] =>
  levels.flatMap(({ conditions }) => conditions);

const decided = (assessment: Assessment): readonly ConditionVerdict[] =>
  conditionsOf(assessment).filter(({ verdict }) => verdict !== "unknown");

const verdictIn = (assessment: Assessment, { condition }: ConditionVerdict) =>
  conditionsOf(assessment).find((each) => each.condition === condition)?.verdict ?? "unknown";

/** Whether another cited event decides the condition by the facts that rest on it alone. */
const hasDecider = (
  condition: ConditionVerdict,
  supporting: string,
  cited: Facts,
  again: (some: Facts) => Assessment,
): boolean => {
  const own = cited.get(supporting)?.events ?? [];
  const others = [...cited.values()].flatMap(({ events }) => events);
  return others.some((event) => {
    const alone = [...cited].filter(([, { events }]) => events.every((each) => each === event));
    return (
      !own.includes(event) && verdictIn(again(new Map(alone)), condition) === condition.verdict
    );
  });
};
