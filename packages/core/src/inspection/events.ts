import * as Schema from "effect/Schema";
import { branchTag, treeTag } from "../branch/events.ts";
import { Year } from "../kernel/date.ts";
import type { EventOf } from "../kernel/event.ts";
import { eventType } from "../kernel/event-type.ts";
import { BranchId, Id, type Tag, Term, tag } from "../kernel/ids.ts";
import { Label, Text } from "../kernel/text.ts";

/** Inspection (kiểm tra) or supervision (giám sát). */
export const InspectionKind = Schema.Literals(["inspection", "supervision"]);
export type InspectionKind = typeof InspectionKind.Type;

export const programmeTag = (committee: BranchId, year: number): Tag =>
  tag("programme", `${committee}/${year}`);

/** One thing a programme means to do; `branch` where it names one. */
export const ProgrammeItem = Schema.Struct({
  item: Id,
  kind: Schema.Literals(["inspection", "supervision", "other"]),
  mode: Schema.optionalKey(Term),
  branch: Schema.optionalKey(BranchId),
  text: Schema.optionalKey(Text),
});
export type ProgrammeItem = typeof ProgrammeItem.Type;

/** A committee's inspection programme for a year, one per committee and year. */
export const ProgrammeAdopted = eventType("ProgrammeAdopted", {
  fields: {
    committee: BranchId,
    year: Year,
    title: Schema.optionalKey(Label),
    /** Still a draft when it was put before the meeting. */
    draft: Schema.optionalKey(Schema.Literal(true)),
    items: Schema.Array(ProgrammeItem).check(Schema.isMaxLength(200)),
  },
  tags: ({ committee, year, items }) => [
    programmeTag(committee, year),
    branchTag(committee),
    ...items.flatMap(({ branch }) => (branch === undefined ? [] : [branchTag(branch)])),
  ],
  claims: ({ committee, items }) => [
    { of: "branch", branch: committee },
    ...items.flatMap(({ branch }) =>
      branch === undefined ? [] : [{ of: "branch", branch } as const],
    ),
  ],
  toldOf: () => "",
});

/**
 * One occurrence (lượt) of an inspection or supervision of a branch, with the kind and parent
 * that the branch had on that day. `item` is the one of `by`'s programme that it carries out.
 */
export const BranchInspected = eventType("BranchInspected", {
  fields: {
    inspection: Id,
    branch: BranchId,
    subjectKind: Term,
    subjectParent: Schema.optionalKey(BranchId),
    by: BranchId,
    year: Year,
    kind: InspectionKind,
    mode: Term,
    item: Schema.optionalKey(Id),
    result: Schema.optionalKey(Text),
  },
  tags: ({ inspection, branch, by, year }) => [
    tag("inspection", inspection),
    branchTag(branch),
    branchTag(by),
    programmeTag(by, year),
    treeTag,
  ],
  claims: ({ branch, subjectKind, subjectParent, by }, effectiveOn) => [
    { of: "branch", branch, kind: subjectKind, parent: subjectParent ?? null },
    { of: "branch", branch: by },
    // Of itself is refused in the timeline of the inspection.
    { of: "line", branch, by, on: [effectiveOn], itself: "always" },
  ],
});

export const FindingRecorded = eventType("FindingRecorded", {
  fields: { finding: Id, inspection: Id, branch: BranchId, text: Text },
  tags: ({ finding, inspection, branch }) => [
    tag("finding", finding),
    tag("inspection", inspection),
    branchTag(branch),
  ],
  claims: ({ branch }) => [{ of: "branch", branch, historic: true }],
});

export const FindingRemedied = eventType("FindingRemedied", {
  fields: { finding: Id, branch: BranchId, text: Schema.optionalKey(Text) },
  tags: ({ finding, branch }) => [tag("finding", finding), branchTag(branch)],
  claims: ({ branch }) => [{ of: "branch", branch, historic: true }],
});

export const inspectionEvents = [
  ProgrammeAdopted,
  BranchInspected,
  FindingRecorded,
  FindingRemedied,
] as const;
export type InspectionEvent = EventOf<(typeof inspectionEvents)[number]>;
