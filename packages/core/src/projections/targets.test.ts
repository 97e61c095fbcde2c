import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import type { RecordedEvent } from "../kernel/event.ts";
import { readBooks } from "../read-books.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import { rulebookOf } from "../rulebook/rulebook.ts";
import type { FigureValue } from "./figure.ts";
import { judgeGoal, marginOf, targetProgress } from "./targets.ts";
import { viewYear } from "./year-view.ts";

const branch = branchLine("CarryInBranch", "2012-01-01");
const admitted = (member: string, at: string): Line => [
  "AdmitMember",
  "2012-06-01",
  { member, branch: at, decidedOn: "2012-05-20" },
];
/** Below `m`, `a` admits two members and `b` one. */
const opening: readonly Line[] = [
  branch("m", "upper-committee"),
  branch("a", "base-committee", "m"),
  branch("b", "base-committee", "m"),
  branch("a1", "cell", "a"),
  branch("b1", "cell", "b"),
  admitted("p", "a1"),
  admitted("q", "a1"),
  admitted("r", "b1"),
];
const atLeast = (count: number) => ({ op: ">=", value: { count } });
const set = (target: string, part: object = {}): Line => [
  "SetTarget",
  "2012-01-05",
  {
    target,
    committee: "m",
    year: 2012,
    measure: "membersAdmitted",
    goal: atLeast(3),
    scope: "aggregate",
    text: `text of ${target}`,
    ...part,
  },
];
const revised = (target: string, goal: object): Line => [
  "ReviseTarget",
  "2012-07-01",
  { target, goal, reason: "sơ kết" },
];
const dropped = (target: string): Line => ["DropTarget", "2012-08-01", { target, reason: "trùng" }];
const declared = (target: string, reached: boolean, on = "2012-06-15"): Line => [
  "DeclareEvidence",
  on,
  { target, reached, text: "theo báo cáo" },
];

const progressOf = async (committee: string, ...lines: readonly Line[]) => {
  const { handler, store } = await openDesk();
  for (const [at, line] of [...opening, ...lines].entries()) {
    const outcome = await handler.handle(commandOf(line, `c${at}`));
    expect([line, outcome]).toMatchObject([line, { outcome: "Recorded" }]);
  }
  const rulebook = rulebookOf("vn-party", shippedPacks);
  const books = await readBooks(store);
  return targetProgress(viewYear({ books, rulebook, branch: committee as never, year: 2012 }));
};
const progressAfter = (...lines: readonly Line[]) => progressOf("m", ...lines);

describe("the targets of a committee and year", () => {
  test("stand in the order they were set, each with its figure and verdict", async () => {
    const told = { measure: "membersAdmitted", scope: "aggregate", each: [] };
    const actual = { is: "count", count: 3 };
    expect(await progressAfter(set("t1"), set("t2", { goal: atLeast(4) }))).toEqual([
      { target: "t1", text: "text of t1", ...told, goal: atLeast(3), actual, verdict: "pass" },
      { target: "t2", text: "text of t2", ...told, goal: atLeast(4), actual, verdict: "fail" },
    ]);
  });

  test("are not those of another committee or another year, whatever befell these", async () => {
    const elsewhere = [
      set("of-a", { committee: "a" }),
      set("of-2013", { year: 2013, measure: "declared" }),
      revised("of-a", atLeast(1)),
      declared("of-2013", true),
    ];
    expect(await progressAfter(...elsewhere)).toEqual([]);
  });

  test("a dropped one is gone, and the one beside it stays", async () => {
    const left = await progressAfter(set("t1"), set("t2"), dropped("t1"));
    expect(left.map(({ target }) => target)).toEqual(["t2"]);
  });

  test("a revision changes the goal and nothing else", async () => {
    const [before] = await progressAfter(set("t1", { goal: atLeast(5) }));
    const [after] = await progressAfter(set("t1", { goal: atLeast(5) }), revised("t1", atLeast(2)));
    expect(before).toMatchObject({ verdict: "fail" });
    expect(after).toEqual({ ...before, goal: atLeast(2), verdict: "pass" });
  });
});

