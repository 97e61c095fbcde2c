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

/** An office; by the one that leads a cell its vacancies and its leaders' training are counted. */
const Office = Schema.Struct({
  ...entryFields,
  singleHolder: Schema.Boolean,
  leadsCells: Schema.optionalKey(Schema.Literal(true)),
});

/** What reports speak of in every organisation, each of which has words of its own for it. */
export const CommonWord = Schema.Literals([
  "members",
  "membership",
  "official",
  "probationary",
  "admitted",
  "transfer",
  "committee",
  "committees",
  "associations",
  "bases",
  "cells",
  "leader",
  "leaders",
]);
export type CommonWord = typeof CommonWord.Type;

/** How an organisation is built: kinds of branch, bodies and offices, and its other words. */
export const StructurePack = Schema.Struct({
  ...packFields,
  matter: Schema.Literal("structure"),
  parameters: Schema.Struct({
    branchKinds: parameter(Schema.Array(BranchKind)),
    bodyKinds: vocabulary,
    offices: parameter(Schema.Array(Office)),
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
    /** What is left out is said in neutral words. */
    commonWords: Schema.optionalKey(
      parameter(Schema.Array(Schema.Struct({ ...entryFields, term: CommonWord }))),
    ),
  }),
});
export type StructurePack = typeof StructurePack.Type;

/** The vocabularies of a structure pack that facts take their words from. */
export type VocabularyName = Exclude<
  keyof StructurePack["parameters"],
  "probationMonths" | "commonWords"
>;

export const kindOf = (
  { parameters }: StructurePack,
  kind: string | undefined,
): BranchKind | undefined => parameters.branchKinds.value.find((one) => one.term === kind);

/** The nearest base organisation of a line of branches that is given nearest first. */
export const baseIn = <One extends { readonly kind: string }>(
  line: readonly One[],
  pack: StructurePack,
): One | undefined => line.find(({ kind }) => kindOf(pack, kind)?.base === true);
