import * as Schema from "effect/Schema";
import { Term } from "../kernel/ids.ts";
import { Count } from "../kernel/text.ts";
import { entryFields, packFields, parameter, vocabulary } from "./parameter.ts";

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
    probationMonths: parameter(Count),
  }),
});
export type StructurePack = typeof StructurePack.Type;

export const kindOf = ({ parameters }: StructurePack, kind: Term): BranchKind | undefined =>
  parameters.branchKinds.value.find((one) => one.term === kind);
