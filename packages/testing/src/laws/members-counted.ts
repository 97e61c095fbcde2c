import type { RecordedEvent } from "@tongket/core";
import type { StockAndFlow } from "@tongket/core/projections";
import { branchesUnder, plainTree } from "./plain-tree.ts";
import { inOrderOfEffect, standingAmong } from "./standing-events.ts";

/** Where one person is, found by going through the events one by one. */
type Whereabouts =
  | { readonly is: "member"; readonly branch: string; readonly status: string }
  | { readonly is: "on the way"; readonly from: string; readonly to: string };

/** The data of any event that is read here. */
type Data = Readonly<Record<"member" | "branch" | "from" | "to" | "status", string>> & {
  readonly from: string | { readonly branch?: string };
  readonly onTheWayTo?: string;
};

/**
 * Members of a branch with all below it through a year, counted person by person with plain
 * loops over the events. Shares no code with the projections; slow, and easy to believe.
 */
export const membersCounted = (
  events: readonly RecordedEvent[],
  asked: { readonly branch: string; readonly year: number; readonly day?: string },
): StockAndFlow => {
  const standing = inOrderOfEffect(standingAmong(events));
  const { branch, year, day = `${year}-12-31` } = asked;
  const eve = `${year - 1}-12-31`;
  const before = branchesUnder(plainTree(standing, eve), branch);
  const now = branchesUnder(plainTree(standing, day), branch);
  const [then, last] = [peopleOn(standing, eve), peopleOn(standing, day)];
  const ofYear = standing.filter((event) => event.effectiveOn > eve && event.effectiveOn <= day);
  const happened = (type: string, counts: (data: Data) => boolean): number =>
    ofYear.filter((event) => event.type === type && counts(event.data as Data)).length;
  const here = (data: Data): boolean => now.has(data.branch);
  /** One who never came to a branch elsewhere was counted as sent there. */
  const leftFromHere = ({ branch: last, onTheWayTo = last }: Data): boolean =>
    now.has(last) && now.has(onTheWayTo);
  const carriedIn = (branches: ReadonlySet<string>): number =>
    happened("MemberCarriedIn", (data) => branches.has(data.branch));
  const came = now.difference(before);
  const went = before.difference(now);
  /** Whose way lay inside it at the opening, and does by now. */
  const stayed = onTheWayWithin(then, now.intersection(before));
  return {
    opening: membersIn(then, before) + carriedIn(before.union(now)),
    restructuredIn: membersIn(then, came) + onTheWayWithin(then, now) - stayed,
    restructuredOut:
      membersIn(then, went) + carriedIn(went) + onTheWayWithin(then, before) - stayed,
    in: {
      admitted: happened("MemberAdmitted", here),
      received: happened(
        "MemberReceived",
        ({ from, to }) => now.has(to) && senderOf(from) !== "" && !now.has(senderOf(from)),
      ),
      outside: happened("MemberReceived", ({ from, to }) => now.has(to) && senderOf(from) === ""),
    },
    out: {
      sent: happened("MemberTransferred", ({ from, to }) => now.has(String(from)) && !now.has(to)),
      departed: happened("MemberDeparted", leftFromHere),
      left: happened("MemberLeft", leftFromHere),
      annulled: happened("AdmissionAnnulled", leftFromHere),
    },
    closing: membersIn(last, now),
    closingProbationary: membersIn(last, now, "probationary"),
    closingOfficial: membersIn(last, now, "official"),
    inTransitOpening: onTheWayWithin(then, before),
    inTransit: onTheWayWithin(last, now),
    recognised: happened("MemberRecognised", here),
  };
};

const senderOf = (from: string | { readonly branch?: string }): string =>
  typeof from === "string" ? from : (from.branch ?? "");

const peopleOn = (
  events: readonly RecordedEvent[],
  day: string,
): ReadonlyMap<string, Whereabouts> => {
  const people = new Map<string, Whereabouts>();
  for (const { type, data, effectiveOn } of events) {
    if (effectiveOn > day) break;
    const { member, branch, from, to, status } = data as Data;
    switch (type) {
      case "MemberAdmitted":
        people.set(member, { is: "member", branch, status: "probationary" });
        break;
      case "MemberCarriedIn":
        people.set(member, { is: "member", branch, status });
        break;
      case "MemberRecognised":
        people.set(member, { is: "member", branch, status: "official" });
        break;
      case "MemberTransferred":
        people.set(member, { is: "on the way", from: String(from), to });
        break;
      case "MemberReceived":
        people.set(member, { is: "member", branch: to, status });
        break;
      case "MemberDeparted":
      case "MemberLeft":
      case "AdmissionAnnulled":
        people.delete(member);
        break;
    }
  }
  return people;
};

const membersIn = (
  people: ReadonlyMap<string, Whereabouts>,
  branches: ReadonlySet<string>,
  status?: string,
): number => {
  let members = 0;
  for (const one of people.values()) {
    if (one.is !== "member" || !branches.has(one.branch)) continue;
    if (status === undefined || one.status === status) members += 1;
  }
  return members;
};

const onTheWayWithin = (
  people: ReadonlyMap<string, Whereabouts>,
  branches: ReadonlySet<string>,
): number => {
  let sent = 0;
  for (const one of people.values()) {
    if (one.is === "on the way" && branches.has(one.from) && branches.has(one.to)) sent += 1;
  }
  return sent;
};
