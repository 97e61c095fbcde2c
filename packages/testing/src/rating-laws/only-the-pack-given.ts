import { isDeepStrictEqual } from "node:util";
import type { Assessment, RatingPack, Test } from "@tongket/core/rulebook";
import { LawBroken } from "../laws/law-broken.ts";
import { factLines, subjectText, verdictLines } from "./case-text.ts";
import { ownJudges, type RatingJudges } from "./judges.ts";
import type { RatingCase } from "./rating-case.ts";

export const packLaw = "a pack changes no verdict of another year: only the pack given is read";

/** Assesses in turns under the pack and under next year's, which asks the contrary of all. */
export const onlyThePackGiven = (
  { subject, facts }: RatingCase,
  pack: RatingPack,
  { assess }: RatingJudges = ownJudges,
): void => {
  const contrary = contraryOf(pack);
  const before = assess(subject, facts, pack);
  const other = assess(subject, facts, contrary);
  const after = assess(subject, facts, pack);
  if (isDeepStrictEqual(before, after) && isContrary(before, other)) return;
  throw new LawBroken(packLaw, {
    subject: subjectText(subject),
    facts: factLines(facts),
    "verdict before": verdictLines(before),
    "verdict after": verdictLines(after),
    "under the contrary pack": verdictLines(other),
  });
};

export const contraryOf = (pack: RatingPack): RatingPack => ({
  ...pack,
  pack: `${pack.pack}-contrary` as RatingPack["pack"],
  parameters: {
    ...pack.parameters,
    conditions: (pack.parameters.conditions ?? []).map((condition) => ({
      ...condition,
      test: { not: condition.test } satisfies Test,
    })),
  },
});

const contraries = { pass: "fail", fail: "pass", unknown: "unknown" } as const;

const isContrary = (one: Assessment, other: Assessment): boolean => {
  const verdicts = ({ levels }: Assessment) =>
    levels.flatMap(({ conditions }) => conditions.map(({ verdict }) => verdict));
  return isDeepStrictEqual(
    verdicts(one).map((verdict) => contraries[verdict]),
    verdicts(other),
  );
};
