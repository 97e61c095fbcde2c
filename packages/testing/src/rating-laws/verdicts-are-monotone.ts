import type { Assessment, RatingPack } from "@tongket/core/rulebook";
import { LawBroken } from "../laws/law-broken.ts";
import { factLines, subjectText, verdictLines } from "./case-text.ts";
import { ownJudges, type RatingJudges } from "./judges.ts";
import { onlyFacts, type RatingCase } from "./rating-case.ts";

export const monotoneLaw =
  "what is decided stays decided when one more fact is known, and only a missing one decides";

/** Makes the withheld facts known one by one, and compares every verdict before and after. */
export const verdictsAreMonotone = (
  { subject, facts, withheld }: RatingCase,
  pack: RatingPack,
  { assess }: RatingJudges = ownJudges,
): void => {
  const names = [...facts.keys()].filter((name) => !withheld.includes(name));
  let before = assess(subject, onlyFacts(facts, names), pack);
  for (const name of withheld) {
    names.push(name);
    const known = onlyFacts(facts, names);
    const after = assess(subject, known, pack);
    const found = firstChange(before, after, name);
    if (found !== undefined) {
      throw new LawBroken(monotoneLaw, {
        subject: subjectText(subject),
        facts: factLines(known),
        "known last": name,
        changed: found,
        "verdict before": verdictLines(before),
        "verdict after": verdictLines(after),
      });
    }
    before = after;
  }
};

const firstChange = (before: Assessment, after: Assessment, name: string): string | undefined => {
  const [earlier, later] = [rowsOf(before), rowsOf(after)];
  const changed = earlier.find(({ verdict, missing }, index) => {
    const now = later[index]?.verdict;
    return verdict === "unknown" ? now !== verdict && !missing.includes(name) : now !== verdict;
  });
  return changed?.of;
};

/** Everything that has a verdict, in the order of the assessment. */
const rowsOf = ({ standing, levels }: Assessment) => [
  { of: "standing", verdict: standing.verdict, missing: standing.missing },
  ...levels.flatMap(({ level, verdict, conditions }) => [
    { of: level, verdict, missing: conditions.flatMap(({ missing }) => missing) },
    ...conditions.map((each) => ({
      of: `${level}, ${each.condition.term}`,
      verdict: each.verdict,
      missing: each.missing,
    })),
  ]),
];
