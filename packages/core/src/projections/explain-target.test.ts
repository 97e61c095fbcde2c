import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { explainTarget } from "../explain.ts";
import type { Horizon } from "../log/effective.ts";
import { readBooks } from "../read-books.ts";
import { readInto } from "../read-into.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import { rulebookOf } from "../rulebook/rulebook.ts";
import { explainingTarget } from "./explain-target.ts";
import { viewYear, type YearView } from "./year-view.ts";

const branch = (id: string, kind: string, parent?: string): Line => [
  "CarryInBranch",
  "2010-01-01",
  { branch: id, kind, name: `Name of ${id}`, ...(parent === undefined ? {} : { parent }) },
];
const set = (target: string, part: object = {}): Line => [
  "SetTarget",
  "2012-01-05",
  {
    target,
    committee: "m",
    year: 2012,
    measure: "membersAdmitted",
    goal: { op: ">=", value: { count: 1 } },
    scope: "aggregate",
    text: "kết nạp",
    ...part,
  },
];
const revised: Line = [
  "ReviseTarget",
  "2012-07-01",
  { target: "t1", goal: { op: ">=", value: { count: 2 } }, reason: "sơ kết" },
];
const declared: Line = [
  "DeclareEvidence",
  "2012-11-01",
  { target: "t1", reached: true, text: "theo báo cáo" },
];
const admitted: Line = [
  "AdmitMember",
  "2012-06-01",
  { member: "p", branch: "a", decidedOn: "2012-05-20" },
];
/** Positions 1 to 3; what a test adds follows from 4 on. */
const tree = [branch("m", "upper-committee"), branch("a", "cell", "m"), branch("b", "cell", "m")];

const ledgerOf = async (...lines: readonly Line[]) => {
  const { handler, store } = await openDesk();
  for (const [at, line] of [...tree, ...lines].entries()) {
    expect(await handler.handle(commandOf(line, `c${at}`))).toMatchObject({ outcome: "Recorded" });
  }
  const rulebook = rulebookOf("vn-party", shippedPacks);
  const viewOf = async (horizon: Horizon, part: { branch?: string; year?: number }) =>
    viewYear({
      books: await readBooks(store, horizon),
      rulebook,
      ...{ branch: "m" as never, year: 2012, ...horizon, ...(part as object) },
    });
  return { store, viewOf };
};
const explained = async (lines: readonly Line[], horizon: Horizon = {}, part = {}) => {
  const { store, viewOf } = await ledgerOf(...lines);
  return explainTarget(store, { view: await viewOf(horizon, part), horizon, target: "t1" });
};

describe("the explanation of a target", () => {
  test("lists what set and revised it, and the events of its figure", async () => {
    const lines = [set("t1"), set("t2"), admitted, revised];
    const told = await explained(lines);
    expect(told?.target).toMatchObject({
      target: "t1",
      goal: { value: { count: 2 } },
      verdict: "fail",
    });
    expect(told?.target.events).toMatchObject([
      { address: "4.0", type: "TargetSet", actor: "clerk", makes: "target", postings: [] },
      { address: "7.0", type: "TargetRevised", makes: "target" },
    ]);
    expect(told?.figure).toMatchObject({ value: { is: "count", count: 1 } });
    expect(told?.figure.parts[0]?.events).toMatchObject([{ address: "6.0", actor: "clerk" }]);
  });

  test("lists the evidence of one that no count decides", async () => {
    const told = await explained([set("t1", { measure: "declared" }), declared]);
    expect(told?.target).toMatchObject({ verdict: "pass", declared: { reached: true } });
    expect(told?.target.events).toMatchObject([
      { address: "4.0", type: "TargetSet", makes: "target" },
      { address: "5.0", type: "EvidenceDeclared", makes: "target" },
    ]);
  });

  test("ends where its horizon ends", async () => {
    const told = await explained([set("t1"), revised], { asOf: "2012-06-30" as never });
    expect(told?.target.events.map(({ address }) => address)).toEqual(["4.0"]);
    expect(told?.target).toMatchObject({ goal: { value: { count: 1 } } });
  });

  test("names each branch judged", async () => {
    const told = await explained([set("t1", { scope: "each" }), admitted]);
    expect(told?.target.each).toEqual([
      { branch: "a", name: "Name of a", actual: { is: "count", count: 1 }, verdict: "pass" },
      {
        branch: "b",
        name: "Name of b",
        actual: { is: "unknown", missing: "admissions" },
        verdict: "unknown",
      },
    ]);
  });

  test("is none where the committee or the year is another", async () => {
    expect(await explained([set("t1")], {}, { branch: "a" })).toBeUndefined();
    expect(await explained([set("t1")], {}, { year: 2013 })).toBeUndefined();
    expect(await explained([set("t2")])).toBeUndefined();
  });
});

describe("of a ledger that this version does not write", () => {
  /** As though a later version had set the target for something else. */
  const changed = (view: YearView, address: number, part: object): YearView => {
    const facts = view.books.facts.map((fact) =>
      fact.position === address ? { ...fact, data: { ...(fact.data as object), ...part } } : fact,
    );
    return { ...view, books: { ...view.books, facts } };
  };

  test("a target of an unknown measure has a figure of nothing", async () => {
    const { store, viewOf } = await ledgerOf(set("t1"));
    const view = changed(await viewOf({}, {}), 4, { measure: "boatsBuilt" });
    const explaining = explainingTarget(view, "t1");
    const told = explaining && (await readInto(store, explaining));
    expect(told?.figure).toEqual({
      figure: { measure: "boatsBuilt", branch: "m", year: 2012 },
      value: { is: "unknown", missing: "measure" },
      parts: [],
      rules: [],
      reported: [],
      missing: "measure",
    });
    expect(told?.target.events.map(({ address }) => address)).toEqual(["4.0"]);
  });

  test("the same id at another committee or in another year is another target", async () => {
    const { store, viewOf } = await ledgerOf(set("t1"), set("t2"), set("t3"));
    const once = changed(await viewOf({}, {}), 5, { target: "t1", committee: "a" });
    const view = changed(once, 6, { target: "t1", year: 2013 });
    const explaining = explainingTarget(view, "t1");
    const told = explaining && (await readInto(store, explaining));
    expect(told?.target.events.map(({ address }) => address)).toEqual(["4.0"]);
  });
});
