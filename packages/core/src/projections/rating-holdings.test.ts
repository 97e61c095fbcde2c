import { describe, expect, test } from "vitest";
import { cohortTag } from "../rating/events.ts";
import { reviewTag } from "../review/events.ts";
import {
  belowIn,
  disciplinesIn,
  officersIn,
  ratingsIn,
  type StandingRecord,
  shortcomingsIn,
  standingIn,
} from "./rating-holdings.ts";

type Row = readonly [type: string, data: object, on?: string, tag?: string];

/** Events one after the other, at the addresses `1.0`, `2.0` and so on. */
const record = (...rows: readonly Row[]): StandingRecord =>
  rows.map(
    ([type, data, effectiveOn = "2012-06-01", tag = "x:y"], at) =>
      ({
        ...{ type, version: 1, tags: [tag], data, effectiveOn },
        ...{ position: at + 1, index: 0, recordedAt: "2013-01-01T00:00:00.000Z" },
      }) as unknown as StandingRecord[number],
  );
const an = { member: "an", branch: "c" };

describe("disciplines", () => {
  test("are told by the person and the branch that each met, in order", () => {
    const { person, branch } = disciplinesIn(
      record(
        ["MemberDisciplined", { ...an, form: "warning", violation: "v1" }, "2011-05-01"],
        ["BranchDisciplined", { branch: "c", form: "reprimand" }],
        ["MemberDisciplined", { ...an, form: "expulsion" }],
        ["MemberExempted", an],
        ["BranchDisciplined", { branch: "d", form: "reprimand", violation: "v2" }],
      ),
    );
    expect([...person]).toEqual([
      [
        "an",
        [
          { on: "2011-05-01", events: ["1.0"], violation: "v1" },
          { on: "2012-06-01", events: ["3.0"], violation: undefined },
        ],
      ],
    ]);
    expect([...branch]).toEqual([
      ["c", [{ on: "2012-06-01", events: ["2.0"], violation: undefined }]],
      ["d", [{ on: "2012-06-01", events: ["5.0"], violation: "v2" }]],
    ]);
  });
});

describe("the standing of a member", () => {
  const standing = (...rows: readonly Row[]) => standingIn(record(...rows), "an" as never);
  const never = { is: false, events: [] };

  test("is neither exempt nor suspended until an event makes it so", () => {
    expect(standing(["MemberAdmitted", an])).toEqual({ exempt: never, suspended: never });
  });

  test("is as the last event made it, each of the two by itself", () => {
    expect(standing(["MemberExempted", an])).toEqual({
      exempt: { is: true, events: ["1.0"] },
      suspended: never,
    });
    expect(standing(["MemberSuspended", an], ["MemberExempted", an])).toEqual({
      exempt: { is: true, events: ["2.0"] },
      suspended: { is: true, events: ["1.0"] },
    });
    const ended = [["MemberResumed", an] as Row, ["MemberReinstated", an] as Row];
    expect(standing(["MemberSuspended", an], ["MemberExempted", an], ...ended)).toEqual({
      exempt: { is: false, events: ["3.0"] },
      suspended: { is: false, events: ["4.0"] },
    });
  });

  test("is not that of another", () => {
    const ba = { ...an, member: "ba" };
    expect(standing(["MemberExempted", ba], ["MemberSuspended", ba])).toEqual({
      exempt: never,
      suspended: never,
    });
  });

  test.each(["MemberDeparted", "MemberLeft", "AdmissionAnnulled"])("%s ends both", (type) => {
    expect(standing(["MemberExempted", an], ["MemberSuspended", an], [type, an])).toEqual({
      exempt: { is: false, events: ["3.0"] },
      suspended: { is: false, events: ["3.0"] },
    });
    expect(standing([type, an])).toEqual({ exempt: never, suspended: never });
  });

  test("of one who moves within the ledger stays", () => {
    const { exempt } = standing(["MemberExempted", an], ["MemberTransferred", an]);
    expect(exempt).toEqual({ is: true, events: ["1.0"] });
  });
});

describe("the branches below", () => {
  const founded = (branch: string, parent?: string): Row => [
    "BranchEstablished",
    { branch, kind: "cell", name: branch, ...(parent === undefined ? {} : { parent }) },
    "2012-01-01",
  ];
  const below = (...rows: readonly Row[]) =>
    belowIn(record(founded("b"), founded("x"), ...rows), { branch: "b" as never, year: 2012 });

  test("are told with what founded and what moved each", () => {
    expect(below()).toEqual([]);
    const moved: Row = ["BranchMoved", { branch: "d", from: "x", to: "b" }];
    expect(below(founded("c", "b"), founded("d", "x"), moved)).toEqual([
      { child: "c", events: ["3.0"] },
      { child: "d", events: ["4.0", "5.0"] },
    ]);
  });

  test("are those of the end of the year", () => {
    const gone: Row = ["BranchDissolved", { branch: "c" }, "2012-12-31"];
    expect(below(founded("c", "b"), gone)).toEqual([]);
    const later: Row = ["BranchDissolved", { branch: "c" }, "2013-01-01"];
    expect(below(founded("c", "b"), later)).toEqual([{ child: "c", events: ["3.0"] }]);
  });
});

