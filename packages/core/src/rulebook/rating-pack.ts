import * as Schema from "effect/Schema";
import { Term } from "../kernel/ids.ts";
import {
  entryFields,
  Fraction,
  Op,
  packFields,
  parameter,
  sourced,
  vocabulary,
} from "./parameter.ts";

/** Who is rated: branches and members have levels of their own. */
export const RatedKind = Schema.Literals(["branch", "member"]);
export type RatedKind = typeof RatedKind.Type;

const Amount = Schema.Union([Schema.Int, Fraction]);
export type Amount = typeof Amount.Type;

/**
 * What must be so of the facts. A fact is a criterion of the pack or one that core counts itself;
 * one that is not known leaves the test unknown unless the others decide it.
 */
export type Test =
  | { readonly fact: Term; readonly is: boolean }
  | { readonly fact: Term; readonly op: Op; readonly value: Amount }
  | { readonly part: Term; readonly whole: Term; readonly op: Op; readonly share: Fraction }
  | { readonly all: readonly Test[] }
  | { readonly any: readonly Test[] }
  | { readonly not: Test };

const Tests = Schema.Array(Schema.suspend((): Schema.Codec<Test, unknown> => Test)).check(
  Schema.isMinLength(1),
);
export const Test: Schema.Codec<Test, unknown> = Schema.Union([
  Schema.Struct({ fact: Term, is: Schema.Boolean }),
  Schema.Struct({ fact: Term, op: Op, value: Amount }),
  Schema.Struct({ part: Term, whole: Term, op: Op, share: Fraction }),
  Schema.Struct({ all: Tests }),
  Schema.Struct({ any: Tests }),
  Schema.Struct({ not: Schema.suspend((): Schema.Codec<Test, unknown> => Test) }),
]) as unknown as Schema.Codec<Test, unknown>;

/** A fact that ratings rest on and that a clerk records: what it says, and of whom. */
export const Criterion = Schema.Struct({
  ...entryFields,
  of: RatedKind,
  /** `points` may be a fraction; the others are whole, yes or no, or words that no test reads. */
  type: Schema.Literals(["count", "points", "yes-no", "text"]),
});
export type Criterion = typeof Criterion.Type;

/** What a subject must meet for each of the levels. A level is open when all it asks is met. */
export const LevelCondition = Schema.Struct({
  ...entryFields,
  of: RatedKind,
  levels: Schema.Array(Term).check(Schema.isMinLength(1)),
  /** Only of branches of these kinds. */
  kinds: Schema.optionalKey(Schema.Array(Term)),
  test: Test,
  ...sourced,
});
export type LevelCondition = typeof LevelCondition.Type;

/** How many of the rated may be at a level or have a distinction, judged when ratings close. */
export const Cap = Schema.Struct({
  ...entryFields,
  of: RatedKind,
  part: Schema.Union([Schema.Struct({ level: Term }), Schema.Struct({ distinction: Term })]),
  /**
   * What the share is taken of: all rated; those at the level marked good, alone or with all
   * better ones; those at the best level.
   */
  base: Schema.Literals(["rated", "good-only", "good-or-better", "top-level"]),
  /** Null: the instrument's share was not found, so the verdict is unknown. */
  value: Schema.NullOr(Fraction),
  rounding: Schema.Literals(["floor", "half-up", "ceiling"]),
  /** The source above is that of the share; the base and the rounding may have others. */
  ...sourced,
  baseStated: Schema.optionalKey(Schema.Struct(sourced)),
  roundingStated: Schema.optionalKey(Schema.Struct(sourced)),
  /** The share for organisations that did exceptionally, which a decision declares. */
  exceptional: Schema.optionalKey(parameter(Fraction)),
});
export type Cap = typeof Cap.Type;

/** The levels of an annual rating, best first, and the distinctions within them. */
export const RatingPack = Schema.Struct({
  ...packFields,
  matter: Schema.Literal("rating"),
  parameters: Schema.Struct({
    branchLevels: vocabulary,
    memberLevels: vocabulary,
    /** Each marks some of the branches of one level. */
    branchDistinctions: parameter(Schema.Array(Schema.Struct({ ...entryFields, level: Term }))),
    /** The lowest level that counts as good or better. */
    memberGoodLevel: parameter(Term),
    branchGoodLevel: Schema.optionalKey(parameter(Term)),
    criteria: Schema.optionalKey(parameter(Schema.Array(Criterion))),
    /** Each has a source of its own. */
    conditions: Schema.optionalKey(Schema.Array(LevelCondition)),
    caps: Schema.optionalKey(Schema.Array(Cap).check(Schema.isMaxLength(50))),
    /** Members who are not rated. */
    notRated: Schema.optionalKey(
      parameter(
        Schema.Array(Schema.Literals(["exempt", "suspended"])).check(Schema.isMinLength(1)),
      ),
    ),
    /** For which spans of time subjects are rated, such as a year or a quarter. */
    cadences: Schema.optionalKey(vocabulary),
  }),
});
export type RatingPack = typeof RatingPack.Type;
