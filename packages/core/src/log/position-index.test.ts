import { expect, test } from "vitest";
import type { Commit } from "./commit.ts";
import type { Query } from "./condition.ts";
import { PositionIndex } from "./position-index.ts";

const eventOf = ({ type = "X", tags = ["branch:b1"], data = {} as object } = {}) =>
  ({
    type,
    version: 1,
    effectiveOn: "2012-01-01",
    tags,
    data,
  }) as unknown as Commit["events"][number];
const draftOf = (commandId: string, events: readonly ReturnType<typeof eventOf>[]) => ({
  commandId,
  events,
});
const reversal = eventOf({ type: "EventReversed", data: { original: { type: "X" } } });
const drafts = [
  draftOf("a", [eventOf({ tags: ["branch:b1", "year:2012"] }), eventOf({ tags: ["branch:b1"] })]),
  draftOf("b", [eventOf({ type: "Y", tags: ["branch:b2"] })]),
  draftOf("c", [reversal]),
  draftOf("d", [eventOf({ type: "Y", tags: ["year:2012"] })]),
];
const index = new PositionIndex();
for (const [at, draft] of drafts.entries()) {
  index.add({ ...draft, position: at + 1 } as unknown as Commit);
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

test("each command has its commit", () => {
  expect(index.positionOf("c")).toBe(3);
  expect(index.positionOf("e")).toBeUndefined();
});

test("positions once given do not grow with the index", () => {
  const growing = new PositionIndex();
  const add = (position: number) =>
    growing.add({ ...draftOf(`c${position}`, [eventOf()]), position } as unknown as Commit);
  add(1);
  const given = growing.candidates({ items: [{ tags: ["branch:b1"], types: [] }] } as never, 0);
  add(2);
  expect(given).toEqual([1]);
});
