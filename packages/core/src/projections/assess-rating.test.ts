import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { assessCaps, assessRating } from "../assess.ts";
import { shippedPacks } from "../rulebook/index.ts";
import { type Rulebook, rulebookOf } from "../rulebook/rulebook.ts";
import type { RatingTrial } from "./assess-rating.ts";

const rulebook = rulebookOf("vn-party", shippedPacks);

const branch = branchLine("CarryInBranch", "2025-01-01");
const member = (id: string, at: string): Line => [
  "CarryInMember",
  "2025-01-01",
  { member: id, branch: at, status: "official" },
];
const opening: readonly Line[] = [
  branch("m", "upper-committee"),
  branch("b", "base-committee", "m"),
  branch("c", "cell", "b"),
  branch("d", "cell", "b"),
  member("p1", "c"),
];

const recorded = async (...lines: readonly Line[]) => {
  const { store, handler } = await openDesk();
  for (const [at, given] of [...opening, ...lines].entries()) {
    const outcome = await handler.handle(commandOf(given, `c${at}`));
    expect([given, outcome]).toMatchObject([given, { outcome: "Recorded" }]);
  }
  return store;
};

const assessed = async (
  lines: readonly Line[],
  subject: { member: string } | { branch: string },
  trial: Partial<RatingTrial> = {},
) => {
  const asked = { subject: subject as never, year: 2025 };
  return assessRating(await recorded(...lines), asked, { rulebook, ...trial });
};

const factOf = (told: Awaited<ReturnType<typeof assessed>>, name: string) =>
  told.assessed !== "Rating"
    ? undefined
    : told.rating.assessment.levels
        .flatMap(({ conditions }) => conditions.flatMap(({ facts }) => facts))
        .find((fact) => fact.name === name);

describe("a subject", () => {
  const reversed: readonly Line[] = [
    ["DisciplineBranch", "2025-06-01", { branch: "d", form: "reprimand" }],
    ["ReverseEvent", "2025-06-01", { target: "6.0", reason: "Ghi nhầm" }],
  ];

  test("rests on no reversed event, and on none that is not known yet", async () => {
    const name = "branches-below-disciplined";
    expect(factOf(await assessed(reversed, { branch: "b" }), name)).toMatchObject({ value: 0 });
    const early = { horizon: { knownAt: "2029-12-31T00:00:00.000Z" as never } };
    expect(await assessed(reversed, { branch: "b" }, early)).toEqual({ assessed: "NoSubject" });
    const one = await assessed(reversed.slice(0, 1), { branch: "b" });
    expect(factOf(one, name)).toMatchObject({ value: 1, events: ["4.0", "6.0"] });
  });

  test("is told when it moved or was dissolved within the year", async () => {
    const moved: readonly Line[] = [
      ["TransferMember", "2025-03-01", { member: "p1", to: "d" }],
      ["ReceiveMember", "2025-03-05", { member: "p1", to: "d" }],
    ];
    expect(await assessed(moved, { member: "p1" })).toMatchObject({
      rating: { where: { branch: "d" }, told: { movedOn: "2025-03-05" } },
    });
    const later = await assessRating(
      await recorded(...moved),
      { subject: { member: "p1" as never }, year: 2026 },
      { rulebook },
    );
    expect(later).toMatchObject({ rating: { where: { branch: "d" } } });
    expect(later.assessed === "Rating" && later.rating.told).toEqual({});
    const dissolved: readonly Line[] = [["DissolveBranch", "2025-08-01", { branch: "d" }]];
    expect(await assessed(dissolved, { branch: "d" })).toMatchObject({
      rating: { told: { dissolvedOn: "2025-08-01" } },
    });
  });

  test("on the way at the end of the year is judged where it was sent from", async () => {
    const sent: readonly Line[] = [
      ["TransferMember", "2025-12-28", { member: "p1", to: "d" }],
      ["ReceiveMember", "2026-01-05", { member: "p1", to: "d" }],
    ];
    const told = { where: { branch: "c" }, told: {} };
    expect(await assessed(sent, { member: "p1" })).toMatchObject({ rating: told });
    expect(await assessed(sent.slice(0, 1), { member: "p1" })).toMatchObject({ rating: told });
  });

  test("that left is no subject, unless it was rated; exempted, it is told so", async () => {
    const left: Line = ["RemoveMember", "2025-10-01", { member: "p1", reason: "resigned" }];
    expect(await assessed([left], { member: "p1" })).toEqual({ assessed: "NoSubject" });
    const exempted: Line = [
      "ExemptFromRating",
      "2025-12-20",
      { subject: { member: "p1" }, year: 2025, by: "b", reason: "Ốm dài ngày" },
    ];
    expect(await assessed([exempted], { member: "p1" })).toMatchObject({
      rating: { rating: { is: "exempted", by: "b", event: { address: "6.0" } } },
    });
  });

  test("is not judged where no pack is in force", async () => {
    const silent: Rulebook = rulebookOf("nobody", []);
    expect(await assessed([], { branch: "b" }, { rulebook: silent })).toEqual({
      assessed: "NoPack",
      on: "2025-12-31",
    });
  });

  test("supposed facts stand in place of recorded ones, and cite no event", async () => {
    const supplied = new Map([["branches-below-disciplined", 0]]);
    const told = await assessed(reversed.slice(0, 1), { branch: "b" }, { supplied });
    expect(told).toMatchObject({
      rating: { supplied: [{ name: "branches-below-disciplined", value: 0, recorded: 1 }] },
    });
    expect(factOf(told, "branches-below-disciplined")).toMatchObject({ value: 0, events: [] });
  });
});

test("the caps of a cohort as the decider judges them when it is closed", async () => {
  const rated = (id: string, level: string): Line => [
    "AssignRating",
    "2025-12-20",
    { subject: { member: id }, year: 2025, level, by: "b" },
  ];
  const people = ["p2", "p3", "p4", "p5", "p6", "p7"];
  const store = await recorded(
    ...people.map((id) => member(id, "c")),
    rated("p1", "excellent"),
    ...people.map((id) => rated(id, "good")),
    ["CloseRatings", "2025-12-25", { committee: "b", year: 2025 }],
  );
  const cohort = { committee: "b" as never, year: 2025 };
  const told = await assessCaps(store, cohort, { rulebook });
  expect(told).toMatchObject({
    caps: {
      caps: [{ verdict: "pass", part: 1, base: 6, allowed: 1 }],
      closed: { event: { data: { caps: [{ verdict: "pass", part: 1, base: 6, allowed: 1 }] } } },
    },
  });
  const early = await assessCaps(store, cohort, {
    rulebook,
    horizon: { asOf: "2025-12-19" as never },
  });
  expect(early).toMatchObject({ caps: { caps: [{ part: 0, base: 0 }] } });
  expect(early).not.toHaveProperty("caps.closed");
});
