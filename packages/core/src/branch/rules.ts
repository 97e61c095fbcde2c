import { type CalendarDate, yearOf } from "../kernel/date.ts";
import type { BranchClaim, Claim, DomainEvent } from "../kernel/event.ts";
import type { BranchId, Term } from "../kernel/ids.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { type RuleContext, structureOn } from "../rulebook/rulebook.ts";
import { kindOf, type StructurePack, type VocabularyName } from "../rulebook/structure-pack.ts";
import { noStructureOn, objectionsToTerm } from "../rulebook/vocabulary.ts";
import { voteRefusals } from "../rulebook/vote-objections.ts";
import { type BranchEvent, seatKey } from "./events.ts";
import { type BranchState, currentStanding, type Standing, standingOn } from "./state.ts";
import { objectionsToVotesOnBranch } from "./votes.ts";

export const branchRefusals = [
  "BranchExists",
  "BranchUnknown",
  "BranchIsDissolved",
  "BranchDiffers",
  "BranchHasThatName",
  "BranchHasThatKind",
  "BranchStandsThere",
  "MayNotStandUnder",
  "MayNotHoldMembers",
  "HasMembers",
  "AwaitsMembers",
  "HasBranchesBelow",
  "HasBranchAbove",
  "HasOfficers",
  "BodyExists",
  "BodyUnknown",
  "OfficeTaken",
  "HoldsOfficeAlready",
  "HoldsNoSuchOffice",
  "WouldCloseRing",
  "BaseOrganisationDiffers",
  "StandsNotAbove",
  "NotInVocabulary",
  "NoStructurePackInForce",
  ...voteRefusals,
] as const;
export type BranchRefusal = (typeof branchRefusals)[number];

export const refuse = refusing<BranchRefusal>();

/** The day of an event, and the structure pack in force on it, if there is one. */
interface StructureThen {
  readonly pack: StructurePack | undefined;
  readonly on: CalendarDate;
}

/** What speaks against an event in the timeline of one branch. */
export const objectionsToBranch = (
  state: BranchState,
  event: DomainEvent,
  claims: readonly Claim[],
  { rulebook }: RuleContext,
): readonly Refusal[] => {
  const pack = structureOn(rulebook, event.effectiveOn);
  const own = event as BranchEvent;
  if (own.type === "BranchEstablished" || own.type === "BranchCarriedIn") {
    if (own.data.branch === state.branch) return mayBegin(state, own, pack);
  }
  const unlike = claims.flatMap((claim) =>
    claim.of === "branch" && claim.branch === state.branch
      ? objectionsToClaim(state, claim, { pack, on: event.effectiveOn })
      : [],
  );
  if (unlike.length > 0) return unlike;
  const objections = objectionsToOwn(state, own, { pack, on: own.effectiveOn });
  return objections.length > 0 ? objections : objectionsToVotesOnBranch(state, own, rulebook);
};

const mayBegin = (
  state: BranchState,
  { data, effectiveOn }: Extract<BranchEvent, { type: "BranchEstablished" | "BranchCarriedIn" }>,
  pack: StructurePack | undefined,
): readonly Refusal[] => {
  const { branch, kind, parent } = data;
  if (state.life !== "unknown") return [refuse("BranchExists", { branch })];
  if (parent === branch) return [refuse("WouldCloseRing", { branch, to: branch })];
  const known = pack === undefined ? undefined : kindOf(pack, kind);
  if (known === undefined) {
    return objectionsToTerm(pack, { vocabulary: "branchKinds", term: kind, on: effectiveOn });
  }
  return parent === undefined && !known.root
    ? [refuse("MayNotStandUnder", { branch, kind, parent: null })]
    : [];
};

