import type { Query } from "@tongket/core/log";
import { expect, test } from "vitest";
import { draftOf, eventOf, newYear, recordsOf } from "../test/sample.ts";
import { HeldPart, mayMatch, placesIn, soughtBy, soughtById } from "./index-part.ts";

const event = (type: string, ...tags: string[]) => eventOf({ type, tags });
const ofYear = (year: number) => eventOf({ type: "Y", tags: [], data: { year } });
const { commits } = recordsOf([
  draftOf("a", [event("X", "branch:b1", "person:p1")]),
  draftOf("b", [event("Y", "branch:b1"), event("X", "person:p1"), ofYear(2010)]),
  draftOf("c", [event("Y", "branch:b1", "person:p1")]),
  { ...draftOf("d", [event("X", "branch:b2")]), furtherIds: ["X"] },
]);

const markAt = (position: number, hash = "") => ({
  position,
  hash,
  recordedAt: newYear,
  start: 100 * position,
  end: 100 * (position + 1),
});
const part = new HeldPart(markAt(0));
for (const stored of commits) {
  part.add({ stored, mark: markAt(stored.commit.position, stored.hash) });
}

const positions = (sought: ReturnType<typeof soughtBy>, after = 0): readonly number[] =>
  placesIn(part, sought, after).map(({ position }) => position);
const asked = (...items: { tags?: string[]; types?: string[]; year?: number }[]): Query =>
  ({
    items: items.map(({ tags = [], types = [], ...year }) => ({ tags, types, ...year })),
  }) as unknown as Query;

test.each([
  [asked({ tags: ["branch:b1"] }), [1, 2, 3]],
  [asked({ tags: ["branch:b1", "person:p1"] }), [1, 3]],
  [asked({ tags: ["person:p1"], types: ["X"] }), [1, 2]],
  [asked({ tags: ["branch:b2", "person:p1"] }), []],
  [asked({ types: ["X", "Y"] }), [1, 2, 3, 4]],
  [asked({ tags: ["branch:b2"] }, { tags: ["person:p1"], types: ["Y"] }), [3, 4]],
  [asked({ tags: ["branch:b2"] }, {}), [1, 2, 3, 4]],
  [asked({ tags: ["branch:b2"], year: 2012 }, { types: ["X"], year: 2011 }), [4]],
  [asked(), []],
  ["all" as const, [1, 2, 3, 4]],
])("%j: only commits with an event of all the tags and any of the types", (query, found) => {
  expect(positions(soughtBy(query))).toEqual(found);
  expect(positions(soughtBy(query), 2)).toEqual(found.filter((position) => position > 2));
});

test("of many events in a commit the first seven are told apart, and none is missing", () => {
  const types = [..."ABCDEFGHIJ"];
  const many = new HeldPart(markAt(0));
  const events = types.map((type) => event(type, `of:${type}`));
  const [stored] = recordsOf([draftOf("many", events)]).commits;
  many.add({ stored: stored as never, mark: markAt(1, stored?.hash) });
  const isFound = (tag: string, type: string): boolean =>
    placesIn(many, soughtBy(asked({ tags: [`of:${tag}`], types: [type] })), 0).length > 0;
  const found = types.map((tag) => types.filter((type) => isFound(tag, type)).join(""));
  expect(found.join(" ")).toBe("A B C D E F G HIJ HIJ HIJ");
});

test("an id, a tag and a type of one spelling are told apart", () => {
  expect(positions(soughtById("X"))).toEqual([4]);
  expect(positions(soughtById("b"))).toEqual([2]);
  expect(positions(soughtById("branch:b1"))).toEqual([]);
  expect(soughtBy(asked({ tags: ["X"] })).map((item) => mayMatch(part, item))).toEqual([false]);
});

test("a part tells the years of its events, and no others", () => {
  expect([2009, 2010, 2011, 2012, 2013].filter((year) => part.mayBeOf(year))).toEqual([2010, 2012]);
});

test("a place is that of the record", () => {
  expect(placesIn(part, soughtById("d"), 0)).toEqual([{ position: 4, start: 400, end: 500 }]);
  expect(placesIn(part, soughtById("a"), 0)).toEqual([{ position: 1, start: 100, end: 200 }]);
});
