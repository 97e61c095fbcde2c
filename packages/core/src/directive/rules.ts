import type { Claim, DomainEvent } from "../kernel/event.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { type RuleContext, structureOn } from "../rulebook/rulebook.ts";
import { objectionsToTerm } from "../rulebook/vocabulary.ts";
import type { DirectiveEvent } from "./events.ts";
import { type DirectiveState, studyKey } from "./state.ts";

export const directiveRefusals = [
  "DirectiveExists",
  "DirectiveUnknown",
  "DirectiveIsClosed",
  "AlreadyStudied",
  "MoreReachedThanEligible",
  "NoStructurePackInForce",
  "NotInVocabulary",
] as const;
export type DirectiveRefusal = (typeof directiveRefusals)[number];

const refuse = refusing<DirectiveRefusal>();

/** What speaks against an event in the timeline of one directive. */
export const objectionsToDirective = (
  state: DirectiveState,
  event: DomainEvent,
  _claims: readonly Claim[],
  context: RuleContext,
): readonly Refusal[] => {
  const own = event as DirectiveEvent;
  switch (own.type) {
    case "DirectiveIssued":
    case "DirectiveCarriedIn":
      return state.life === "unknown"
        ? []
        : [refuse("DirectiveExists", { directive: state.directive })];
    case "DirectiveStudied":
      return mustBeOpen(state) ?? mayBeStudied(state, own, context);
    case "DirectiveClosed":
      return mustBeOpen(state) ?? [];
  }
};

const mustBeOpen = ({ directive, life }: DirectiveState): readonly Refusal[] | undefined =>
  life === "issued"
    ? undefined
    : [refuse(life === "unknown" ? "DirectiveUnknown" : "DirectiveIsClosed", { directive })];

const mayBeStudied = (
  { directive, studies }: DirectiveState,
  { data, effectiveOn }: Extract<DirectiveEvent, { type: "DirectiveStudied" }>,
  { rulebook }: RuleContext,
): readonly Refusal[] => {
  const { branch, audience, year, reached, eligible } = data;
  const asked = { vocabulary: "audiences", term: audience, on: effectiveOn } as const;
  const unknown = objectionsToTerm(structureOn(rulebook, effectiveOn), asked);
  if (unknown.length > 0) return unknown;
  if (reached > eligible) return [refuse("MoreReachedThanEligible", { reached, eligible })];
  return studies.get(branch)?.has(studyKey(data)) === true
    ? [refuse("AlreadyStudied", { directive, branch, audience, year })]
    : [];
};
