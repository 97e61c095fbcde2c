import { commandOf, type Line, openDesk } from "@tongket/testing";
import { expect, test } from "vitest";
import { rulebookFor } from "../../log/rulebook-for.ts";
import { measured } from "../../projections/measured.ts";
import { viewYear } from "../../projections/year-view.ts";
import { readBooks } from "../../read-books.ts";
import { shippedPacks } from "../../rulebook/packs/shipped.ts";
import { annualReview } from "../annual-review.ts";

const opened: Line = [
  "EstablishBranch",
  "2012-01-01",
  { branch: "m", kind: "upper-committee", name: "M" },
];
const plan = (on: string, items: readonly string[], part: object = {}): Line => [
  "AdoptPlan",
  on,
  { committee: "m", year: 2012, plan: "p", title: "Plan", items, ...part },
];
const draft = { draft: true, title: "Draft" };

/** The number of items, and what the report shows of plans. */
const plansAfter = async (...lines: readonly Line[]) => {
  const { handler, store } = await openDesk();
  for (const [at, line] of [opened, ...lines].entries()) {
    expect(await handler.handle(commandOf(line, `c${at}`))).toMatchObject({ outcome: "Recorded" });
  }
  const [books, rulebook] = [await readBooks(store), await rulebookFor(store, shippedPacks)];
  const request = { books, rulebook, branch: "m" as never, year: 2012 };
  const { position, hash } = await store.head();
  const origin = { ledger: "test", position, hash };
  const { sections } = annualReview({ ...request, year: 2011, lang: "en", origin });
  return {
    items: measured(viewYear(request), "planItems"),
    titles: sections.map(({ heading }) => heading).filter((one) => /plan|draft/i.test(one)),
  };
};

test("a final plan takes the place of its drafts, in the count and in the report", async () => {
  const drafts = [
    plan("2012-12-01", ["a", "b", "c"], draft),
    plan("2012-12-20", ["a", "b", "c", "d", "e"], draft),
  ];
  expect(await plansAfter(...drafts)).toEqual({
    items: { is: "count", count: 5 },
    titles: ["Draft (draft)"],
  });
  expect(await plansAfter(...drafts, plan("2013-01-10", ["a", "b", "c", "d"]))).toEqual({
    items: { is: "count", count: 4 },
    titles: ["Plan"],
  });
});

test("a final plan that is taken back leaves its draft", async () => {
  const lines = [plan("2012-12-01", ["a", "b", "c"], draft), plan("2013-01-10", ["a"])];
  const reversed: Line = ["ReverseEvent", "2013-01-11", { target: "3.0", reason: "x" }];
  expect(await plansAfter(...lines, reversed)).toMatchObject({ items: { count: 3 } });
});
