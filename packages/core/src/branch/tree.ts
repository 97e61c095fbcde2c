import { type CalendarDate, lastDay } from "../kernel/date.ts";
import type { AboveClaim, BaseOrganisationClaim, Claim, DomainEvent } from "../kernel/event.ts";
import type { BranchId, Term } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { type Rulebook, type RuleContext, structureOn } from "../rulebook/rulebook.ts";
import { baseIn } from "../rulebook/structure-pack.ts";
import { noStructureOn } from "../rulebook/vocabulary.ts";
import type { BranchEvent } from "./events.ts";
import { refuse } from "./rules.ts";
import type { Standing } from "./state.ts";

/** The tree as a whole: every branch that is there, with its kind and the branch above. */
export interface TreeState {
  places: Map<BranchId, Standing[]>;
  /** The day on which a branch was dissolved. */
  ended: Map<BranchId, CalendarDate>;
}

export const initialTree = (): TreeState => ({ places: new Map(), ended: new Map() });

export const evolveTree = (state: TreeState, event: DomainEvent): void => {
  const { type, data, effectiveOn: from } = event as BranchEvent;
  const place = (branch: BranchId, kind: Term, parent: BranchId | undefined): void => {
    state.places.set(branch, [...(state.places.get(branch) ?? []), { from, kind, parent }]);
  };
  switch (type) {
    case "BranchEstablished":
    case "BranchCarriedIn":
      return place(data.branch, data.kind, data.parent);
    case "BranchKindChanged":
      return place(data.branch, data.to, data.parent);
    case "BranchMoved":
      return place(data.branch, data.kind, data.to);
    case "BranchDissolved":
      state.ended.set(data.branch, from);
      return;
  }
};

/** The branches that stood directly below one at the end of a day. */
export const belowOn = (
  { places, ended }: TreeState,
  branch: BranchId,
  day: CalendarDate,
): readonly BranchId[] =>
  [...places].flatMap(([child, standings]) => {
    const standing = standings.findLast(({ from }) => from <= day);
    const isGone = (ended.get(child) ?? lastDay) <= day;
    return standing?.parent === branch && !isGone ? [child] : [];
  });

/** The branch and those above it at the end of a day, nearest first; a ring is cut. */
export const lineOn = (
  { places }: TreeState,
  branch: BranchId,
  day: CalendarDate,
): readonly { readonly branch: BranchId; readonly kind: Term }[] => {
  const line: { branch: BranchId; kind: Term }[] = [];
  let next: BranchId | undefined = branch;
  while (next !== undefined && !line.some((one) => one.branch === next)) {
    const standing: Standing | undefined = places.get(next)?.findLast(({ from }) => from <= day);
    if (standing === undefined) break;
    line.push({ branch: next, kind: standing.kind });
    next = standing.parent;
  }
  return line;
};

/** What speaks against an event in the tree as a whole. */
export const objectionsToTree = (
  state: TreeState,
  event: DomainEvent,
  claims: readonly Claim[],
  { rulebook }: RuleContext,
): readonly Refusal[] => {
  const own = event as BranchEvent;
  if (own.type === "BranchMoved") {
    const { branch, to } = own.data;
    const above = lineOn(state, to, own.effectiveOn);
    return above.some((one) => one.branch === branch)
      ? [refuse("WouldCloseRing", { branch, to })]
      : [];
  }
  if (own.type === "SuperiorNamed") return mustBeAtTheTop(state, own);
  return claims.flatMap((claim) => {
    switch (claim.of) {
      case "tree":
        return mustBeBase(state, claim, rulebook);
      case "line":
        return mustStandAbove(state, claim);
      default:
        return [];
    }
  });
};

const mustBeAtTheTop = (
  state: TreeState,
  { data: { branch }, effectiveOn }: Extract<BranchEvent, { type: "SuperiorNamed" }>,
): readonly Refusal[] => {
  const [, above] = lineOn(state, branch, effectiveOn);
  return above === undefined ? [] : [refuse("HasBranchAbove", { branch, parent: above.branch })];
};

const mustBeBase = (
  state: TreeState,
  { branch, baseOrganisation, on }: BaseOrganisationClaim,
  rulebook: Rulebook,
): readonly Refusal[] => {
  const pack = structureOn(rulebook, on);
  if (pack === undefined) return [noStructureOn(on)];
  const is = baseIn(lineOn(state, branch, on), pack)?.branch ?? null;
  return is === baseOrganisation
    ? []
    : [refuse("BaseOrganisationDiffers", { branch, stated: baseOrganisation, is })];
};

const mustStandAbove = (
  state: TreeState,
  { branch, by, on, itself }: AboveClaim,
): readonly Refusal[] => {
  const lines = on.map((day) => lineOn(state, branch, day));
  const stands =
    by === branch
      ? itself === "always" || lines.some((line) => line.length === 1)
      : lines.some((line) => line.some((one) => one.branch === by));
  return stands ? [] : [refuse("StandsNotAbove", { branch, by })];
};
