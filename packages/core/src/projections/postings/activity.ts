import type { AwardEvent } from "../../award/events.ts";
import type { BranchEvent } from "../../branch/events.ts";
import type { DirectiveEvent } from "../../directive/events.ts";
import type { InspectionEvent } from "../../inspection/events.ts";
import { yearOf } from "../../kernel/date.ts";
import type { MeetingEvent } from "../../meeting/events.ts";
import type { ReviewEvent } from "../../review/events.ts";
import type { TrainingEvent } from "../../training/events.ts";
import { measureOf } from "../measure.ts";
import { type PostingsOf, reading } from "./postings-of.ts";

/** `established KIND`, `dissolved KIND`, `branch-disciplined FORM`. Opening entries are no flow. */
export const branchPostings: PostingsOf<BranchEvent> = {
  BranchEstablished: reading(
    ["branch", "kind"],
    ["established"],
    ([branch, kind], effectiveOn, post) =>
      post(branch, yearOf(effectiveOn), measureOf("established", kind), 1),
  ),
  BranchDissolved: reading(["branch", "kind"], ["dissolved"], ([branch, kind], effectiveOn, post) =>
    post(branch, yearOf(effectiveOn), measureOf("dissolved", kind), 1),
  ),
  BranchDisciplined: reading(
    ["branch", "form"],
    ["branch-disciplined"],
    ([branch, form], effectiveOn, post) =>
      post(branch, yearOf(effectiveOn), measureOf("branch-disciplined", form), 1),
  ),
};

/** `reached AUDIENCE` and `eligible AUDIENCE`: people, one amount per directive. */
export const directivePostings: PostingsOf<DirectiveEvent> = {
  DirectiveStudied: reading(
    ["branch", "year", "audience", "directive", "reached", "eligible"],
    ["reached", "eligible"],
    ([branch, year, audience, directive, reached, eligible], _, post) => {
      post(branch, year, measureOf("reached", audience), reached, directive);
      post(branch, year, measureOf("eligible", audience), eligible, directive);
    },
  ),
};

/** `trained COURSE`: completions, one amount per person, so that distinct people can be told. */
export const trainingPostings: PostingsOf<TrainingEvent> = {
  TrainingCompleted: reading(
    ["branch", "year", "course", "person"],
    ["trained"],
    ([branch, year, course, person], _, post) =>
      post(branch, year, measureOf("trained", course), 1, person),
  ),
};

/** `meetings KIND`, and of those with a count `present KIND` and `eligible-to-meet KIND`. */
export const meetingPostings: PostingsOf<MeetingEvent> = {
  MeetingHeld: reading(
    ["branch", "kind", "present", "eligible"],
    ["meetings", "present", "eligible-to-meet"],
    ([branch, kind, present, eligible], effectiveOn, post) => {
      const year = yearOf(effectiveOn);
      post(branch, year, measureOf("meetings", kind), 1);
      if (present === undefined || eligible === undefined) return;
      post(branch, year, measureOf("present", kind), present);
      post(branch, year, measureOf("eligible-to-meet", kind), eligible);
    },
  ),
};

/**
 * `inspections KIND MODE SUBJECT-KIND`: occurrences (lượt), on the branch inspected;
 * `inspected KIND`: on the committee that inspected, one amount per branch, for distinct counts;
 * `findings` and `findings-remedied`.
 */
export const inspectionPostings: PostingsOf<InspectionEvent> = {
  BranchInspected: reading(
    ["branch", "by", "year", "kind", "mode", "subjectKind"],
    ["inspections", "inspected"],
    ([branch, by, year, kind, mode, subjectKind], _, post) => {
      post(branch, year, measureOf("inspections", kind, mode, subjectKind), 1);
      post(by, year, measureOf("inspected", kind), 1, branch);
    },
  ),
  FindingRecorded: reading(["branch"], ["findings"], ([branch], effectiveOn, post) =>
    post(branch, yearOf(effectiveOn), "findings", 1),
  ),
  FindingRemedied: reading(["branch"], ["findings-remedied"], ([branch], effectiveOn, post) =>
    post(branch, yearOf(effectiveOn), "findings-remedied", 1),
  ),
};

/** `awards CATEGORY FORM`: those that stand; `awards-revoked CATEGORY`: those taken out again. */
export const awardPostings: PostingsOf<AwardEvent> = {
  AwardGranted: reading(
    ["branch", "year", "category", "form"],
    ["awards"],
    ([branch, year, category, form], _, post) =>
      post(branch, year, measureOf("awards", category, form), 1),
  ),
  AwardRevoked: reading(
    ["branch", "year", "category", "form"],
    ["awards", "awards-revoked"],
    ([branch, year, category, form], _, post) => {
      post(branch, year, measureOf("awards", category, form), -1);
      post(branch, year, measureOf("awards-revoked", category), 1);
    },
  ),
};

/** `shortcomings`, those `-remedied`, `directions`, `directions-noted SOURCE`, `plan-items`. */
export const reviewPostings: PostingsOf<ReviewEvent> = {
  ShortcomingNoted: reading(["committee", "year"], ["shortcomings"], ([committee, year], _, post) =>
    post(committee, year, "shortcomings", 1),
  ),
  ShortcomingRemedied: reading(
    ["committee", "year"],
    ["shortcomings-remedied"],
    ([committee, year], _, post) => post(committee, year, "shortcomings-remedied", 1),
  ),
  DirectionSet: reading(["committee", "year"], ["directions"], ([committee, year], _, post) =>
    post(committee, year, "directions", 1),
  ),
  DirectionNoted: reading(
    ["committee", "year", "source"],
    ["directions-noted"],
    ([committee, year, source], _, post) =>
      post(committee, year, measureOf("directions-noted", source), 1),
  ),
  // The items of a draft leave the count with what takes its place.
  PlanAdopted: reading(
    ["committee", "year", "items", "replaces"],
    ["plan-items"],
    ([committee, year, items, replaces = 0], _, post) =>
      post(committee, year, "plan-items", items.length - replaces),
  ),
};
