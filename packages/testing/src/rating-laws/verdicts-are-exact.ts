import type { Facts, FactValue, Op, RatingPack, Test } from "@tongket/core/rulebook";
import { LawBroken } from "../laws/law-broken.ts";
import { factLines, subjectText, verdictLines } from "./case-text.ts";
import { ownJudges, type RatingJudges } from "./judges.ts";
import type { RatingCase } from "./rating-case.ts";

export const exactLaw =
  "with all facts known a condition passes just when its test holds, compared exactly";

/** Compares every condition with plain two-valued logic, written apart from core's. */
export const verdictsAreExact = (
  { subject, facts }: RatingCase,
  pack: RatingPack,
  { assess }: RatingJudges = ownJudges,
): void => {
  const assessment = assess(subject, facts, pack);
  for (const { condition, verdict } of assessment.levels.flatMap((level) => level.conditions)) {
    const expected = holds(condition.test, facts) ? "pass" : "fail";
    if (verdict === expected) continue;
    throw new LawBroken(exactLaw, {
      subject: subjectText(subject),
      facts: factLines(facts),
      condition: `${condition.term}: ${verdict}`,
      expected,
      verdict: verdictLines(assessment),
    });
  }
};

const holds = (test: Test, facts: Facts): boolean => {
  if ("all" in test) return test.all.every((each) => holds(each, facts));
  if ("any" in test) return test.any.some((each) => holds(each, facts));
  if ("not" in test) return !holds(test.not, facts);
  if ("is" in test) return facts.get(test.fact)?.value === test.is;
  const parts = (name: string) => partsOf(facts.get(name)?.value);
  if ("value" in test) {
    const [fact, bound] = [parts(test.fact), partsOf(test.value)];
    return ordered(fact.num * bound.den, test.op, bound.num * fact.den);
  }
  const [part, whole, share] = [parts(test.part), parts(test.whole), partsOf(test.share)];
  return ordered(part.num * whole.den * share.den, test.op, share.num * whole.num * part.den);
};

const partsOf = (value: FactValue | undefined) => {
  const { num, den } = typeof value === "object" ? value : { num: Number(value ?? 0), den: 1 };
  return { num: BigInt(num), den: BigInt(den) };
};

const ordered = (left: bigint, op: Op, right: bigint): boolean =>
  ({ ">": left > right, "<": left < right, "=": left === right })[op.charAt(0)] === true ||
  (op.endsWith("=") && left === right);
