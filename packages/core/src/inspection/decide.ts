import * as Schema from "effect/Schema";
import { branchTag } from "../branch/events.ts";
import { commandType, type Given, states } from "../kernel/command.ts";
import { yearOf } from "../kernel/date.ts";
import { newEvent } from "../kernel/event.ts";
import { BranchId, Id, Term, tag } from "../kernel/ids.ts";
import type { Law } from "../kernel/law.ts";
import { accepted, refused } from "../kernel/refusal.ts";
import { Text } from "../kernel/text.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
import {
  BranchInspected,
  FindingRecorded,
  FindingRemedied,
  InspectionKind,
  ProgrammeAdopted,
} from "./events.ts";
import {
  objectionsToFinding,
  objectionsToInspection,
  objectionsToProgramme,
  refuse,
} from "./rules.ts";
import {
  evolveFinding,
  evolveInspection,
  evolveProgramme,
  type FindingState,
  type InspectionState,
  initialFinding,
  initialInspection,
  initialProgramme,
  type ProgrammeState,
} from "./state.ts";

export const programmeLaw: Law<ProgrammeState, never, RuleContext> = {
  on: "programme",
  initial: initialProgramme,
  evolve: evolveProgramme,
  objections: objectionsToProgramme,
};

export const inspectionLaw: Law<InspectionState, never, RuleContext> = {
  on: "inspection",
  initial: initialInspection,
  evolve: evolveInspection,
  objections: objectionsToInspection,
};

export const findingLaw: Law<FindingState, never, RuleContext> = {
  on: "finding",
  initial: initialFinding,
  evolve: evolveFinding,
  objections: objectionsToFinding,
};

/**
 * By a committee that stands above the branch. Kind and parent are those of the branch on the
 * day, the year is that of the day.
 */
export const InspectBranch = commandType("InspectBranch", {
  fields: {
    inspection: Id,
    branch: BranchId,
    by: BranchId,
    kind: InspectionKind,
    mode: Term,
    item: Schema.optionalKey(Id),
    result: Schema.optionalKey(Text),
  },
  reads: ({ branch }) => [branchTag(branch)],
  decide: (data, { effectiveOn, standings }) => {
    const { branch } = data;
    const standing = standings.branch(branch, effectiveOn);
    if (standing === undefined) return refused(refuse("BranchUnknown", { branch }));
    const { kind: subjectKind, parent } = standing;
    const subject = { subjectKind, ...(parent === undefined ? {} : { subjectParent: parent }) };
    const whole = { ...data, ...subject, year: yearOf(effectiveOn) };
    return accepted(newEvent(BranchInspected, whole, effectiveOn));
  },
});

/** The branch is the one inspected. */
export const RecordFinding = commandType("RecordFinding", {
  fields: { finding: Id, inspection: Id, text: Text },
  reads: ({ inspection }) => [tag("inspection", inspection)],
  decide: (data, { effectiveOn, stateOn }: Given<RuleContext>) => {
    const { inspection } = data;
    const { branch } = stateOn(inspectionLaw, tag("inspection", inspection));
    return branch === undefined
      ? refused(refuse("InspectionUnknown", { inspection }))
      : accepted(newEvent(FindingRecorded, { ...data, branch }, effectiveOn));
  },
});

/** The branch is the one the finding was made in. */
export const RemedyFinding = commandType("RemedyFinding", {
  fields: { finding: Id, text: Schema.optionalKey(Text) },
  reads: ({ finding }) => [tag("finding", finding)],
  decide: (data, { effectiveOn, stateOn }: Given<RuleContext>) => {
    const { finding } = data;
    const { branch } = stateOn(findingLaw, tag("finding", finding));
    return branch === undefined
      ? refused(refuse("FindingUnknown", { finding }))
      : accepted(newEvent(FindingRemedied, { ...data, branch }, effectiveOn));
  },
});

export const inspectionCommands = [
  states("AdoptProgramme", ProgrammeAdopted),
  InspectBranch,
  RecordFinding,
  RemedyFinding,
] as const;