describe("declared evidence", () => {
  const open = set("t1", { measure: "declared" });
  const verdictOf = async (...lines: readonly Line[]) => (await progressAfter(...lines))[0];

  test("decides what no count decides", async () => {
    const [none] = await progressAfter(open);
    expect(none).toMatchObject({ verdict: "unknown" });
    expect(none).not.toHaveProperty("declared");
    expect(await verdictOf(open, declared("t1", true))).toMatchObject({
      verdict: "pass",
      declared: { reached: true, text: "theo báo cáo" },
    });
    expect(await verdictOf(open, declared("t1", false))).toMatchObject({ verdict: "fail" });
  });

  test("of the old goal says nothing of a revised one, until it is declared anew", async () => {
    const lines = [open, declared("t1", true), revised("t1", atLeast(1))];
    const after = await verdictOf(...lines);
    expect(after).toMatchObject({ verdict: "unknown" });
    expect(after).not.toHaveProperty("declared");
    const anew = declared("t1", false, "2012-09-01");
    expect(await verdictOf(...lines, anew)).toMatchObject({ verdict: "fail" });
  });
});

describe("a target for each branch below", () => {
  const each = async (least: number, part: object = {}, ...lines: readonly Line[]) => {
    const [progress] = await progressAfter(
      set("t1", { scope: "each", goal: atLeast(least), ...part }),
      ...lines,
    );
    return [
      progress?.verdict,
      ...(progress?.each ?? []).map(({ branch: of, actual, verdict }) =>
        actual.is === "count" ? `${of} ${actual.count} ${verdict}` : `${of} ? ${verdict}`,
      ),
    ];
  };

  test("is reached when every one reaches it, and failed as soon as one fails", async () => {
    expect(await each(1)).toEqual(["pass", "a 2 pass", "b 1 pass"]);
    expect(await each(2)).toEqual(["fail", "a 2 pass", "b 1 fail"]);
  });

  test("is unknown while one is, unless another fails", async () => {
    const another = branch("c", "base-committee", "m");
    expect(await each(1, {}, another)).toEqual(["unknown", "a 2 pass", "b 1 pass", "c ? unknown"]);
    expect(await each(2, {}, another)).toEqual(["fail", "a 2 pass", "b 1 fail", "c ? unknown"]);
  });

  test("is unknown where there is none", async () => {
    const ofCell = set("t1", { committee: "a1", scope: "each", goal: atLeast(1) });
    expect(await progressOf("a1", ofCell)).toMatchObject([{ verdict: "unknown", each: [] }]);
  });
});

describe("of a ledger that another library wrote", () => {
  /** The targets of `m`, of the facts that are left or changed. */
  const foreign = async (change: (fact: RecordedEvent) => RecordedEvent | undefined) => {
    const { handler, store } = await openDesk();
    const lines = [...opening, set("t1"), declared("t1", true), revised("t1", atLeast(2))];
    for (const [at, line] of lines.entries()) await handler.handle(commandOf(line, `c${at}`));
    const { tally, facts } = await readBooks(store);
    const books = { tally, facts: facts.flatMap((fact) => change(fact) ?? []) };
    const rulebook = rulebookOf("vn-party", shippedPacks);
    return targetProgress(viewYear({ books, rulebook, branch: "m" as never, year: 2012 }));
  };

  test("a target of an unknown measure is unknown", async () => {
    const boats = await foreign((fact) => {
      const data = { ...(fact.data as object), measure: "boatsBuilt" };
      return fact.type === "TargetSet" ? { ...fact, data } : fact;
    });
    expect(boats).toMatchObject([
      { measure: "boatsBuilt", actual: { is: "unknown", missing: "measure" }, verdict: "unknown" },
    ]);
  });

  test("what is told of a target that was never set is passed over", async () => {
    expect(await foreign((fact) => (fact.type === "TargetSet" ? undefined : fact))).toEqual([]);
    const { books, evidence } = await withEvidence("declared");
    const facts = [...books.facts.filter(({ type }) => type !== "TargetSet"), evidence];
    expect(targetProgress(yearOf({ ...books, facts }))).toEqual([]);
  });
});

