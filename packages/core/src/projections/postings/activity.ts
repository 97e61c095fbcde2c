import type { AwardEvent } from "../../award/events.ts";
import type { BranchEvent } from "../../branch/events.ts";
import type { DirectiveEvent } from "../../directive/events.ts";
import type { InspectionEvent } from "../../inspection/events.ts";
import { yearOf } from "../../kernel/date.ts";
import type { Post } from "../../kernel/tally.ts";
import type { MeetingEvent } from "../../meeting/events.ts";
import type { ReviewEvent } from "../../review/events.ts";
import type { TrainingEvent } from "../../training/events.ts";
import { measureOf } from "../measure.ts";

/** `established KIND`, `dissolved KIND`, `branch-disciplined FORM`. Opening entries are no flow. */
export const postBranch = ({ type, data, effectiveOn }: BranchEvent, post: Post): void => {
  const year = yearOf(effectiveOn);
  switch (type) {
    case "BranchEstablished":
      return post(data.branch, year, measureOf("established", data.kind), 1);
    case "BranchDissolved":
      return post(data.branch, year, measureOf("dissolved", data.kind), 1);
    case "BranchDisciplined":
      return post(data.branch, year, measureOf("branch-disciplined", data.form), 1);
  }
};

/** `reached AUDIENCE` and `eligible AUDIENCE`: people, one amount per directive. */
export const postDirective = ({ type, data }: DirectiveEvent, post: Post): void => {
  if (type !== "DirectiveStudied") return;
  const { branch, year, audience, directive } = data;
  post(branch, year, measureOf("reached", audience), data.reached, directive);
  post(branch, year, measureOf("eligible", audience), data.eligible, directive);
};

/** `trained COURSE`: completions, one amount per person, so that distinct people can be told. */
export const postTraining = ({ data }: TrainingEvent, post: Post): void =>
  post(data.branch, data.year, measureOf("trained", data.course), 1, data.person);

/** `meetings KIND`, and of those with a count `present KIND` and `eligible-to-meet KIND`. */
export const postMeeting = ({ type, data, effectiveOn }: MeetingEvent, post: Post): void => {
  if (type !== "MeetingHeld") return;
  const { branch, kind, present, eligible } = data;
  const year = yearOf(effectiveOn);
  post(branch, year, measureOf("meetings", kind), 1);
  if (present === undefined || eligible === undefined) return;
  post(branch, year, measureOf("present", kind), present);
  post(branch, year, measureOf("eligible-to-meet", kind), eligible);
};

/**
 * `inspections KIND MODE SUBJECT-KIND`: occurrences (lượt), on the branch inspected;
 * `inspected KIND`: on the committee that inspected, one amount per branch, for distinct counts;
 * `findings` and `findings-remedied`.
 */
export const postInspection = ({ type, data, effectiveOn }: InspectionEvent, post: Post): void => {
  switch (type) {
    case "BranchInspected": {
      const { branch, by, year, kind, mode, subjectKind } = data;
      post(branch, year, measureOf("inspections", kind, mode, subjectKind), 1);
      return post(by, year, measureOf("inspected", kind), 1, branch);
    }
    case "FindingRecorded":
      return post(data.branch, yearOf(effectiveOn), "findings", 1);
    case "FindingRemedied":
      return post(data.branch, yearOf(effectiveOn), "findings-remedied", 1);
  }
};

/** `awards CATEGORY FORM`: those that stand; `awards-revoked CATEGORY`: those taken out again. */
export const postAward = ({ type, data }: AwardEvent, post: Post): void => {
  if (type === "AwardPresented") return;
  const { branch, year, category, form } = data;
  const revoked = type === "AwardRevoked";
  post(branch, year, measureOf("awards", category, form), revoked ? -1 : 1);
  if (revoked) post(branch, year, measureOf("awards-revoked", category), 1);
};

/** `shortcomings`, those `-remedied`, `directions`, `directions-noted SOURCE`, `plan-items`. */
export const postReview = ({ type, data }: ReviewEvent, post: Post): void => {
  switch (type) {
    case "ShortcomingNoted":
      return post(data.committee, data.year, "shortcomings", 1);
    case "ShortcomingRemedied":
      return post(data.committee, data.year, "shortcomings-remedied", 1);
    case "DirectionSet":
      return post(data.committee, data.year, "directions", 1);
    case "DirectionNoted":
      return post(data.committee, data.year, measureOf("directions-noted", data.source), 1);
    case "PlanAdopted":
      // The items of a draft leave the count with what takes its place.
      return post(
        data.committee,
        data.year,
        "plan-items",
        data.items.length - (data.replaces ?? 0),
      );
  }
};
