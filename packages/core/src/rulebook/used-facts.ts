import type { Verdict } from "../kernel/verdict.ts";
import { type Fact, type Facts, judgeTest, namesIn, type TestVerdict } from "./judge-test.ts";
import type { Test } from "./rating-pack.ts";

/** A known fact that a verdict rests on. */
export interface UsedFact extends Fact {
  readonly name: string;
  /**
   * `supporting`: another cited event alone decides the test, and this fact says the same.
   * `deciding`: part of what decides it. `undecided`: read, but the test is not decided.
   */
  readonly role: "deciding" | "supporting" | "undecided";
}

/**
 * The facts that a verdict rests on: they alone give it again, whatever the others are. What no
 * event had to show, such as a count of 0, is cited alone where it decides alone.
 */
export const usedFacts = (judged: TestVerdict, facts: Facts): readonly UsedFact[] => {
  const { test, verdict } = judged;
  if (verdict === "unknown") {
    return known(namesIn(test), facts).map((fact) => ({ ...fact, role: "undecided" }));
  }
  const grounds = known([...new Set(groundsOf(judged))], facts);
  const decides = (some: readonly NamedFact[]) => decide(test, verdict, some);
  const withoutEvents = grounds.filter(({ events }) => events.length === 0);
  if (decides(withoutEvents)) return withoutEvents.map((fact) => ({ ...fact, role: "deciding" }));
  const lone = grounds
    .flatMap(({ events }) => events)
    .find((event) => decides(grounds.filter(({ events }) => events.every((e) => e === event))));
  return grounds.map((fact) => ({ ...fact, role: roleOf(fact, lone) }));
};

interface NamedFact extends Fact {
  readonly name: string;
}

const known = (names: readonly string[], facts: Facts): readonly NamedFact[] =>
  names.flatMap((name) => {
    const fact = facts.get(name);
    return fact === undefined ? [] : [{ name, value: fact.value, events: fact.events }];
  });

/** The names in the plain tests that make the verdict: in a disjunction, those that hold. */
const groundsOf = ({ test, verdict, parts }: TestVerdict): readonly string[] => {
  if (parts.length === 0) return namesIn(test);
  const making = "not" in test ? parts : parts.filter((part) => part.verdict === verdict);
  return making.flatMap(groundsOf);
};

const decide = (test: Test, verdict: Verdict, some: readonly NamedFact[]): boolean =>
  judgeTest(test, new Map(some.map((fact) => [fact.name, fact]))).verdict === verdict;

const roleOf = ({ events }: Fact, lone: string | undefined): "deciding" | "supporting" =>
  lone === undefined || events.length === 0 || events.includes(lone) ? "deciding" : "supporting";
