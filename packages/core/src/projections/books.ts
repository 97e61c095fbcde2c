import type { DomainEvent, RecordedEvent } from "../kernel/event.ts";
import { Subjects } from "../kernel/many-amounts.ts";
import { emptyTally, type Post, postInto, type Tally } from "../kernel/tally.ts";
import { byEffect, effective, type Horizon, within } from "../log/effective.ts";
import type { AnyEventType } from "../log/event-catalogue.ts";
import { isReversal } from "../log/reversal.ts";
import type { Wanted, WantedOf } from "../replay/wanted.ts";
import type { Keeping } from "./keeping.ts";
import { postedMembers, postingOf, postings } from "./postings.ts";

/**
 * What an annual review is computed from: the tally of all that was counted, and the few facts
 * that are told one by one or make up the tree, standing and in order of effect. NOTE: a
 * clone of a tally is refused, or lacks the amounts of many subjects: `packTally` makes a value of
 * it, and `equalTallies` compares.
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

/**
 * Types of which one is many, and only counted, unless it has one of these members: a meeting of
 * its own, or a transfer between ledgers, whose other side another ledger holds.
 */
const keptWith: ReadonlyMap<string, readonly string[]> = new Map([
  ["MeetingHeld", ["title", "place"]],
  ["MemberDeparted", ["transfer"]],
  ["MemberReceived", ["transfer"]],
] satisfies [AnyEventType, readonly string[]][]);

/** Whether there may be many events of a type: books do not keep each. */
export const comesInMasses = (type: string): boolean => notKept.has(type) || keptWith.has(type);

/** What books read of an event: of those that are counted only, what their postings read. */
export const wantedByBooks: WantedOf = (type) => {
  const members = postedMembers(type) ?? [];
  const wholeWith = keptWith.get(type);
  if (wholeWith !== undefined) return { members, wholeWith };
  if (!notKept.has(type)) return "whole";
  return members.length === 0 ? "nothing" : { members };
};

/** The books of no events, for any number of them. */
export const emptyBooks = (): Books => ({
  tally: emptyTally(new Subjects()),
  facts: [],
});

/** Changes whenever books of the same ledger would be others than before. */
export const booksVersion = 1;

/** Books of which more may follow: a reversal of what is kept here may stand there. */
export interface OpenBooks {
  readonly tally: Tally;
  /** In the order of their positions, with those that are reversed and their reversals. */
  readonly kept: readonly RecordedEvent[];
}

/**
 * Keeps books: take every event of a ledger in position order, then close. Where books of the
 * first of them are given, these are taken over, and only those behind are to come.
 */
export const keepBooks = (horizon: Horizon = {}, from?: Books) => {
  const open = keepOpenBooks(horizon, from);
  return { ...open, close: () => closeBooks(open.close()) } satisfies Keeping<Books>;
};

/** The same of events that others may follow. */
export const keepOpenBooks = (horizon: Horizon = {}, { tally, facts }: Books = emptyBooks()) => {
  const post = postInto(tally);
  const kept = [...facts];
  return {
    take: (event) => {
      if (!within(event, horizon)) return;
      postings(event, post);
      if (isKept(isReversal(event) ? event.data.original : event)) kept.push(event);
    },
    close: (): OpenBooks => ({ tally, kept }),
    // Values do not say when a fact was recorded.
    wantedOf: horizon.knownAt === undefined ? byValues(horizon.asOf, post) : wantedByBooks,
  } satisfies Keeping<OpenBooks>;
};

/** What books read, with what is only counted posted by its values. */
const byValues =
  (asOf: Horizon["asOf"], post: Post): WantedOf =>
  (type) => {
    const wanted = wantedByBooks(type);
    const posting = postingOf(type);
    if (typeof wanted === "string" || posting === undefined) return wanted;
    const takeValues: Wanted["takeValues"] = (effectiveOn, values) => {
      if (asOf === undefined || effectiveOn <= asOf) posting.post(values, effectiveOn, post);
    };
    return { ...wanted, takeValues };
  };

/** The books of events that no others follow. */
export const closeBooks = ({ tally, kept }: OpenBooks): Books => ({
  tally,
  facts: effective(kept).toSorted(byEffect),
});

const isKept = ({ type, data }: Pick<DomainEvent, "type" | "data">): boolean => {
  const members = keptWith.get(type);
  if (members === undefined) return !notKept.has(type);
  return members.some((one) => (data as { readonly [member: string]: unknown })[one] !== undefined);
};