const objectionsToClaim = (
  state: BranchState,
  claim: BranchClaim,
  { pack, on }: StructureThen,
): readonly Refusal[] => {
  const { branch } = state;
  if (state.life === "unknown") return [refuse("BranchUnknown", { branch })];
  if (state.life === "dissolved" && claim.historic !== true) {
    return [refuse("BranchIsDissolved", { branch })];
  }
  // A branch that ended within a year still has facts of that year, but none of a later one.
  const { dissolvedOn } = state;
  if (
    dissolvedOn !== undefined &&
    claim.on !== undefined &&
    yearOf(claim.on) > yearOf(dissolvedOn)
  ) {
    return [refuse("BranchIsDissolved", { branch })];
  }
  const standing = claim.on === undefined ? currentStanding(state) : standingOn(state, claim.on);
  if (standing === undefined) return [refuse("BranchUnknown", { branch, on: claim.on })];
  if (claim.kind !== undefined && claim.kind !== standing.kind) {
    return [refuse("BranchDiffers", { branch, stated: claim.kind, is: standing.kind })];
  }
  if (claim.parent !== undefined && claim.parent !== (standing.parent ?? null)) {
    return [refuse("BranchDiffers", { branch, stated: claim.parent, is: standing.parent ?? null })];
  }
  if ((claim.members ?? -1) >= 0) {
    if (pack === undefined) return [noStructureOn(on)];
    if (kindOf(pack, standing.kind)?.holdsMembers !== true) {
      return [refuse("MayNotHoldMembers", { branch, kind: standing.kind })];
    }
  }
  return [];
};

const objectionsToOwn = (
  state: BranchState,
  event: BranchEvent,
  then: StructureThen,
): readonly Refusal[] => {
  const { branch } = state;
  switch (event.type) {
    case "BranchEstablished":
    case "BranchCarriedIn":
      return mayStandUnder(then, event.data, state);
    case "BranchRenamed":
      return (
        mustLive(state) ??
        (event.data.name === state.name ? [refuse("BranchHasThatName", { branch })] : [])
      );
    case "BranchKindChanged":
      return event.data.branch === branch
        ? mayChangeKind(state, event.data, then)
        : mayStandUnder(then, { branch: event.data.branch, kind: event.data.to }, state);
    case "BranchMoved":
      return mayMove(state, event.data, then);
    case "BranchDissolved":
      return event.data.branch === branch ? mayDissolve(state, event.data) : [];
    case "BranchDisciplined":
      return mustLive(state) ?? inVocabulary(then, "branchDisciplineForms", event.data.form);
    case "BodyFormed":
    case "BodyCarriedIn":
      return (
        mustLive(state) ??
        (state.bodies.has(event.data.body)
          ? [refuse("BodyExists", { branch, body: event.data.body })]
          : inVocabulary(then, "bodyKinds", event.data.kind))
      );
    case "OfficerAppointed":
    case "OfficerCarriedIn":
      return mayHold(state, event.data, then);
    case "OfficerReleased":
      return state.holders.get(seatKey(event.data))?.includes(event.data.person) === true
        ? []
        : [refuse("HoldsNoSuchOffice", { person: event.data.person, office: event.data.office })];
    default:
      return [];
  }
};

const mustLive = ({ branch, life }: BranchState): readonly Refusal[] | undefined => {
  if (life === "alive") return undefined;
  return [refuse(life === "unknown" ? "BranchUnknown" : "BranchIsDissolved", { branch })];
};

/** The branch lives, and stands as a change of it states. */
const mustStandAs = (
  state: BranchState,
  { kind, parent }: Omit<Standing, "from">,
): readonly Refusal[] | undefined => {
  const dead = mustLive(state);
  if (dead !== undefined) return dead;
  const now = currentStanding(state) as Standing;
  const pairs = [
    { stated: kind, is: now.kind },
    { stated: parent ?? null, is: now.parent ?? null },
  ];
  const differing = pairs.find(({ stated, is }) => stated !== is);
  return differing && [refuse("BranchDiffers", { branch: state.branch, ...differing })];
};

const mayStandUnder = (
  { pack, on }: StructureThen,
  child: { readonly branch: BranchId; readonly kind: Term },
  above: BranchState,
): readonly Refusal[] => {
  if (pack === undefined) return [noStructureOn(on)];
  // That it stands is the claim's to check.
  const { kind } = currentStanding(above) as Standing;
  if (kindOf(pack, child.kind)?.under.includes(kind) === true) return [];
  const told = { branch: child.branch, kind: child.kind, parent: above.branch, parentKind: kind };
  return [refuse("MayNotStandUnder", told)];
};

