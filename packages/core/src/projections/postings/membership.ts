import { yearOf } from "../../kernel/date.ts";
import type { BranchId } from "../../kernel/ids.ts";
import type { Post } from "../../kernel/tally.ts";
import type { MembershipEvent, Status } from "../../membership/events.ts";
import { measureOf } from "../measure.ts";

/**
 * Stock and flow of members, in the year a fact took effect:
 * `stock STATUS` every change of the number of members, `carried-in STATUS` opening entries;
 * flows `admitted`, `recognised`, `sent` and `received` (subject: the other branch),
 * `received-outside`, `departed`, `left REASON`, `annulled`; of one who leaves on the way, these
 * have the branch sent to as their subject, and the stock stays.
 * `admissions` counts by the year of the decision; an annulled one is taken out of that year and
 * the branch it was counted in, and leaves `admissions-annulled` there.
 */
export const postMembership = (event: MembershipEvent, post: Post): void => {
  const { type, data, effectiveOn } = event;
  const year = yearOf(effectiveOn);
  const stock = (branch: BranchId, status: Status, change: 1 | -1): void =>
    post(branch, year, measureOf("stock", status), change);
  const leaves = (left: Left, measure: string): void => {
    if (left.onTheWayTo === undefined) stock(left.branch, left.status, -1);
    post(left.branch, year, measure, 1, left.onTheWayTo);
  };
  switch (type) {
    case "MemberAdmitted":
      stock(data.branch, "probationary", 1);
      post(data.branch, year, "admitted", 1);
      return post(data.branch, yearOf(data.decidedOn), "admissions", 1);
    case "MemberCarriedIn":
      stock(data.branch, data.status, 1);
      return post(data.branch, year, measureOf("carried-in", data.status), 1);
    case "MemberRecognised":
      stock(data.branch, "probationary", -1);
      stock(data.branch, "official", 1);
      return post(data.branch, year, "recognised", 1);
    case "MemberTransferred":
      stock(data.from, data.status, -1);
      return post(data.from, year, "sent", 1, data.to);
    case "MemberReceived":
      stock(data.to, data.status, 1);
      return "branch" in data.from
        ? post(data.to, year, "received", 1, data.from.branch)
        : post(data.to, year, "received-outside", 1);
    case "MemberDeparted":
      return leaves(data, "departed");
    case "MemberLeft":
      return leaves(data, measureOf("left", data.reason));
    case "AdmissionAnnulled":
      leaves(data, "annulled");
      post(data.admittedIn, data.admissionYear, "admissions-annulled", 1);
      return post(data.admittedIn, data.admissionYear, "admissions", -1);
    case "MemberDisciplined":
      return post(data.branch, year, measureOf("disciplined", data.form), 1);
    case "ProbationExtended":
    case "MemberExempted":
    case "MemberResumed":
    case "MemberSuspended":
    case "MemberReinstated":
      return;
    default:
      return type satisfies never;
  }
};

type Left = Pick<
  Extract<MembershipEvent, { type: "MemberLeft" }>["data"],
  "branch" | "status" | "onTheWayTo"
>;
