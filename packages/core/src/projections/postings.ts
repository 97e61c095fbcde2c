import type { AwardEvent } from "../award/events.ts";
import type { BranchEvent } from "../branch/events.ts";
import type { DirectiveEvent } from "../directive/events.ts";
import type { InspectionEvent } from "../inspection/events.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { negated, type Post } from "../kernel/tally.ts";
import { isReversal } from "../log/reversal.ts";
import type { MeetingEvent } from "../meeting/events.ts";
import type { MembershipEvent } from "../membership/events.ts";
import type { RatingEvent } from "../rating/events.ts";
import type { ReviewEvent } from "../review/events.ts";
import type { TrainingEvent } from "../training/events.ts";
import {
  postAward,
  postBranch,
  postDirective,
  postInspection,
  postMeeting,
  postReview,
  postTraining,
} from "./postings/activity.ts";
import { postMembership } from "./postings/membership.ts";
import { postRating } from "./postings/rating.ts";

/** How the events of a type post. */
type Poster = (event: never, post: Post) => void;

const posters = new Map<string, Poster>();
const route = (poster: Poster, types: readonly string[]): void => {
  for (const type of types) posters.set(type, poster);
};
route(postMembership, [
  "MemberAdmitted",
  "MemberCarriedIn",
  "MemberRecognised",
  "MemberTransferred",
  "MemberReceived",
  "MemberDeparted",
  "MemberLeft",
  "AdmissionAnnulled",
  "MemberDisciplined",
] satisfies MembershipEvent["type"][]);
route(postRating, [
  "RatingAssigned",
  "RatingRevised",
  "RatingExempted",
] satisfies RatingEvent["type"][]);
route(postBranch, [
  "BranchEstablished",
  "BranchDissolved",
  "BranchDisciplined",
] satisfies BranchEvent["type"][]);
route(postDirective, ["DirectiveStudied"] satisfies DirectiveEvent["type"][]);
route(postTraining, ["TrainingCompleted"] satisfies TrainingEvent["type"][]);
route(postMeeting, ["MeetingHeld"] satisfies MeetingEvent["type"][]);
route(postInspection, [
  "BranchInspected",
  "FindingRecorded",
  "FindingRemedied",
] satisfies InspectionEvent["type"][]);
route(postAward, ["AwardGranted", "AwardRevoked"] satisfies AwardEvent["type"][]);
route(postReview, [
  "ShortcomingNoted",
  "ShortcomingRemedied",
  "DirectionSet",
  "DirectionNoted",
  "PlanAdopted",
] satisfies ReviewEvent["type"][]);

/**
 * Posts what one event adds to the annual totals, reading that event only. A reversal posts
 * exactly the negative of its original.
 */
export const postings = (
  event: Pick<DomainEvent, "type" | "data" | "effectiveOn">,
  post: Post,
): void => {
  if (isReversal(event)) return postings(event.data.original, negated(post));
  posters.get(event.type)?.(event as never, post);
};

/** The types of event that post anything. */
export const postingTypes: readonly string[] = [...posters.keys()];
