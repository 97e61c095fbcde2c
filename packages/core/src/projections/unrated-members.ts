import type { RecordedEvent } from "../kernel/event.ts";
import type { BranchId, PersonId } from "../kernel/ids.ts";
import { byEffect, effective, type Horizon, within } from "../log/effective.ts";
import { isReversal } from "../log/reversal.ts";
import type { MembershipEvent } from "../membership/events.ts";
import { isMember, type RatingEvent } from "../rating/events.ts";
import type { Keeping } from "./keeping.ts";
import type { YearView } from "./year-view.ts";

/** Members of a branch at the end of the year, or on the way from it, nobody rated or exempted. */
export interface UnratedMembers {
  readonly branch: BranchId;
  readonly members: readonly PersonId[];
}

const types: ReadonlySet<string> = new Set([
  "MemberAdmitted",
  "MemberCarriedIn",
  "MemberReceived",
  "MemberDeparted",
  "MemberLeft",
  "AdmissionAnnulled",
  "RatingAssigned",
  "RatingExempted",
] satisfies (MembershipEvent | RatingEvent)["type"][]);

/**
 * Finds them person by person, since no total tells who is missing where one rated has left.
 * Memory grows with the members.
 */
export const keepUnrated = (
  view: YearView,
  horizon: Horizon = {},
): Keeping<readonly UnratedMembers[]> => {
  const kept: RecordedEvent[] = [];
  return {
    take: (event) => {
      const { type } = isReversal(event) ? event.data.original : event;
      if (types.has(type) && within(event, horizon)) kept.push(event);
    },
    close: () => unratedAmong(view, effective(kept).toSorted(byEffect)),
  };
};

const unratedAmong = (
  view: YearView,
  facts: readonly RecordedEvent[],
): readonly UnratedMembers[] => {
  const places = new Map<PersonId, BranchId>();
  const judged = new Set<string>();
  for (const fact of facts) {
    const { type, data } = fact as unknown as MembershipEvent | RatingEvent;
    if (type === "RatingAssigned" || type === "RatingExempted") {
      if (isMember(data) && data.year === view.year) judged.add(data.subject);
    } else if (fact.effectiveOn <= view.day) {
      place(places, fact as unknown as MembershipEvent);
    }
  }
  return view.scope.flatMap((branch) => {
    const members = [...places].flatMap(([person, at]) =>
      at === branch && !judged.has(person) ? [person] : [],
    );
    return members.length > 0 ? [{ branch, members }] : [];
  });
};

const place = (places: Map<PersonId, BranchId>, { type, data }: MembershipEvent): void => {
  if (type === "MemberAdmitted" || type === "MemberCarriedIn") places.set(data.member, data.branch);
  else if (type === "MemberReceived") places.set(data.member, data.to);
  // Until received, a member is rated where they were sent from: a transfer moves nobody.
  else places.delete(data.member);
};
