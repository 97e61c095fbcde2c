import { yearOf } from "../kernel/date.ts";
import type { Claim, DomainEvent } from "../kernel/event.ts";
import type { Id } from "../kernel/ids.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { type RuleContext, structureOn } from "../rulebook/rulebook.ts";
import { objectionsToTerm } from "../rulebook/vocabulary.ts";
import type { InspectionEvent } from "./events.ts";
import type { FindingState, InspectionState, ProgrammeState } from "./state.ts";

export const inspectionRefusals = [
  "ProgrammeExists",
  "ItemRepeated",
  "ItemUnknown",
  "ItemDiffers",
  "InspectionExists",
  "InspectionUnknown",
  "InspectsItself",
  "YearDiffers",
  "InspectedBranchDiffers",
  "FindingExists",
  "FindingUnknown",
  "RemediedAlready",
  "BranchUnknown",
  "NoStructurePackInForce",
  "NotInVocabulary",
] as const;
export type InspectionRefusal = (typeof inspectionRefusals)[number];

export const refuse = refusing<InspectionRefusal>();

type Of<Type extends InspectionEvent["type"]> = Extract<InspectionEvent, { type: Type }>;

/**
 * What speaks against an event in the timeline of a committee's programme of one year. An
 * inspection carries out an item of the programme as it stood that day, draft or adopted.
 */
export const objectionsToProgramme = (
  state: ProgrammeState,
  event: DomainEvent,
  _claims: readonly Claim[],
  context: RuleContext,
): readonly Refusal[] => {
  const own = event as Of<"ProgrammeAdopted" | "BranchInspected">;
  switch (own.type) {
    case "ProgrammeAdopted":
      return mayBeAdopted(state, own, context);
    case "BranchInspected":
      return own.data.item === undefined ? [] : carriesOut(state, own.data.item, own.data);
  }
};

const mayBeAdopted = (
  { life }: ProgrammeState,
  { data, effectiveOn }: Of<"ProgrammeAdopted">,
  context: RuleContext,
): readonly Refusal[] => {
  const { committee, year, items } = data;
  if (life === "adopted") return [refuse("ProgrammeExists", { committee, year })];
  const seen = new Set<Id>();
  for (const { item, mode } of items) {
    if (seen.has(item)) return [refuse("ItemRepeated", { committee, year, item })];
    seen.add(item);
    const unknown = mode === undefined ? undefined : mustBeMode(mode, effectiveOn, context);
    if (unknown !== undefined) return unknown;
  }
  return [];
};

/** The item must be there, and agree in all it names; the kind `other` names none. */
const carriesOut = (
  { items }: ProgrammeState,
  item: Id,
  { by, year, branch, kind, mode }: Of<"BranchInspected">["data"],
): readonly Refusal[] => {
  const planned = items.get(item);
  if (planned === undefined) return [refuse("ItemUnknown", { committee: by, year, item })];
  const pairs = [
    { stated: branch, is: planned.branch },
    { stated: kind, is: planned.kind === "other" ? undefined : planned.kind },
    { stated: mode, is: planned.mode },
  ];
  return pairs.flatMap(({ stated, is }) =>
    is === undefined || is === stated ? [] : [refuse("ItemDiffers", { item, stated, is })],
  );
};

/** What speaks against an event in the timeline of one inspection. */
export const objectionsToInspection = (
  { inspection, branch }: InspectionState,
  event: DomainEvent,
  _claims: readonly Claim[],
  context: RuleContext,
): readonly Refusal[] => {
  const own = event as Of<"BranchInspected" | "FindingRecorded">;
  switch (own.type) {
    case "BranchInspected":
      return branch === undefined
        ? mayBeInspected(own, context)
        : [refuse("InspectionExists", { inspection })];
    case "FindingRecorded":
      if (branch === undefined) return [refuse("InspectionUnknown", { inspection })];
      return own.data.branch === branch
        ? []
        : [refuse("InspectedBranchDiffers", { inspection, stated: own.data.branch, is: branch })];
  }
};

const mayBeInspected = (
  { data, effectiveOn }: Of<"BranchInspected">,
  context: RuleContext,
): readonly Refusal[] => {
  const { branch, by, mode, year } = data;
  if (branch === by) return [refuse("InspectsItself", { branch })];
  if (year !== yearOf(effectiveOn)) return [refuse("YearDiffers", { year, effectiveOn })];
  return mustBeMode(mode, effectiveOn, context) ?? [];
};

/** What speaks against an event in the timeline of one finding. */
export const objectionsToFinding = (
  { finding, branch, remedied }: FindingState,
  event: DomainEvent,
): readonly Refusal[] => {
  const own = event as Of<"FindingRecorded" | "FindingRemedied">;
  switch (own.type) {
    case "FindingRecorded":
      return branch === undefined ? [] : [refuse("FindingExists", { finding })];
    case "FindingRemedied":
      if (branch === undefined) return [refuse("FindingUnknown", { finding })];
      if (remedied) return [refuse("RemediedAlready", { finding })];
      return own.data.branch === branch
        ? []
        : [refuse("InspectedBranchDiffers", { finding, stated: own.data.branch, is: branch })];
  }
};

const mustBeMode = (
  term: string,
  effectiveOn: DomainEvent["effectiveOn"],
  { rulebook }: RuleContext,
): readonly Refusal[] | undefined => {
  const asked = { vocabulary: "inspectionModes", term, on: effectiveOn } as const;
  const unknown = objectionsToTerm(structureOn(rulebook, effectiveOn), asked);
  return unknown.length > 0 ? unknown : undefined;
};
