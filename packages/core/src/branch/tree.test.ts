import { given, type Line } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { CalendarDate } from "../kernel/date.ts";
import { BranchId } from "../kernel/ids.ts";
import { rulebookOf, shippedPacks } from "../rulebook/index.ts";
import { belowOn, evolveTree, initialTree, lineOn, objectionsToTree } from "./tree.ts";

const branch = branchLine("EstablishBranch", "2012-01-01");
const ministry = branch("ministry", "upper-committee");
const upper = branch("upper", "upper-committee", "ministry");
const base = branch("base", "base-committee", "ministry");
const cell = branch("cell", "cell", "base");
const tree = [ministry, upper, base, cell];

const moved = (id: string, to: string, on = "2012-03-01"): Line => [
  "MoveBranch",
  on,
  { branch: id, to },
];
const inspected = (by: string, part: object = {}): Line => [
  "InspectBranch",
  "2012-06-01",
  { inspection: "i1", branch: "cell", by, kind: "inspection", mode: "thematic", ...part },
];
const rated = (subject: object, by: string, level = "clean-and-strong"): Line => [
  "AssignRating",
  "2013-01-10",
  { subject, year: 2012, by, level },
];

describe("a committee decides about what stands below it", () => {
  const contradicted = (event: string) => ({
    refused: [{ refusal: "ContradictsLater", events: [event], because: ["StandsNotAbove"] }],
  });

  test.each(["base", "ministry"])("%s inspects the cell below it", async (by) => {
    expect(await given(...tree).when(inspected(by))).toMatchObject({
      recorded: [{ data: { by } }],
    });
  });

  test("a move dated before does not take the branch from under its inspection", async () => {
    const lower = [branch("lower", "base-committee", "upper"), branch("unit", "cell", "lower")];
    const lines = [...tree, ...lower, inspected("upper", { branch: "unit" })];
    expect(await given(...lines).when(moved("lower", "ministry"))).toEqual(
      contradicted("7.0 BranchInspected"),
    );
    expect(await given(...lines).when(moved("lower", "ministry", "2012-06-02"))).toMatchObject({
      recorded: [{ type: "BranchMoved" }],
    });
  });

  test("who stands above at the year's end or on the day of the rating decides it", async () => {
    const below = branch("below", "base-committee", "upper");
    const now = moved("below", "ministry", "2013-01-05");
    const lines = [...tree, below, now];
    const subject = { branch: "below" };
    for (const by of ["upper", "ministry"]) {
      expect(await given(...lines).when(rated(subject, by))).toMatchObject({
        recorded: [{ data: { by } }],
      });
    }
    for (const by of ["base", "below"]) {
      expect(await given(...lines).when(rated(subject, by))).toEqual({
        refused: [{ refusal: "StandsNotAbove", branch: "below", by }],
      });
    }
  });

  test("a move dated before does not take a branch from under its rating", async () => {
    const below = branch("below", "base-committee", "upper");
    const lines = [...tree, below, rated({ branch: "below" }, "upper")];
    expect(await given(...lines).when(moved("below", "ministry", "2012-06-01"))).toEqual(
      contradicted("6.0 RatingAssigned"),
    );
  });

  test("a cell rates its own members, itself it does not rate", async () => {
    const member: Line = [
      "CarryInMember",
      "2012-01-01",
      { member: "an", branch: "cell", status: "official" },
    ];
    expect(
      await given(...tree, member).when(rated({ member: "an" }, "cell", "good")),
    ).toMatchObject({
      recorded: [{ data: { by: "cell" } }],
    });
    expect(await given(...tree).when(rated({ branch: "cell" }, "cell"))).toEqual({
      refused: [{ refusal: "StandsNotAbove", branch: "cell", by: "cell" }],
    });
  });

  test("a branch that nothing stands above rates itself", async () => {
    expect(await given(...tree).when(rated({ branch: "ministry" }, "ministry"))).toMatchObject({
      recorded: [{ type: "RatingAssigned" }],
    });
  });
});

