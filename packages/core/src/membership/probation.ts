import type { DomainEvent } from "../kernel/event.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { restingOn } from "../rulebook/parameter.ts";
import type { StructurePack } from "../rulebook/structure-pack.ts";
import { noStructureOn } from "../rulebook/vocabulary.ts";
import type { MembershipEvent } from "./events.ts";
import { type PersonState, probationEnd } from "./state.ts";

export const probationRefusals = [
  "ProbationNotOver",
  "ProbationOver",
  "ProbationStartUnknown",
] as const;

const refuse = refusing<(typeof probationRefusals)[number]>();

/** Recognition takes effect on the day probation ends, and was decided on that day or later. */
export const isDue = (
  state: PersonState,
  { effectiveOn, data }: Extract<MembershipEvent, { type: "MemberRecognised" }>,
  pack: StructurePack | undefined,
): readonly Refusal[] => {
  const { person } = state;
  if (pack === undefined) return [noStructureOn(effectiveOn)];
  const due = probationEnd(state, pack.parameters.probationMonths.value);
  if (due === undefined) return [];
  const { decidedOn } = data;
  return effectiveOn < due || decidedOn < due
    ? [byPack(pack, refuse("ProbationNotOver", { person, due, effectiveOn, decidedOn }))]
    : [];
};

export const isRunning = (
  state: PersonState,
  { effectiveOn }: DomainEvent,
  pack: StructurePack | undefined,
): readonly Refusal[] => {
  const { person } = state;
  if (pack === undefined) return [noStructureOn(effectiveOn)];
  const due = probationEnd(state, pack.parameters.probationMonths.value);
  if (due === undefined) return [refuse("ProbationStartUnknown", { person })];
  return effectiveOn > due
    ? [byPack(pack, refuse("ProbationOver", { person, due, effectiveOn }))]
    : [];
};

const byPack = ({ pack, parameters }: StructurePack, refusal: Refusal): Refusal =>
  restingOn({ pack, name: "probationMonths" }, parameters.probationMonths, refusal);
