import {
  type FactValue,
  judgeTest,
  levelsOf,
  type RatingPack,
  type Test,
} from "@tongket/core/rulebook";
import { LawBroken } from "../laws/law-broken.ts";
import { factLines, subjectText, valueText, verdictLines } from "./case-text.ts";
import { factShapes, type PlainTest, valuesOf } from "./fact-values.ts";
import { ownJudges, type RatingJudges } from "./judges.ts";
import type { RatingCase } from "./rating-case.ts";

export const partitionLaw =
  "levels partition the rated: whoever's facts are all known has a definite highest level";

/** With all facts known no level is unknown, and one at least is open: there is no gap. */
export const levelsPartition = (
  { subject, facts }: RatingCase,
  pack: RatingPack,
  { assess }: RatingJudges = ownJudges,
): void => {
  const assessment = assess(subject, facts, pack);
  const { levels, highestOpen } = assessment;
  if (levels.every(({ conditions }) => conditions.length === 0)) return;
  const unknown = levels.find(({ verdict }) => verdict === "unknown")?.level;
  if (unknown === undefined && highestOpen.passing !== undefined) return;
  throw new LawBroken(partitionLaw, {
    subject: subjectText(subject),
    facts: factLines(facts),
    found: unknown === undefined ? "no level is open" : `${unknown} is unknown`,
    verdict: verdictLines(assessment),
  });
};

export const bandsLaw =
  "bands of levels do not overlap: two on one fact lie one within the other, or apart";

/** Looks at each fact that levels have bounds on, at all values around these bounds. */
export const bandsDoNotOverlap = (
  { subject }: Pick<RatingCase, "subject">,
  pack: RatingPack,
): void => {
  for (const shape of factShapes(pack)) {
    const values = valuesOf(shape, () => 100);
    const bands = levelsOf(subject.of, pack)
      .map((level) => ({ level, bounds: boundsOf(level, shape.name, subject, pack) }))
      .filter(({ bounds }) => bounds.length > 0)
      .map(({ level, bounds }) => ({ level, bounds, within: within(values, bounds) }));
    const overlaps = bands.flatMap((one, index) =>
      bands.slice(index + 1).flatMap((other) => overlapOf(one.within, other.within, [one, other])),
    );
    const [found] = overlaps;
    if (found === undefined) continue;
    const [both, onlyOne, onlyOther] = found.values.map(valueText);
    const [one, other] = found.bands.map(({ level }) => level);
    throw new LawBroken(bandsLaw, {
      subject: subjectText(subject),
      facts: `\n  ${shape.name} = ${both}`,
      verdict: `\n  ${one}: pass\n  ${other}: pass`,
      though: `${onlyOne} is ${one} alone, and ${onlyOther} is ${other} alone`,
    });
  }
};

interface Band {
  readonly level: string;
  readonly bounds: readonly PlainTest[];
}

/** The bounds on a fact that a level asks for whatever else is so. */
const boundsOf = (
  level: string,
  fact: string,
  { of, subjectKind }: RatingCase["subject"],
  { parameters }: RatingPack,
): readonly PlainTest[] =>
  (parameters.conditions ?? [])
    .filter((each) => each.of === of && (each.kinds?.includes(subjectKind) ?? true))
    .filter(({ levels }) => levels.some((each) => each === level))
    .flatMap(({ test }) => alwaysAsked(test))
    .filter((test) => "value" in test && test.fact === fact);

const alwaysAsked = (test: Test): readonly PlainTest[] => {
  if ("all" in test) return test.all.flatMap(alwaysAsked);
  return "any" in test || "not" in test ? [] : [test];
};

const within = (values: readonly FactValue[], bounds: readonly PlainTest[]) =>
  new Set(
    values.filter((value) =>
      bounds.every((test) => {
        const name = "fact" in test ? test.fact : "";
        return judgeTest(test, new Map([[name, { value, events: [] }]])).verdict === "pass";
      }),
    ),
  );

const overlapOf = (
  one: ReadonlySet<FactValue>,
  other: ReadonlySet<FactValue>,
  bands: readonly Band[],
) => {
  const values = [one.intersection(other), one.difference(other), other.difference(one)].flatMap(
    (set) => [...set].slice(0, 1),
  );
  return values.length === 3 ? [{ values, bands }] : [];
};
