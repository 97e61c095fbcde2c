import { commandOf, type Line, openDesk } from "@tongket/testing";
import { expect, test } from "vitest";
import type { RecordedEvent } from "../kernel/event.ts";
import { rulebookFor } from "../log/rulebook-for.ts";
import { readBooks } from "../read-books.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import { targetProgress } from "./targets.ts";
import { viewYear } from "./year-view.ts";

const set = (measure: string): Line => [
  "SetTarget",
  "2013-01-05",
  {
    ...{ target: "t", committee: "m", year: 2013, scope: "aggregate", text: "x" },
    ...{ measure, goal: { op: ">=", value: { count: 5 } } },
  },
];
const founded = { branch: "m", kind: "upper-committee", name: "M" };

/** The target set, with evidence that it is reached as an older ledger may hold it. */
const toldReached = async (measure: string) => {
  const { handler, store } = await openDesk();
  const lines: readonly Line[] = [["CarryInBranch", "2012-01-01", founded], set(measure)];
  for (const [at, line] of lines.entries()) await handler.handle(commandOf(line, `c${at}`));
  const books = await readBooks(store);
  const told = { target: "t", committee: "m", year: 2013, reached: true, text: "xong" };
  const last = books.facts.at(-1) as RecordedEvent;
  const evidence = { ...last, type: "EvidenceDeclared", position: 3, data: told };
  const view = viewYear({
    books: { ...books, facts: [...books.facts, evidence] },
    rulebook: await rulebookFor(store, shippedPacks),
    branch: "m" as never,
    year: 2013,
  });
  return targetProgress(view);
};

test("evidence decides a target that no count decides, and no other", async () => {
  expect(await toldReached("declared")).toMatchObject([
    { verdict: "pass", declared: { reached: true, text: "xong" } },
  ]);
  const [counted] = await toldReached("membersAdmitted");
  expect(counted).toMatchObject({ verdict: "unknown", actual: { is: "unknown" } });
  expect(counted).not.toHaveProperty("declared");
});
