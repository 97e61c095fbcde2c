import * as Schema from "effect/Schema";
import { CalendarDate } from "../kernel/date.ts";
import { Id, Term } from "../kernel/ids.ts";
import { Label } from "../kernel/text.ts";

/** How far a parameter was verified; nothing below `secondary` may be presented as law. */
export const Verification = Schema.Literals([
  "primary-read",
  "secondary",
  "third-party",
  "derived",
  "unverified",
  "policy-choice",
]);
export type Verification = typeof Verification.Type;

/** Where a value stands: the instrument, and the place in it. */
export const Source = Schema.Struct({
  instrument: Label,
  issuedOn: Schema.optionalKey(CalendarDate),
  locator: Schema.optionalKey(Label),
});
export type Source = typeof Source.Type;

/** A legal number or list with its source. */
const parameter = <S extends Schema.Top>(value: S) =>
  Schema.Struct({ value, source: Source, verification: Verification });

/** A word of a vocabulary with its name in each language. */
const Language = Schema.String.check(
  Schema.isPattern(/^[a-z]{2,3}$/, { expected: "a language as two or three letters" }),
);
const entryFields = { term: Term, labels: Schema.Record(Language, Label) };
export const VocabularyEntry = Schema.Struct(entryFields);
export type VocabularyEntry = typeof VocabularyEntry.Type;
const vocabulary = parameter(Schema.Array(VocabularyEntry));

/** A kind of branch: where it may stand, whether it counts as a base organisation or a cell. */
export const BranchKind = Schema.Struct({
  ...entryFields,
  /** The kinds directly above it. */
  under: Schema.Array(Term),
  /** It may stand at the top of a ledger's tree. */
  root: Schema.Boolean,
  base: Schema.Boolean,
  cell: Schema.Boolean,
  holdsMembers: Schema.Boolean,
});
export type BranchKind = typeof BranchKind.Type;

const packFields = {
  pack: Id,
  /** The body of rules it belongs to: one organisation's, such as `vn-party`. */
  regime: Term,
  title: Label,
  inForceFrom: CalendarDate,
  /** The last day; absent while it is still in force. */
  inForceTo: Schema.optionalKey(CalendarDate),
};

/** How an organisation is built: kinds of branch, bodies and offices, and its other words. */
export const StructurePack = Schema.Struct({
  ...packFields,
  matter: Schema.Literal("structure"),
  parameters: Schema.Struct({
    branchKinds: parameter(Schema.Array(BranchKind)),
    bodyKinds: vocabulary,
    offices: parameter(
      Schema.Array(Schema.Struct({ ...entryFields, singleHolder: Schema.Boolean })),
    ),
    courses: vocabulary,
    audiences: vocabulary,
    meetingKinds: vocabulary,
    inspectionModes: vocabulary,
    leavingReasons: vocabulary,
    branchDisciplineForms: vocabulary,
    memberDisciplineForms: parameter(
      Schema.Array(
        Schema.Struct({
          ...entryFields,
          against: Schema.Array(Schema.Literals(["probationary", "official"])),
        }),
      ),
    ),
    awardForms: vocabulary,
    awardCategories: vocabulary,
    /** Months from admission to recognition as an official member. */
    probationMonths: parameter(Schema.Int),
  }),
});
export type StructurePack = typeof StructurePack.Type;

/** The levels of an annual rating, best first, and the distinctions within them. */
export const RatingPack = Schema.Struct({
  ...packFields,
  matter: Schema.Literal("rating"),
  parameters: Schema.Struct({
    branchLevels: vocabulary,
    memberLevels: vocabulary,
    /** Each marks some of the branches of one level. */
    branchDistinctions: parameter(Schema.Array(Schema.Struct({ ...entryFields, level: Term }))),
    /** The lowest member level that counts as good or better. */
    memberGoodLevel: parameter(Term),
  }),
});
export type RatingPack = typeof RatingPack.Type;

/** One instrument's rules for a span of time; immutable, named in each event it judged. */
export const RulePack = Schema.Union([StructurePack, RatingPack]);
export type RulePack = typeof RulePack.Type;