describe("the tree as its events tell it", () => {
  const told = (...events: readonly (readonly [type: string, on: string, data: object])[]) => {
    const state = initialTree();
    for (const [type, effectiveOn, data] of events) {
      evolveTree(state, { type, effectiveOn, data } as never);
    }
    const today = CalendarDate.make("2013-01-10");
    const context = { rulebook: rulebookOf("vn-party", shippedPacks), today };
    return {
      objections: (claim: object) =>
        objectionsToTree(state, { type: "RatingAssigned" } as never, [claim as never], context),
      below: (id: string, day: string) => belowOn(state, BranchId.make(id), CalendarDate.make(day)),
      line: (id: string, day: string) => lineOn(state, BranchId.make(id), CalendarDate.make(day)),
    };
  };
  const begun = (id: string, kind: string, parent?: string) =>
    ["BranchCarriedIn", "2012-01-01", { branch: id, kind, parent }] as const;
  const places = [
    begun("ministry", "upper-committee"),
    begun("base", "base-committee", "ministry"),
    begun("cell", "cell", "base"),
  ];

  test("a branch stands below the one it was moved under, from that day on", () => {
    const data = { branch: "cell", kind: "cell", from: "base", to: "ministry" };
    const { below, line } = told(...places, ["BranchMoved", "2012-03-01", data]);
    expect(below("base", "2012-02-29")).toEqual(["cell"]);
    expect(below("ministry", "2012-02-29")).toEqual(["base"]);
    expect(below("base", "2012-03-01")).toEqual([]);
    expect(below("ministry", "2012-03-01")).toEqual(["base", "cell"]);
    expect(line("cell", "2012-02-29").map(({ branch: at }) => at)).toEqual([
      "cell",
      "base",
      "ministry",
    ]);
    expect(line("cell", "2012-03-01").map(({ branch: at }) => at)).toEqual(["cell", "ministry"]);
  });

  test("nothing stands before it began, or from the day it was dissolved", () => {
    const { below, line } = told(...places, ["BranchDissolved", "2012-06-01", { branch: "cell" }]);
    expect(below("base", "2011-12-31")).toEqual([]);
    expect(below("base", "2012-01-01")).toEqual(["cell"]);
    expect(below("base", "2012-05-31")).toEqual(["cell"]);
    expect(below("base", "2012-06-01")).toEqual([]);
    expect(line("cell", "2011-12-31")).toEqual([]);
    expect(line("nowhere", "2012-01-01")).toEqual([]);
  });

  test("a branch has the kind it was changed to, and stays where it is", () => {
    const data = { branch: "base", from: "base-committee", to: "base-cell", parent: "ministry" };
    const { below, line } = told(...places, ["BranchKindChanged", "2012-03-01", data]);
    const at = (kind: string) => [
      { branch: "base", kind },
      { branch: "ministry", kind: "upper-committee" },
    ];
    expect(line("base", "2012-02-29")).toEqual(at("base-committee"));
    expect(line("base", "2012-03-01")).toEqual(at("base-cell"));
    expect(below("ministry", "2012-03-01")).toEqual(["base"]);
  });

  test("who stands at the top on one of the days decides about itself", () => {
    const { objections } = told(begun("ministry", "upper-committee"));
    const claim = { of: "line", branch: "ministry", by: "ministry", itself: "at-the-top" };
    expect(objections({ ...claim, on: ["2011-12-31", "2012-01-10"] })).toEqual([]);
    expect(objections({ ...claim, on: ["2011-12-31"] })).toEqual([
      { refusal: "StandsNotAbove", facts: { branch: "ministry", by: "ministry" } },
    ]);
  });

  test("a kind that the pack of the day does not name is no base organisation", () => {
    const { objections } = told(...places, begun("club", "club", "base"));
    const claim = { of: "tree", branch: "club", on: "2012-01-01" };
    expect(objections({ ...claim, baseOrganisation: "base" })).toEqual([]);
  });

  test("a ring, which no lawful tree has, is gone round once", () => {
    const ring = [begun("a", "upper-committee", "b"), begun("b", "upper-committee", "a")];
    const line = told(...ring).line("a", "2012-01-01");
    expect(line.map(({ branch: at }) => at)).toEqual(["a", "b"]);
  });
});
