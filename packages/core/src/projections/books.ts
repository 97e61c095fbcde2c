import type { RecordedEvent } from "../kernel/event.ts";
import { emptyTally, postInto, type Tally } from "../kernel/tally.ts";
import { byEffect, effective, type Horizon, within } from "../log/effective.ts";
import type { AnyEventType } from "../log/event-catalogue.ts";
import { isReversal } from "../log/reversal.ts";
import type { WantedOf } from "../replay/wanted.ts";
import type { Keeping } from "./keeping.ts";
import { postedMembers, postings } from "./postings.ts";

/**
 * What an annual review is computed from: the tally of all that was counted, and the few facts
 * that are told one by one or make up the tree, standing and in order of effect.
 */
export interface Books {
  readonly tally: Tally;
  readonly facts: readonly RecordedEvent[];
}

/**
 * Types that come in masses and are only counted. All others are kept, so memory is bounded by
 * the branches and by what a review tells, not by the number of events.
 */
const notKept: ReadonlySet<string> = new Set([
  "MemberAdmitted",
  "MemberCarriedIn",
  "MemberRecognised",
  "ProbationExtended",
  "MemberTransferred",
  "MemberReceived",
  "MemberDeparted",
  "MemberExempted",
  "MemberResumed",
  "MemberSuspended",
  "MemberReinstated",
  "MemberDisciplined",
  "MemberLeft",
  "AdmissionAnnulled",
  "DirectiveStudied",
  "TrainingCompleted",
  "SelfRatingSubmitted",
  "CriterionRecorded",
  "RatingProposed",
  "RatingAssigned",
  "RatingRevised",
  "RatingExempted",
  "BranchInspected",
  "FindingRecorded",
  "FindingRemedied",
  "PersonProfiled",
  "PersonErased",
] satisfies AnyEventType[]);

/** What books read of an event: of those that are counted only, what their postings read. */
export const wantedByBooks: WantedOf = (type) => {
  const members = postedMembers(type) ?? [];
  if (type === "MeetingHeld") return { members, wholeWith: ["title", "place"] };
  if (!notKept.has(type)) return "whole";
  return members.length === 0 ? "nothing" : { members };
};

/** Changes whenever books of the same ledger would be others than before. */
export const booksVersion = 1;

/**
 * Keeps books: take every event of a ledger in position order, then close. Where books of the
 * first of them are given, these are taken over, and only those behind are to come.
 */
export const keepBooks = (horizon: Horizon = {}, from?: Books) => {
  const tally = from?.tally ?? emptyTally();
  const post = postInto(tally);
  const kept: RecordedEvent[] = [...(from?.facts ?? [])];
  return {
    take: (event) => {
      if (!within(event, horizon)) return;
      postings(event, post);
      const type = isReversal(event) ? event.data.original.type : event.type;
      if (!notKept.has(type) && !(type === "MeetingHeld" && isRoutine(event))) kept.push(event);
    },
    close: (): Books => ({ tally, facts: effective(kept).toSorted(byEffect) }),
    wantedOf: wantedByBooks,
  } satisfies Keeping<Books>;
};

/** A meeting without title or place is one of many: it is counted, and not told of its own. */
const isRoutine = (event: RecordedEvent): boolean => {
  const data = isReversal(event) ? event.data.original.data : event.data;
  const { title, place } = data as { readonly title?: unknown; readonly place?: unknown };
  return title === undefined && place === undefined;
};
