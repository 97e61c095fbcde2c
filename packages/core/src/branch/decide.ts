import * as Schema from "effect/Schema";
import { commandType, states } from "../kernel/command.ts";
import { newEvent } from "../kernel/event.ts";
import { BranchId, Term } from "../kernel/ids.ts";
import type { Law } from "../kernel/law.ts";
import { accepted, refused } from "../kernel/refusal.ts";
import { Vote } from "../kernel/vote.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
import {
  BodyCarriedIn,
  BodyFormed,
  BranchCarriedIn,
  BranchDisciplined,
  BranchDissolved,
  BranchEstablished,
  BranchKindChanged,
  BranchMoved,
  BranchRenamed,
  branchTag,
  OfficerAppointed,
  OfficerCarriedIn,
  OfficerReleased,
  SuperiorNamed,
  treeTag,
} from "./events.ts";
import { objectionsToBranch, refuse } from "./rules.ts";
import { type BranchState, currentStanding, evolveBranch, initialBranch } from "./state.ts";
import { evolveTree, initialTree, objectionsToTree, type TreeState } from "./tree.ts";

export const branchLaw: Law<BranchState, never, RuleContext> = {
  on: "branch",
  initial: initialBranch,
  evolve: evolveBranch,
  objections: objectionsToBranch,
};

export const treeLaw: Law<TreeState, never, RuleContext> = {
  on: treeTag,
  initial: initialTree,
  evolve: evolveTree,
  objections: objectionsToTree,
};

/** The kind and the branch above are filled in from the branch as it stands on the day. */
export const ChangeBranchKind = commandType("ChangeBranchKind", {
  fields: { branch: BranchId, kind: Term },
  reads: ({ branch }) => [branchTag(branch)],
  decide: ({ branch, kind: to }, { effectiveOn, stateOn }) => {
    const standing = currentStanding(stateOn(branchLaw, branchTag(branch)));
    if (standing === undefined) return refused(refuse("BranchUnknown", { branch }));
    const { kind: from, parent } = standing;
    const data = { branch, from, to, ...(parent === undefined ? {} : { parent }) };
    return accepted(newEvent(BranchKindChanged, data, effectiveOn));
  },
});

export const MoveBranch = commandType("MoveBranch", {
  fields: { branch: BranchId, to: BranchId },
  reads: ({ branch }) => [branchTag(branch)],
  decide: ({ branch, to }, { effectiveOn, stateOn }) => {
    const standing = currentStanding(stateOn(branchLaw, branchTag(branch)));
    if (standing === undefined) return refused(refuse("BranchUnknown", { branch }));
    const { kind, parent } = standing;
    if (parent === undefined) {
      return refused(refuse("MayNotStandUnder", { branch, kind, parent: to }));
    }
    return accepted(newEvent(BranchMoved, { branch, kind, from: parent, to }, effectiveOn));
  },
});

export const DissolveBranch = commandType("DissolveBranch", {
  fields: { branch: BranchId, committeeVote: Schema.optionalKey(Vote) },
  reads: ({ branch }) => [branchTag(branch)],
  decide: ({ branch, ...vote }, { effectiveOn, stateOn }) => {
    const standing = currentStanding(stateOn(branchLaw, branchTag(branch)));
    if (standing === undefined) return refused(refuse("BranchUnknown", { branch }));
    const { kind, parent } = standing;
    const data = { branch, kind, ...vote, ...(parent === undefined ? {} : { parent }) };
    return accepted(newEvent(BranchDissolved, data, effectiveOn));
  },
});

export const branchCommands = [
  states("EstablishBranch", BranchEstablished),
  states("CarryInBranch", BranchCarriedIn),
  states("RenameBranch", BranchRenamed),
  ChangeBranchKind,
  MoveBranch,
  states("NameSuperior", SuperiorNamed),
  DissolveBranch,
  states("DisciplineBranch", BranchDisciplined),
  states("FormBody", BodyFormed),
  states("CarryInBody", BodyCarriedIn),
  states("AppointOfficer", OfficerAppointed),
  states("CarryInOfficer", OfficerCarriedIn),
  states("ReleaseOfficer", OfficerReleased),
] as const;
