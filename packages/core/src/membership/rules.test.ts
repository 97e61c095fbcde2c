import { describe, expect, test } from "vitest";
import { OfficerAppointed, OfficerCarriedIn } from "../branch/events.ts";
import type { Claim, DomainEvent } from "../kernel/event.ts";
import { newEvent } from "../kernel/event.ts";
import { shippedPacks } from "../rulebook/index.ts";
import { rulebookOf } from "../rulebook/rulebook.ts";
import {
  AdmissionAnnulled,
  MemberAdmitted,
  MemberCarriedIn,
  MemberDeparted,
  MemberExempted,
  MemberLeft,
  MemberReceived,
  MemberRecognised,
  MemberTransferred,
} from "./events.ts";
import { objectionsToPerson } from "./rules.ts";
import { evolvePerson, initialPerson } from "./state.ts";

/**
 * Events that no command would ask for, as they stand behind a correction or in a ledger that
 * another program wrote: the law of persons alone keeps them out.
 */

const context = { rulebook: rulebookOf("vn-party", shippedPacks), today: "2030-01-01" as never };

const given = (...events: readonly DomainEvent[]) => ({
  when: (event: DomainEvent, ...claims: readonly Claim[]) => {
    const state = initialPerson("person:an" as never);
    for (const one of events) evolvePerson(state, one);
    return objectionsToPerson(state, event, claims, context).map(({ refusal, facts }) => ({
      refusal,
      ...facts,
    }));
  },
});
const event = (of: object, on: string, data: object): DomainEvent =>
  newEvent(of as never, { member: "an", ...data } as never, on as never);

const whole = { branch: "cell", status: "official" };
const carriedIn = event(MemberCarriedIn, "2012-02-01", whole);
const admitted = event(MemberAdmitted, "2012-02-01", { branch: "cell", decidedOn: "2012-02-01" });
const sent = event(MemberTransferred, "2012-03-01", { from: "cell", to: "other", ...whole });
const person = "an";
const onTheWay = { refusal: "IsInTransit", person, from: "cell", to: "other" };

test("what is said of a member holds in the branch and with the status that are said", () => {
  const exempted = (part: object) => event(MemberExempted, "2012-04-01", { ...whole, ...part });
  expect(given(carriedIn).when(exempted({}))).toEqual([]);
  expect(given().when(exempted({}))).toEqual([{ refusal: "IsNoMember", person, branch: "cell" }]);
  expect(given(carriedIn).when(exempted({ branch: "other" }))).toEqual([
    { refusal: "IsMemberElsewhere", person, stated: "other", is: "cell" },
  ]);
  expect(given(carriedIn).when(exempted({ status: "probationary" }))).toEqual([
    { refusal: "StatusDiffers", person, stated: "probationary", is: "official" },
  ]);
});

describe("one who was sent on", () => {
  test("does nothing as a member until received", () => {
    for (const stated of [
      event(MemberExempted, "2012-04-01", whole),
      event(MemberRecognised, "2012-04-01", { branch: "cell", decidedOn: "2012-04-01" }),
      event(MemberLeft, "2012-04-01", { ...whole, reason: "resigned" }),
    ]) {
      expect(given(carriedIn, sent).when(stated)).toEqual([onTheWay]);
    }
  });

  test("leaves from where the member was sent, on the way there, with the same status", () => {
    const left = (part: object) =>
      event(MemberLeft, "2012-04-01", {
        ...{ ...whole, onTheWayTo: "other", reason: "died" },
        ...part,
      });
    const inTransit = given(carriedIn, sent);
    expect(inTransit.when(left({}))).toEqual([]);
    expect(inTransit.when(left({ branch: "third" }))).toEqual([onTheWay]);
    expect(inTransit.when(left({ onTheWayTo: "third" }))).toEqual([onTheWay]);
    expect(inTransit.when(left({ status: "probationary" }))).toEqual([
      { refusal: "StatusDiffers", person, stated: "probationary", is: "official" },
    ]);
  });

  test("is on no way where the member was never sent", () => {
    const data = { ...whole, onTheWayTo: "other", to: "Hà Nội" };
    const departed = event(MemberDeparted, "2012-04-01", data);
    expect(given(carriedIn).when(departed)).toEqual([{ refusal: "IsNotInTransit", person }]);
    expect(given().when(departed)).toEqual([{ refusal: "IsNotInTransit", person }]);
  });

  test("is received from where the member was sent", () => {
    const received = (part: object) =>
      event(MemberReceived, "2012-04-01", {
        ...{ from: { branch: "cell" }, to: "other", status: "official" },
        ...part,
      });
    expect(given(carriedIn).when(received({}))).toEqual([{ refusal: "IsNotInTransit", person }]);
    const inTransit = given(carriedIn, sent);
    expect(inTransit.when(received({}))).toEqual([]);
    expect(inTransit.when(received({ from: { branch: "third" } }))).toEqual([onTheWay]);
    expect(inTransit.when(received({ to: "third" }))).toEqual([onTheWay]);
  });
});

