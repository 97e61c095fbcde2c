import type { Query } from "@tongket/core/log";
import { expect, test } from "vitest";
import { draftOf, eventOf, recordsOf } from "../test/sample.ts";
import { LedgerIndex } from "./ledger-index.ts";

const reversal = eventOf({ type: "EventReversed", data: { original: { type: "X" } } });
const drafts = [
  draftOf("a", [eventOf({ tags: ["branch:b1", "year:2012"] }), eventOf({ tags: ["branch:b1"] })]),
  draftOf("b", [eventOf({ type: "Y", tags: ["branch:b2"] })]),
  draftOf("c", [reversal]),
  draftOf("d", [eventOf({ type: "Y", tags: ["year:2012"] })]),
];
const head = { position: 0, hash: "", recordedAt: recordsOf([]).first as never, start: 0, end: 10 };
const index = new LedgerIndex(head);
for (const stored of recordsOf(drafts).commits) {
  const { position, recordedAt } = stored.commit;
  const mark = {
    position,
    hash: stored.hash,
    recordedAt,
    start: 10 * position,
    end: 10 * position + 10,
  };
  index.add({ stored, mark });
}

test.each([
  ["all", "all", [1, 2, 3, 4]],
  ["nothing", [], []],
  ["one tag", [[["branch:b1"], []]], [1, 3]],
  ["the rarer of two tags", [[["branch:b1", "year:2012"], []]], [1, 3]],
  ["a tag that is nowhere", [[["branch:b9", "branch:b1"], []]], []],
  ["a type, with the reversals of it", [[[], ["X"]]], [1, 3]],
  ["reversals", [[[], ["EventReversed"]]], [3]],
  ["any of two types", [[[], ["Y", "X"]]], [1, 2, 3, 4]],
  [
    "an item that asks nothing",
    [
      [[], []],
      [["branch:b2"], []],
    ],
    [1, 2, 3, 4],
  ],
  [
    "two items",
    [
      [["year:2012"], []],
      [["branch:b2"], []],
    ],
    [1, 2, 4],
  ],
] as [string, "all" | [string[], string[]][], number[]][])("%s", (_, asked, positions) => {
  const items = asked === "all" ? [] : asked.map(([tags, types]) => ({ tags, types }));
  const query = (asked === "all" ? "all" : { items }) as unknown as Query;
  for (let after = 0; after <= 5; after += 1) {
    expect(index.candidates(query, after)).toEqual(positions.filter((one) => one > after));
  }
});

test("each commit has its place, and each command its commit", () => {
  expect(index.place(2)).toEqual({ position: 2, start: 20, end: 30 });
  expect(index.place(4)).toEqual({ position: 4, start: 40, end: 50 });
  expect(index.positionOf("c")).toBe(3);
  expect(index.positionOf("e")).toBeUndefined();
});
