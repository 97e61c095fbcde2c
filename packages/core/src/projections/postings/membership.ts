import { type CalendarDate, yearOf } from "../../kernel/date.ts";
import type { Post } from "../../kernel/tally.ts";
import type { MembershipEvent, Status } from "../../membership/events.ts";
import { measureOf } from "../measure.ts";
import { type PostingsOf, reading } from "./postings-of.ts";

const leaving = ["branch", "status", "onTheWayTo"] as const;

/**
 * Stock and flow of members, in the year a fact took effect:
 * `stock STATUS` every change of the number of members, `carried-in STATUS` opening entries;
 * flows `admitted`, `recognised`, `sent` and `received` (subject: the other branch),
 * `received-outside`, `departed`, `left REASON`, `annulled`; of one who leaves on the way, these
 * have the branch sent to as their subject, and the stock stays.
 * `admissions` counts by the year of the decision; an annulled one is taken out of that year and
 * the branch it was counted in, and leaves `admissions-annulled` there.
 */
export const membershipPostings: PostingsOf<MembershipEvent> = {
  MemberAdmitted: reading(
    ["branch", "decidedOn"],
    ["stock", "admitted", "admissions"],
    ([branch, decidedOn], effectiveOn, post) => {
      const year = yearOf(effectiveOn);
      post(branch, year, stock("probationary"), 1);
      post(branch, year, "admitted", 1);
      post(branch, yearOf(decidedOn), "admissions", 1);
    },
  ),
  MemberCarriedIn: reading(
    ["branch", "status"],
    ["stock", "carried-in"],
    ([branch, status], effectiveOn, post) => {
      const year = yearOf(effectiveOn);
      post(branch, year, stock(status), 1);
      post(branch, year, measureOf("carried-in", status), 1);
    },
  ),
  MemberRecognised: reading(["branch"], ["stock", "recognised"], ([branch], effectiveOn, post) => {
    const year = yearOf(effectiveOn);
    post(branch, year, stock("probationary"), -1);
    post(branch, year, stock("official"), 1);
    post(branch, year, "recognised", 1);
  }),
  MemberTransferred: reading(
    ["from", "to", "status"],
    ["stock", "sent"],
    ([from, to, status], effectiveOn, post) => {
      const year = yearOf(effectiveOn);
      post(from, year, stock(status), -1);
      post(from, year, "sent", 1, to);
    },
  ),
  MemberReceived: reading(
    ["from", "to", "status"],
    ["stock", "received", "received-outside"],
    ([from, to, status], effectiveOn, post) => {
      const year = yearOf(effectiveOn);
      post(to, year, stock(status), 1);
      if ("branch" in from) post(to, year, "received", 1, from.branch);
      else post(to, year, "received-outside", 1);
    },
  ),
  MemberDeparted: reading(leaving, ["stock", "departed"], (left, effectiveOn, post) =>
    postLeaving(left, effectiveOn, "departed", post),
  ),
  MemberLeft: reading(
    [...leaving, "reason"],
    ["stock", "left"],
    ([branch, status, onTheWayTo, reason], effectiveOn, post) =>
      postLeaving([branch, status, onTheWayTo], effectiveOn, measureOf("left", reason), post),
  ),
  AdmissionAnnulled: reading(
    [...leaving, "admittedIn", "admissionYear"],
    ["stock", "annulled", "admissions-annulled", "admissions"],
    ([branch, status, onTheWayTo, admittedIn, admissionYear], effectiveOn, post) => {
      postLeaving([branch, status, onTheWayTo], effectiveOn, "annulled", post);
      post(admittedIn, admissionYear, "admissions-annulled", 1);
      post(admittedIn, admissionYear, "admissions", -1);
    },
  ),
  MemberDisciplined: reading(
    ["branch", "form"],
    ["disciplined"],
    ([branch, form], effectiveOn, post) =>
      post(branch, yearOf(effectiveOn), measureOf("disciplined", form), 1),
  ),
};

const stock = (status: Status): string => measureOf("stock", status);

type Left = Extract<MembershipEvent, { type: "MemberLeft" }>["data"];
/** The values of `leaving`. */
type Leaving = readonly [Left["branch"], Left["status"], Left["onTheWayTo"]];

const postLeaving = (
  [branch, status, onTheWayTo]: Leaving,
  effectiveOn: CalendarDate,
  measure: string,
  post: Post,
): void => {
  const year = yearOf(effectiveOn);
  if (onTheWayTo === undefined) post(branch, year, stock(status), -1);
  post(branch, year, measure, 1, onTheWayTo);
};