describe("the ratings of a cohort", () => {
  const cohort = cohortTag("b" as never, 2012);
  const assigned = (subject: string, part: object = {}): Row => [
    "RatingAssigned",
    { subject, subjectKind: "member", branch: "c", level: "good", ...part },
    "2012-12-20",
    cohort,
  ];
  const ofCell = { subjectKind: "cell", branch: "c" };
  const ratings = (...rows: readonly Row[]) => [...ratingsIn(record(...rows), cohort)];

  test("are told by subject, a branch apart from a member of the same id", () => {
    expect(
      ratings(assigned("c"), assigned("c", { ...ofCell, distinction: "exemplary" })),
    ).toStrictEqual([
      ["member:c", { subjectKind: "member", branch: "c", level: "good", events: ["1.0"] }],
      ["branch:c", { ...ofCell, level: "good", distinction: "exemplary", events: ["2.0"] }],
    ]);
  });

  test("are as the last revision made them", () => {
    const [, whose] = assigned("an");
    const to = { level: "weak", distinction: "noted" };
    const revised: Row = ["RatingRevised", { ...whose, to }, "2013-01-01", cohort];
    expect(
      ratings(assigned("an", { distinction: "exemplary" }), assigned("ba"), revised),
    ).toStrictEqual([
      ["member:an", { subjectKind: "member", branch: "c", ...to, events: ["1.0", "3.0"] }],
      ["member:ba", { subjectKind: "member", branch: "c", level: "good", events: ["2.0"] }],
    ]);
  });

  test("are not those of another cohort, nor what is no rating", () => {
    const [, whose] = assigned("an");
    const other = cohortTag("b" as never, 2011);
    expect(
      ratings(
        ["RatingAssigned", whose, "2012-12-20", other],
        ["RatingRevised", { ...whose, to: whose }, "2012-12-20", other],
        ["RatingExempted", whose, "2012-12-20", cohort],
      ),
    ).toStrictEqual([]);
  });
});

describe("the officers of a year", () => {
  const seat = (person: string, part: object = {}) => ({
    person,
    in: { branch: "b" },
    office: "secretary",
    ...part,
  });
  const appointed = (person: string, on: string, part?: object): Row => [
    "OfficerAppointed",
    seat(person, part),
    on,
  ];
  const released = (person: string, on: string, part?: object): Row => [
    "OfficerReleased",
    seat(person, part),
    on,
  ];
  const officers = (...rows: readonly Row[]) => [
    ...officersIn(record(...rows), "b" as never, 2012),
  ];

  test("held office at any time of it, by their appointments", () => {
    expect(
      officers(
        appointed("early", "2010-01-01"),
        appointed("ended", "2010-01-01"),
        appointed("within", "2012-12-31"),
        appointed("after", "2013-01-01"),
        released("early", "2011-12-31"),
        released("ended", "2012-01-01"),
      ),
    ).toEqual([
      ["ended", ["2.0"]],
      ["within", ["3.0"]],
    ]);
  });

  test("are those of the branch and its bodies, and of no other branch or place", () => {
    const body = { in: { branch: "b", body: "standing" } };
    expect(
      officers(
        appointed("an", "2011-01-01", body),
        appointed("ba", "2011-01-01", { in: { branch: "x" } }),
        appointed("ca", "2011-01-01", { in: { external: "Quốc hội" } }),
        ["BodyFormed", { branch: "b", body: "standing", in: { branch: "b" } }],
      ),
    ).toEqual([["an", ["1.0"]]]);
  });

  test("of one with two offices, a release ends the one that it names", () => {
    const chair = { office: "chair" };
    expect(
      officers(
        appointed("an", "2010-01-01"),
        appointed("an", "2010-01-01", chair),
        appointed("ba", "2010-01-01", chair),
        released("an", "2011-06-01", chair),
      ),
    ).toEqual([
      ["an", ["1.0"]],
      ["ba", ["3.0"]],
    ]);
    expect(officers(appointed("an", "2010-01-01"), appointed("an", "2010-01-01", chair))).toEqual([
      ["an", ["1.0", "2.0"]],
    ]);
  });

  test("appointed anew after a release, they hold what they were last appointed to", () => {
    expect(
      officers(
        appointed("an", "2009-01-01"),
        released("an", "2010-01-01"),
        appointed("an", "2011-01-01"),
      ),
    ).toEqual([["an", ["3.0"]]]);
  });

  test("one released whom nobody appointed held none", () => {
    expect(officers(released("an", "2012-06-01"))).toEqual([]);
    expect(officers(appointed("ba", "2011-01-01"), released("an", "2012-06-01"))).toEqual([
      ["ba", ["1.0"]],
    ]);
  });
});

describe("shortcomings", () => {
  const review = reviewTag("b" as never, 2011);
  const of = (type: string, shortcoming: string, tag: string = review): Row => [
    type,
    { shortcoming },
    "2012-01-10",
    tag,
  ];

  test("of a review are open until they are remedied", () => {
    expect(
      shortcomingsIn(
        record(
          of("ShortcomingNoted", "s1"),
          of("ShortcomingNoted", "s2"),
          of("ShortcomingRemedied", "s1"),
        ),
        review,
      ),
    ).toEqual([
      { open: false, events: ["1.0", "3.0"] },
      { open: true, events: ["2.0"] },
    ]);
  });

  test("are not those of another review, nor what is no shortcoming", () => {
    const other = reviewTag("b" as never, 2012);
    const rows = [
      of("ShortcomingNoted", "s1", other),
      of("ShortcomingRemedied", "s1", other),
      of("DirectionNoted", "d1"),
    ];
    expect(shortcomingsIn(record(...rows), review)).toEqual([]);
  });
});
