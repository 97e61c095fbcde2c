import { BranchId } from "@tongket/core";
import { keepBooks, measured, viewYear } from "@tongket/core/projections";
import { expect, test } from "vitest";
import { emptyStore, rulebookWith } from "../history/history.ts";
import { historyOf } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { ministry } from "../ministry/ministry.ts";
import { recordLines } from "../ministry/record-lines.ts";
import { type FigureOf, figuresAreCounted } from "./figures-are-counted.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

test("every figure of every branch and year of any history", () =>
  inThousandRuns(lawfulHistory(), async (plan) => {
    const { events, rulebook } = await historyOf(plan);
    figuresAreCounted(events, rulebook);
  }));

test("every figure of every branch of a ministry", async () => {
  const lines = ministry({ seed: 11, branches: 12, members: 80, years: 2 });
  const events = [];
  for await (const event of recordLines(emptyStore(), lines)) events.push(event);
  figuresAreCounted(events, rulebookWith(events));
});

test("figures that forget what was taken back break it", async () => {
  const faulty: FigureOf = (events, { branch, year, rulebook }) => {
    const books = keepBooks();
    for (const event of events) if (event.type !== "EventReversed") books.take(event);
    const asked = { branch: BranchId.make(branch), year };
    const view = viewYear({ books: books.close(), rulebook, ...asked });
    return (measure) => measured(view, measure);
  };
  const found = failsWithinThousandRuns(lawfulHistory(), async (plan) => {
    const { events, rulebook } = await historyOf(plan);
    figuresAreCounted(events, rulebook, faulty);
  });
  expect(await found).toBe(true);
});
