import type { Id, Term } from "../kernel/ids.ts";
import { allPass, type Verdict } from "../kernel/verdict.ts";
import { type Facts, judgeTest, type TestVerdict } from "./judge-test.ts";
import { levelsOf } from "./levels.ts";
import { missingFor } from "./missing-facts.ts";
import { isVerified } from "./parameter.ts";
import type { LevelCondition, RatedKind, RatingPack, Test } from "./rating-pack.ts";
import { type UsedFact, usedFacts } from "./used-facts.ts";

/** Whose rating of which year is judged. */
export interface AssessedSubject {
  readonly subject: Id;
  readonly subjectKind: Term;
  readonly of: RatedKind;
  readonly year: number;
}

/** A test as judged: why its verdict is what it is, and what could still change an unknown one. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly tree: TestVerdict;
  readonly facts: readonly UsedFact[];
  readonly missing: readonly string[];
}

/** A condition of the pack, with its source and verification, as judged. */
export interface ConditionVerdict extends Judgement {
  readonly condition: LevelCondition;
}

/** A level: `pass` when all its conditions pass, `fail` when one fails. */
export interface LevelVerdict {
  readonly level: Term;
  readonly verdict: Verdict;
  readonly conditions: readonly ConditionVerdict[];
  /** Failed conditions that may be presented as law. */
  readonly blocking: readonly ConditionVerdict[];
  /** Failed conditions of a weaker source: they warn. */
  readonly advice: readonly ConditionVerdict[];
}

export interface Assessment {
  readonly subject: AssessedSubject;
  readonly pack: Id;
  /** Whether the subject is rated at all: it fails for one who is `exempt` or `suspended`. */
  readonly standing: Judgement;
  /** Best first. */
  readonly levels: readonly LevelVerdict[];
  /** The best level that passes, and the best that is not failed; none for one who is not rated. */
  readonly highestOpen: { readonly passing?: Term; readonly notFailed?: Term };
  /** The facts whose supply could still decide a level that has not failed. */
  readonly missing: readonly string[];
}

/**
 * What a rating pack says of a subject, by the known facts and nothing else. A level of which the
 * pack asks nothing is open to all; where it asks nothing of any level, all are unknown.
 */
export const assess = (subject: AssessedSubject, facts: Facts, pack: RatingPack): Assessment => {
  const conditions = (pack.parameters.conditions ?? [])
    .filter((condition) => concerns(condition, subject))
    .map((condition) => ({ condition, ...judge(condition.test, facts) }));
  const levels = levelsOf(subject.of, pack).map((level) => levelOf(level, conditions));
  const standing = judge(isRated, facts);
  return {
    subject,
    pack: pack.pack,
    standing,
    levels,
    highestOpen: standing.verdict === "fail" ? {} : highestOpenOf(levels),
    missing: unique(levels.filter(isOpen).flatMap((level) => level.conditions.flatMap(missingOf))),
  };
};

/** Facts of these names say that a subject is not rated this year. */
const isRated = {
  not: {
    any: [
      { fact: "exempt" as Term, is: true },
      { fact: "suspended" as Term, is: true },
    ],
  },
} satisfies Test;

const judge = (test: Test, facts: Facts): Judgement => {
  const tree = judgeTest(test, facts);
  return {
    verdict: tree.verdict,
    tree,
    facts: usedFacts(tree, facts),
    missing: missingFor(tree),
  };
};

const concerns = ({ of, kinds }: LevelCondition, subject: AssessedSubject): boolean =>
  of === subject.of && (kinds?.includes(subject.subjectKind) ?? true);

const levelOf = (level: Term, all: readonly ConditionVerdict[]): LevelVerdict => {
  const conditions = all.filter(({ condition }) => condition.levels.includes(level));
  const failed = conditions.filter(({ verdict }) => verdict === "fail");
  return {
    level,
    verdict: all.length === 0 ? "unknown" : allPass(conditions.map(({ verdict }) => verdict)),
    conditions,
    blocking: failed.filter(({ condition }) => isVerified(condition)),
    advice: failed.filter(({ condition }) => !isVerified(condition)),
  };
};

const isOpen = ({ verdict }: LevelVerdict): boolean => verdict !== "fail";

const highestOpenOf = (levels: readonly LevelVerdict[]): Assessment["highestOpen"] => {
  const passing = levels.find(({ verdict }) => verdict === "pass")?.level;
  const notFailed = levels.find(isOpen)?.level;
  return {
    ...(passing === undefined ? {} : { passing }),
    ...(notFailed === undefined ? {} : { notFailed }),
  };
};

const missingOf = ({ missing }: Judgement): readonly string[] => missing;

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
