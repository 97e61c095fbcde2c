import { describe, expect, test } from "vitest";
import type { DomainEvent } from "../kernel/event.ts";
import { newEvent } from "../kernel/event.ts";
import { shippedPacks } from "../rulebook/index.ts";
import { rulebookOf } from "../rulebook/rulebook.ts";
import { RatingAssigned, RatingRevised, RatingsClosed } from "./events.ts";
import { objectionsToCohort, objectionsToRating } from "./rules.ts";
import { evolveCohort, evolveRating, initialCohort, initialRating } from "./state.ts";

/**
 * Events that no command would ask for, as they stand behind a correction, in a ledger that
 * another program wrote, or beside packs that are not at hand any more.
 */

const packs = shippedPacks.filter(({ matter }) => matter === "rating");
const contextOf = (given: typeof packs) =>
  ({ rulebook: rulebookOf("vn-party", given), today: "2030-01-01" }) as never;
const told = ({ refusal, facts }: { refusal: string; facts: object }) => ({ refusal, ...facts });

const pack = "2011-07-hd-btctw";
const cell = { subject: "c", subjectKind: "cell", branch: "c", year: 2012, by: "b" };
const inBase = { ...cell, baseOrganisation: "b" };
const assigned = (part: object, on = "2013-01-10"): DomainEvent =>
  newEvent(RatingAssigned, { ...inBase, level: "good", pack, ...part } as never, on as never);
const revised = (part: object): DomainEvent => {
  const levels = { from: { level: "good", pack }, to: { level: "weak", pack } };
  const data = { ...inBase, assignedBy: "b", reason: "x", ...levels, ...part };
  return newEvent(RatingRevised, data as never, "2013-02-01" as never);
};

const given = (...events: readonly DomainEvent[]) => ({
  when: (event: DomainEvent, context = contextOf(packs)) => {
    const state = initialRating();
    for (const one of events) evolveRating(state, one);
    return objectionsToRating(state, event, [], context).map(told);
  },
});

test("a branch is rated as itself, not at another one", () => {
  const elsewhere = { refusal: "RatingDiffers", subject: "c", year: 2012, stated: "d", is: "c" };
  const ofMember = { subjectKind: "member", subject: "an", branch: "d" };
  expect(given().when(assigned({ branch: "d" }))).toEqual([elsewhere]);
  expect(given().when(assigned({}))).toEqual([]);
  expect(given().when(assigned(ofMember))).toEqual([]);
});

describe("a revision", () => {
  const differs = (stated: unknown, is: unknown) => [
    { refusal: "RatingDiffers", subject: "c", year: 2012, stated, is },
  ];

  test("is of the subject as the rating has it", () => {
    const rated = given(assigned({}));
    expect(rated.when(revised({}))).toEqual([]);
    const kind = revised({ subjectKind: "base-cell" });
    expect(rated.when(kind)).toEqual(differs("base-cell", "cell"));
    expect(rated.when(revised({ branch: "d" }))).toEqual(differs("d", "c"));
    expect(rated.when(revised({ baseOrganisation: "b2" }))).toEqual(differs("b2", "b"));
    expect(rated.when(revised({ assignedBy: "m" }))).toEqual(differs("m", "b"));
    const from = revised({ from: { level: "completed", pack } });
    expect(rated.when(from)).toEqual(differs(`completed ${pack}`, `good ${pack}`));
  });

  test("is above all base organisations where the rating is", () => {
    const { baseOrganisation: _, ...above } = revised({}).data as { baseOrganisation: string };
    const ofAbove = { ...revised({}), data: above };
    expect(given(assigned({})).when(ofAbove)).toEqual(differs(null, "b"));
    const rated = newEvent(
      RatingAssigned,
      { ...cell, level: "good", pack } as never,
      "2013-01-10" as never,
    );
    expect(given(rated).when(ofAbove)).toEqual([]);
    expect(given(rated).when(revised({}))).toEqual(differs("b", null));
  });

  test("is of a rating", () => {
    expect(given().when(revised({}))).toEqual([{ refusal: "NotRated", subject: "c", year: 2012 }]);
  });

  test("is judged by no pack that is not at hand", () => {
    expect(given(assigned({})).when(revised({}), contextOf([]))).toEqual([
      { refusal: "PackUnknown", pack },
    ]);
  });
});

test("a rating is not made under a pack on a day on which none is in force", () => {
  expect(given().when(assigned({ year: 2007 }, "2008-01-10"))).toEqual([
    {
      refusal: "PackNotInForce",
      pack,
      ...{ effectiveOn: "2008-01-10", inForceFrom: "2011-10-11", inForceTo: "2014-09-24" },
    },
  ]);
});

test("a committee closes ratings of members, of branches or of both, once", () => {
  const member = assigned({ subject: "an", subjectKind: "member" });
  const data = { committee: "b", year: 2012, caps: [] };
  const close = newEvent(RatingsClosed, data as never, "2013-01-20" as never);
  for (const events of [[member], [assigned({})], [member, assigned({})]]) {
    const state = initialCohort("cohort:b/2012" as never);
    for (const one of events) evolveCohort(state, one);
    expect(objectionsToCohort(state, close)).toEqual([]);
    evolveCohort(state, close);
    expect(objectionsToCohort(state, close).map(told)).toEqual([
      { refusal: "RatingsClosedAlready", committee: "b", year: 2012 },
    ]);
  }
});