const mayChangeKind = (
  state: BranchState,
  data: { readonly from: Term; readonly to: Term; readonly parent?: BranchId },
  then: StructureThen,
): readonly Refusal[] => {
  const { from: kind, parent } = data;
  const unlike = mustStandAs(state, { kind, parent });
  if (unlike !== undefined) return unlike;
  const [{ branch }, { pack }] = [state, then];
  if (data.to === kind) return [refuse("BranchHasThatKind", { branch, kind })];
  if (pack === undefined) return [noStructureOn(then.on)];
  const to = kindOf(pack, data.to);
  if (to === undefined) return inVocabulary(then, "branchKinds", data.to);
  if (parent === undefined && !to.root) {
    return [refuse("MayNotStandUnder", { branch, kind: data.to, parent: null })];
  }
  const awaited = to.holdsMembers ? [] : mustAwaitNone(state);
  if (awaited.length > 0) return awaited;
  const misplaced = [...state.children].filter(
    ([, child]) => kindOf(pack, child)?.under.includes(data.to) !== true,
  );
  if (misplaced.length === 0) return to.holdsMembers ? [] : warningOfMembers(state, data.to);
  return misplaced.map(([child, childKind]) => {
    const told = { branch: child, kind: childKind, parent: branch, parentKind: data.to };
    return refuse("MayNotStandUnder", told);
  });
};

/**
 * The branches below that are to hold the members cannot be made before the kind changes: so they
 * may still be there, and only leave.
 */
const warningOfMembers = ({ branch, members }: BranchState, kind: Term): readonly Refusal[] =>
  members > 0 ? [{ ...refuse("HasMembers", { branch, members, kind }), advisory: true }] : [];

const mayMove = (
  state: BranchState,
  data: Extract<BranchEvent, { type: "BranchMoved" }>["data"],
  then: StructureThen,
): readonly Refusal[] => {
  const { branch } = state;
  if (data.branch === branch) {
    const { kind, from: parent, to } = data;
    return (
      mustStandAs(state, { kind, parent }) ??
      (to === parent ? [refuse("BranchStandsThere", { branch, parent })] : [])
    );
  }
  return data.to === branch ? mayStandUnder(then, data, state) : [];
};

const mayDissolve = (
  state: BranchState,
  data: { readonly kind: Term; readonly parent?: BranchId },
): readonly Refusal[] => {
  const unlike = mustStandAs(state, { kind: data.kind, parent: data.parent });
  if (unlike !== undefined) return unlike;
  const { branch, children, holders, members } = state;
  if (members > 0) return [refuse("HasMembers", { branch, members })];
  const awaited = mustAwaitNone(state);
  if (awaited.length > 0) return awaited;
  if (children.size > 0)
    return [refuse("HasBranchesBelow", { branch, below: [...children.keys()] })];
  return holders.size > 0
    ? [refuse("HasOfficers", { branch, persons: [...new Set([...holders.values()].flat())] })]
    : [];
};

/** A branch that is to receive no members may have none on their way to it. */
const mustAwaitNone = ({ branch, expected }: BranchState): readonly Refusal[] =>
  expected > 0 ? [refuse("AwaitsMembers", { branch, members: expected })] : [];

const mayHold = (
  state: BranchState,
  data: Extract<BranchEvent, { type: "OfficerAppointed" }>["data"],
  then: StructureThen,
): readonly Refusal[] => {
  const dead = mustLive(state);
  if (dead !== undefined) return dead;
  const [{ branch }, { person, office }] = [state, data];
  const body = "branch" in data.in ? data.in.body : undefined;
  if (body !== undefined && !state.bodies.has(body))
    return [refuse("BodyUnknown", { branch, body })];
  const entry = then.pack?.parameters.offices.value.find((one) => one.term === office);
  if (entry === undefined) return inVocabulary(then, "offices", office);
  const holders = state.holders.get(seatKey(data)) ?? [];
  if (holders.includes(person)) return [refuse("HoldsOfficeAlready", { person, office })];
  return entry.singleHolder && holders.length > 0
    ? [refuse("OfficeTaken", { branch, office, holder: holders[0] })]
    : [];
};

const inVocabulary = (
  { pack, on }: StructureThen,
  vocabulary: VocabularyName,
  term: Term,
): readonly Refusal[] => objectionsToTerm(pack, { vocabulary, term, on });
