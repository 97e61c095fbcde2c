import { expect, test } from "vitest";
import type { Tag } from "../kernel/ids.ts";
import { aboutAny, matches, nothing, ofTypes } from "./condition.ts";

const [cell, other, an] = ["branch:cell", "branch:other", "person:an"] as Tag[] as [Tag, Tag, Tag];
const admitted = { type: "MemberAdmitted", tags: [an, cell], data: {} };
const renamed = { type: "BranchRenamed", tags: [cell], data: {} };
const reversing = (original: { readonly tags: readonly Tag[] }) => ({
  type: "EventReversed",
  tags: original.tags,
  data: { target: "3.0", reason: "nhầm", original },
});
const reversal = reversing(admitted);

test("all matches every event, no items match none", () => {
  expect(matches("all", renamed)).toBe(true);
  expect(matches(nothing, renamed)).toBe(false);
  expect(matches(aboutAny([]), renamed)).toBe(false);
});

test("an item without tags and types matches every event", () => {
  expect(matches({ items: [{ tags: [], types: [] }] }, renamed)).toBe(true);
});

test("an item asks for all its tags", () => {
  const both = { items: [{ tags: [cell, an], types: [] }] };
  expect(matches(both, admitted)).toBe(true);
  expect(matches(both, renamed)).toBe(false);
});

test("an item asks for any of its types", () => {
  const types = { items: [{ tags: [cell], types: ["BranchRenamed", "BranchMoved"] }] };
  expect(matches(types, renamed)).toBe(true);
  expect(matches(types, admitted)).toBe(false);
});

test("tags and types of one item are asked together, those of two items apart", () => {
  const types = ["MemberAdmitted"];
  expect(matches({ items: [{ tags: [other], types }] }, admitted)).toBe(false);
  expect(
    matches(
      {
        items: [
          { tags: [other], types: [] },
          { tags: [], types },
        ],
      },
      admitted,
    ),
  ).toBe(true);
});

test("aboutAny matches an event of any of the subjects, ofTypes of any of the types", () => {
  expect(matches(aboutAny([other, cell]), renamed)).toBe(true);
  expect(matches(aboutAny([other]), renamed)).toBe(false);
  expect(matches(ofTypes("BranchMoved", "BranchRenamed"), renamed)).toBe(true);
  expect(matches(ofTypes("BranchMoved"), renamed)).toBe(false);
});

test("a tag is compared whole", () => {
  expect(matches(aboutAny(["branch:cel" as Tag, "cell" as Tag]), renamed)).toBe(false);
});

test("an item asks for events of its year: by their day, and by what their data name", () => {
  const of2011 = { items: [{ tags: [cell], types: [], year: 2011 }] };
  const noted = { ...renamed, effectiveOn: "2012-01-31" };
  const about = (data: object) => ({ ...noted, data });
  expect(matches(of2011, noted)).toBe(false);
  expect(matches(of2011, { ...noted, effectiveOn: "2011-12-31" })).toBe(true);
  for (const data of [{ year: 2011 }, { admissionYear: 2011 }, { decidedOn: "2011-12-31" }]) {
    expect(matches(of2011, about(data))).toBe(true);
    expect(matches(of2011, { ...noted, ...reversing(about(data)) })).toBe(true);
    expect(matches({ items: [{ tags: [other], types: [], year: 2011 }] }, about(data))).toBe(false);
  }
  expect(matches(of2011, about({ reached: 2011, note: "2011-12-31", years: [2011] }))).toBe(false);
});

test("what matches an event matches its reversal, which also has a type of its own", () => {
  expect(matches(ofTypes("MemberAdmitted"), reversal)).toBe(true);
  expect(matches({ items: [{ tags: [an], types: ["MemberAdmitted"] }] }, reversal)).toBe(true);
  expect(matches(ofTypes("EventReversed"), reversal)).toBe(true);
  expect(matches(ofTypes("BranchRenamed"), reversal)).toBe(false);
});