describe("an annulled admission", () => {
  const annulled = (part: object) =>
    event(AdmissionAnnulled, "2012-06-01", {
      ...{ branch: "cell", status: "probationary", reason: "Nhầm" },
      ...{ admittedIn: "cell", admissionYear: 2012 },
      ...part,
    });

  test("is of the year and of the branch in which the member was admitted", () => {
    expect(given(admitted).when(annulled({}))).toEqual([]);
    const refused = (year: number) => [{ refusal: "WasNotAdmittedThatYear", person, year }];
    expect(given(admitted).when(annulled({ admissionYear: 2011 }))).toEqual(refused(2011));
    expect(given(admitted).when(annulled({ admittedIn: "other" }))).toEqual(refused(2012));
    const opening = { ...annulled({}), data: { ...(annulled({}).data as object), ...whole } };
    expect(given(carriedIn).when(opening)).toEqual(refused(2012));
  });
});

describe("what another slice says of a person", () => {
  const claim = (part: object): Claim =>
    ({ of: "person", person, branch: "cell", on: "2012-02-15", ...part }) as never;
  const { on: _, ...sameDay } = claim({}) as { on?: string };
  const rated = event(MemberExempted, "2012-12-31", whole);
  const told = (part: object) => given(carriedIn, sent).when(rated, claim(part));

  test("holds on the day that it names", () => {
    expect(given(carriedIn).when(rated, claim({}))).toEqual([]);
    expect(told({ on: "2012-01-31" })).toEqual([
      { refusal: "IsNoMember", person, branch: "cell", on: "2012-01-31" },
    ]);
    expect(told({ branch: "other" })).toEqual([
      { refusal: "IsMemberElsewhere", person, stated: "other", is: "cell", on: "2012-02-15" },
    ]);
  });

  test("is of the day of its fact where it names none", () => {
    const elsewhere = { ...sameDay, branch: "other" } as unknown as Claim;
    expect(given(carriedIn).when(rated, elsewhere)).toEqual([
      { refusal: "IsMemberElsewhere", person, stated: "other", is: "cell", on: "2012-12-31" },
    ]);
  });

  test("of somebody else, or of a branch, is not judged here", () => {
    expect(told({ person: "binh", branch: "other" })).toEqual([onTheWay]);
    expect(told({ of: "branch", branch: "other" })).toEqual([onTheWay]);
  });
});

test("an opening entry may be of the day of admission itself", () => {
  const opening = event(MemberCarriedIn, "2012-02-01", { ...whole, since: "2012-02-01" });
  expect(given().when(opening)).toEqual([]);
});

test("a seat that a person holds is not carried in once more", () => {
  const seat = { person, in: { external: "Đảng ủy Khối" }, office: "secretary" };
  const [appointed, opening] = [
    event(OfficerAppointed, "2012-03-01", seat),
    event(OfficerCarriedIn, "2012-03-01", seat),
  ];
  expect(given().when(opening)).toEqual([]);
  expect(given(appointed).when(opening)).toEqual([
    { refusal: "HoldsThatSeat", person, office: "secretary" },
  ]);
});
