import { expect, test } from "vitest";
import type { QueryItem } from "../log/condition.ts";
import { queryOf } from "./needed-events.ts";

const treeOf = (branches: number) => {
  const nodes = new Map(Array.from({ length: branches }, (_, at) => [at, at]));
  return { tree: { nodes } } as never;
};
const about = (subjects: number): readonly QueryItem[] =>
  Array.from({ length: subjects }, (_, at) => ({
    tags: [`branch:b${at}` as never],
    types: ["MeetingHeld"],
  }));
const byTypes = { items: [{ tags: [], types: ["MeetingHeld"] }] };

test("up to a tenth of the branches, and a hundred, are asked for one by one", () => {
  expect(queryOf(about(2), treeOf(20))).toEqual({ items: about(2) });
  expect(queryOf(about(3), treeOf(20))).toEqual(byTypes);
  expect(queryOf(about(100), treeOf(5000))).toEqual({ items: about(100) });
  expect(queryOf(about(101), treeOf(5000))).toEqual(byTypes);
});

test("each subject comes once, with all the types that are needed of it", () => {
  const [one] = about(1);
  const others = [
    { tags: [], types: ["AwardGranted"] },
    { ...one, types: ["MemberLeft"] },
  ];
  expect(queryOf([...about(1), ...others] as never, treeOf(20))).toEqual({
    items: [
      { ...one, types: ["MeetingHeld", "MemberLeft"] },
      { tags: [], types: ["AwardGranted"] },
    ],
  });
});

test("each subject comes once a year", () => {
  const [one] = about(1) as [QueryItem];
  const years = [
    { ...one, year: 2011 },
    { ...one, year: 2012 },
  ];
  const other = { ...one, types: ["MemberLeft"], year: 2012 };
  const items = [years[0], { ...years[1], types: ["MeetingHeld", "MemberLeft"] }];
  expect(queryOf([...years, other] as never, treeOf(20))).toEqual({ items });
  const alone = items.map((item) => ({ ...item, tags: [] }));
  expect(queryOf([...years, other] as never, treeOf(5))).toEqual({ items: alone });
});

test("what needs nothing asks for nothing", () => {
  expect(queryOf([], treeOf(20))).toEqual({ items: [] });
});
