import { describe, expect, test } from "vitest";
import type { RecordedEvent } from "../kernel/event.ts";
import type { Horizon } from "../log/effective.ts";
import type { Keeping } from "./keeping.ts";
import {
  keepEffective,
  keepRatingRecord,
  ratingTagOf,
  seatOf,
  type ToldEvent,
} from "./rating-record.ts";

type Row = readonly [type: string, tags: string, data?: object, part?: object];

/** Events one after the other, at the addresses `1.0`, `2.0` and so on. */
const eventsOf = (rows: readonly Row[]): readonly RecordedEvent[] =>
  rows.map(
    ([type, tags, data = {}, part = {}], at) =>
      ({
        ...{ type, version: 1, tags: tags.split(" "), data, effectiveOn: "2012-12-20" },
        ...{ position: at + 1, index: 0, recordedAt: "2013-01-01T00:00:00.000Z" },
        ...part,
      }) as unknown as RecordedEvent,
  );
const keptOf = (keeping: Keeping<readonly ToldEvent[]>, ...rows: readonly Row[]) => {
  for (const event of eventsOf(rows)) keeping.take(event, `clerk ${event.position}`);
  return keeping.close();
};
/** The numbers of the rows that are kept. */
const kept = (keeping: Keeping<readonly ToldEvent[]>, ...rows: readonly Row[]) =>
  keptOf(keeping, ...rows).map(({ position }) => position);

const ofMember = (horizon?: Horizon) =>
  keepRatingRecord({ subject: { member: "an" as never }, year: 2012 }, horizon);
const ofBranch = () => keepRatingRecord({ subject: { branch: "b" as never }, year: 2012 });

const trees: readonly Row[] = [
  ["BranchEstablished", "branch:x"],
  ["BranchCarriedIn", "branch:x"],
  ["BranchRenamed", "branch:x"],
  ["BranchKindChanged", "branch:x"],
  ["BranchMoved", "branch:x"],
  ["BranchDissolved", "branch:x"],
];
const cohorts: readonly Row[] = [
  ["RatingsClosed", "cohort:x/2012", { year: 2012 }],
  ["CapBreachNoted", "cohort:x/2012", { year: 2012 }],
  ["RatingsClosed", "cohort:x/2011", { year: 2011 }],
  ["CapBreachNoted", "cohort:x/2011", { year: 2011 }],
  ["ReviewOpened", "review:x/2012", { year: 2012 }],
];

describe("a rating may rest", () => {
  test("on all that made the tree", () => {
    expect(kept(ofMember(), ...trees)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(kept(ofBranch(), ...trees)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("on the closes and breaches of the year, whatever committee closed", () => {
    expect(kept(ofMember(), ...cohorts)).toEqual([1, 2]);
    expect(kept(ofBranch(), ...cohorts)).toEqual([1, 2]);
  });

  test("of a member, on its membership, and on what was told for its rating of the year", () => {
    const rows: readonly Row[] = [
      ["MemberAdmitted", "person:an branch:c"],
      ["AdmissionAnnulled", "person:an branch:c"],
      ["MemberAdmitted", "person:ba branch:c"],
      ["AdmissionAnnulled", "person:ba branch:c"],
      ["RatingAssigned", "rating:person:an/2012 person:an"],
      ["RatingAssigned", "rating:person:an/2011 person:an"],
      ["OfficerAppointed", "person:an branch:c"],
      ["RatingAssigned", "rating:branch:an/2012"],
    ];
    expect(kept(ofMember(), ...rows)).toEqual([1, 2, 5]);
  });

  test("of a branch, on every discipline and on who held office in it", () => {
    const rows: readonly Row[] = [
      ["MemberDisciplined", "person:an branch:x"],
      ["BranchDisciplined", "branch:x"],
      ["MemberAdmitted", "person:an branch:b"],
      ["OfficerAppointed", "branch:b", { in: { branch: "b" } }],
      ["OfficerReleased", "branch:b", { in: { branch: "b", body: "standing" } }],
      ["OfficerAppointed", "branch:x", { in: { branch: "x" } }],
    ];
    expect(kept(ofBranch(), ...rows)).toEqual([1, 2, 4, 5]);
  });

  test("of a branch, on its rating, those it closes, and those made where it stands", () => {
    const rows: readonly Row[] = [
      ["RatingProposed", "rating:branch:b/2012"],
      ["RatingAssigned", "cohort:b/2012", { branch: "c", year: 2012 }],
      ["RatingAssigned", "cohort:m/2012", { branch: "b", year: 2012 }],
      ["RatingRevised", "cohort:m/2012", { branch: "b", year: 2012 }],
      ["RatingAssigned", "cohort:m/2011", { branch: "b", year: 2011 }],
      ["RatingAssigned", "cohort:m/2012", { branch: "c", year: 2012 }],
      ["RatingExempted", "cohort:m/2012", { branch: "b", year: 2012 }],
      ["RatingAssigned", "cohort:b/2011", { branch: "c", year: 2011 }],
    ];
    expect(kept(ofBranch(), ...rows)).toEqual([1, 2, 3, 4]);
  });

  test("of a branch, on the shortcomings of the review of the year before", () => {
    const rows: readonly Row[] = [
      ["ShortcomingNoted", "review:b/2011 branch:b"],
      ["ShortcomingNoted", "review:b/2012 branch:b"],
      ["ShortcomingNoted", "review:b/2013 branch:b"],
    ];
    expect(kept(ofBranch(), ...rows)).toEqual([1]);
  });
});

describe("what is kept", () => {
  const all = (horizon: Horizon) => keepEffective(() => true, horizon);
  const late = { effectiveOn: "2013-02-01" };

  test("stands in order of effect, with who recorded it", () => {
    const told = keptOf(all({}), ["A", "x", {}, late], ["B", "x"]);
    expect(told.map(({ type, actor }) => `${type} ${actor}`)).toEqual(["B clerk 2", "A clerk 1"]);
  });

  test("is what is wanted only", () => {
    const onlyB = keepEffective(({ type }) => type === "B", {});
    expect(kept(onlyB, ["A", "x"], ["B", "x"])).toEqual([2]);
  });

  test("is without what was reversed, unless the reversal is not known yet", () => {
    const rows: readonly Row[] = [
      ["A", "x"],
      ["B", "x"],
      ["EventReversed", "x", { target: "1.0" }, { recordedAt: "2014-01-01T00:00:00.000Z" }],
    ];
    expect(kept(all({}), ...rows)).toEqual([2]);
    expect(kept(all({ knownAt: "2013-12-31T00:00:00.000Z" as never }), ...rows)).toEqual([1, 2]);
  });

  test("is within the horizon, of a rating as well", () => {
    const rows: readonly Row[] = [trees[0] as Row, ["BranchDissolved", "branch:x", {}, late]];
    expect(kept(ofMember({ asOf: "2012-12-31" as never }), ...rows)).toEqual([1]);
    expect(kept(ofMember(), ...rows)).toEqual([1, 2]);
  });
});

test("a rating has a tag of its own, by person or branch and year", () => {
  const [person, branch] = [{ member: "an" as never }, { branch: "b" as never }];
  expect(ratingTagOf({ subject: person, year: 2012 })).toBe("rating:person:an/2012");
  expect(ratingTagOf({ subject: branch, year: 2013 })).toBe("rating:branch:b/2013");
});

test("an officer's seat is in a branch, or in a body of one", () => {
  expect(seatOf({ in: { branch: "b" } })).toBe("b");
  expect(seatOf({ in: { branch: "b", body: "standing" } })).toBe("b");
});
