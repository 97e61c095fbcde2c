import { allPass, anyPasses, contrary, passIf, type Verdict } from "../kernel/verdict.ts";
import { compares, type Exact, exactOf, shareIn } from "./exact.ts";
import type { Fraction } from "./parameter.ts";
import type { Test } from "./rating-pack.ts";

export type FactValue = number | boolean | string | Fraction;

/** What is known of a subject, and the addresses of all events that it was read or counted from. */
export interface Fact {
  readonly value: FactValue;
  readonly events: readonly string[];
}

/** The known facts by name. One that is absent is not known: neither 0 nor false. */
export type Facts = ReadonlyMap<string, Fact>;

/** A test with its verdict, and the verdicts of the tests that it is made of. */
export interface TestVerdict {
  readonly test: Test;
  readonly verdict: Verdict;
  readonly parts: readonly TestVerdict[];
  /** The facts whose supply would decide this test itself; empty where it is made of others. */
  readonly missing: readonly string[];
}

/** The test in three-valued logic: known facts decide it whatever the others turn out to be. */
export const judgeTest = (test: Test, facts: Facts): TestVerdict => {
  if ("all" in test) return combined(test, test.all, allPass, facts);
  if ("any" in test) return combined(test, test.any, anyPasses, facts);
  if ("not" in test) return combined(test, [test.not], contraryOfOne, facts);
  return { test, verdict: judgePlain(test, facts), parts: [], missing: missingIn(test, facts) };
};

const combined = (
  test: Test,
  tests: readonly Test[],
  combine: (verdicts: readonly Verdict[]) => Verdict,
  facts: Facts,
): TestVerdict => {
  const parts = tests.map((each) => judgeTest(each, facts));
  return { test, verdict: combine(parts.map(({ verdict }) => verdict)), parts, missing: [] };
};

const contraryOfOne = (verdicts: readonly Verdict[]): Verdict => contrary(anyPasses(verdicts));

type PlainTest = Exclude<Test, { all: unknown } | { any: unknown } | { not: unknown }>;

const judgePlain = (test: PlainTest, facts: Facts): Verdict => {
  if ("is" in test) {
    const value = facts.get(test.fact)?.value;
    return typeof value === "boolean" ? passIf(value === test.is) : "unknown";
  }
  const limit = exactOf("share" in test ? test.share : test.value);
  const found = "share" in test ? shareOf(test, facts) : amountOf(test.fact, facts);
  if (limit === undefined || found === undefined) return "unknown";
  return passIf(compares(found, test.op, limit));
};

const amountOf = (name: string, facts: Facts): Exact | undefined => {
  const fact = facts.get(name);
  return fact && exactOf(fact.value);
};

const shareOf = (
  { part, whole }: Extract<PlainTest, { part: unknown }>,
  facts: Facts,
): Exact | undefined => {
  const [of, all] = [amountOf(part, facts), amountOf(whole, facts)];
  return of && all && shareIn(of, all);
};

/** The absent facts; none where a known one, such as a whole of 0, leaves the test unknown. */
const missingIn = (test: PlainTest, facts: Facts): readonly string[] => {
  const canBeShare =
    !("share" in test) ||
    (mayBeRead(test.part, facts) && mayBeRead(test.whole, facts, ({ num }) => num > 0n));
  return canBeShare ? namesIn(test).filter((name) => !facts.has(name)) : [];
};

const mayBeRead = (
  name: string,
  facts: Facts,
  fits: (amount: Exact) => boolean = () => true,
): boolean => {
  const amount = amountOf(name, facts);
  return amount === undefined ? !facts.has(name) : fits(amount);
};

/** The names of the facts that a test reads, each once, in their order. */
export const namesIn = (test: Test): readonly string[] => {
  const all = (tests: readonly Test[]) => [...new Set(tests.flatMap(namesIn))];
  if ("all" in test) return all(test.all);
  if ("any" in test) return all(test.any);
  if ("not" in test) return namesIn(test.not);
  return "share" in test ? [...new Set([test.part, test.whole])] : [test.fact];
};