describe("a figure against a goal", () => {
  const count = (of: number): FigureValue => ({ is: "count", count: of });
  const share = (num: number, den: number): FigureValue => ({ is: "share", num, den });
  const half = { num: 1, den: 2 };

  test.each([
    ["at least 3", ">=", { count: 3 }, [count(2), count(3), count(4)], "fail pass pass"],
    ["more than 3", ">", { count: 3 }, [count(2), count(3), count(4)], "fail fail pass"],
    ["exactly 3", "=", { count: 3 }, [count(2), count(3), count(4)], "fail pass fail"],
    ["at least half", ">=", half, [share(2, 5), share(2, 4), share(3, 5)], "fail pass pass"],
    ["more than half", ">", half, [share(2, 5), share(2, 4), share(3, 5)], "fail fail pass"],
    ["exactly half", "=", half, [share(2, 5), share(2, 4), share(3, 5)], "fail pass fail"],
  ] as const)("%s", (_, op, value, actual, verdicts) => {
    expect(actual.map((one) => judgeGoal({ op, value }, one)).join(" ")).toBe(verdicts);
  });

  test("of nothing, or against nothing, decides nothing", () => {
    expect(judgeGoal({ op: ">=", value: half }, share(0, 0))).toBe("unknown");
    expect(judgeGoal({ op: ">=", value: { num: 1, den: 0 } }, share(3, 3))).toBe("unknown");
  });

  test("of the other sort decides nothing, nor does an unknown one", () => {
    const unknown: FigureValue = { is: "unknown", missing: "ratings" };
    expect(judgeGoal({ op: ">=", value: { count: 1 } }, share(3, 3))).toBe("unknown");
    expect(judgeGoal({ op: ">=", value: half }, count(3))).toBe("unknown");
    expect(judgeGoal({ op: ">=", value: half }, unknown)).toBe("unknown");
    expect(judgeGoal({ op: ">=", value: { count: 0 } }, unknown)).toBe("unknown");
  });
});

/** A target, with evidence that it is reached as an older ledger may hold it. */
const withEvidence = async (measure: string) => {
  const { handler, store } = await openDesk();
  const lines: readonly Line[] = [...opening, set("t1", { measure })];
  for (const [at, line] of lines.entries()) await handler.handle(commandOf(line, `c${at}`));
  const books = await readBooks(store);
  const data = { target: "t1", committee: "m", year: 2012, reached: true, text: "xong" };
  const last = books.facts.at(-1) as RecordedEvent;
  return { books, evidence: { ...last, type: "EvidenceDeclared", position: 3, data } };
};

const yearOf = (books: Awaited<ReturnType<typeof readBooks>>) => {
  const rulebook = rulebookOf("vn-party", shippedPacks);
  return viewYear({ books, rulebook, branch: "m" as never, year: 2012 });
};

const toldReached = async (measure: string) => {
  const { books, evidence } = await withEvidence(measure);
  return targetProgress(yearOf({ ...books, facts: [...books.facts, evidence] }));
};

test("evidence decides a target that no count decides, and no other", async () => {
  expect(await toldReached("declared")).toMatchObject([
    { verdict: "pass", declared: { reached: true, text: "xong" } },
  ]);
  const [counted] = await toldReached("membersAdmitted");
  expect(counted).toMatchObject({ actual: { is: "count", count: 3 }, verdict: "pass" });
  expect(counted).not.toHaveProperty("declared");
});

test("a margin is counted from the least that reaches the goal", () => {
  const count = (amount: number): FigureValue => ({ is: "count", count: amount });
  const share = (num: number, den: number): FigureValue => ({ is: "share", num, den });
  const unknown: FigureValue = { is: "unknown", missing: "ratings" };
  const cases = [
    [">= 100", count(105), 5],
    [">= 100", count(99), -1],
    ["> 100", count(100), -1],
    ["> 100", count(101), 0],
    ["= 100", count(98), -2],
    [">= 90/100", share(32, 35), 0],
    [">= 90/100", share(31, 35), -1],
    ["> 1/2", share(4, 8), -1],
    ["> 1/2", share(5, 8), 0],
    [">= 1/2", share(4, 8), 0],
    ["= 1/2", share(3, 8), -1],
    ["= 1/2", share(3, 7), undefined],
    [">= 100", share(100, 100), undefined],
    [">= 1/2", count(1), undefined],
    [">= 100", unknown, undefined],
  ] as const;
  for (const [goal, actual, margin] of cases) {
    const [op = ">=", value = ""] = goal.split(" ") as [">=" | ">" | "=", string];
    const [num = 0, den] = value.split("/").map(Number);
    const read = { op, value: den === undefined ? { count: num } : { num, den } };
    expect([goal, actual, marginOf(read, actual)]).toEqual([goal, actual, margin]);
    // Whoever reaches a goal does so by 0 or more, unless it asks for just so many.
    if (margin === undefined || op === "=") continue;
    expect(judgeGoal(read, actual)).toBe(margin >= 0 ? "pass" : "fail");
  }
});
