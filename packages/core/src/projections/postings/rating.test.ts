import type { DomainEvent } from "@tongket/core";
import { given, type Line } from "@tongket/testing";
import { expect, test } from "vitest";
import { branchLine } from "../../../test/branch-line.ts";
import { postedMembers, postings } from "../postings.ts";

const branch = branchLine("CarryInBranch", "2012-01-01");
const opening: readonly Line[] = [
  branch("m", "upper-committee"),
  branch("b", "base-committee", "m"),
  branch("c", "cell", "b"),
  ["CarryInMember", "2012-01-01", { member: "an", branch: "c", status: "official" }],
];
const an = { subject: { member: "an" }, year: 2012 };
const base = { subject: { branch: "b" }, year: 2012 };
const assigned = (whose: object, level: string, part: object = {}): Line => [
  "AssignRating",
  "2013-01-10",
  { ...whose, level, by: "m", ...part },
];
const revised = (whose: object, level: string, part: object = {}): Line => [
  "ReviseRating",
  "2013-02-01",
  { ...whose, level, by: "m", reason: "khiếu nại", ...part },
];

type Posted = Pick<DomainEvent, "type" | "data" | "effectiveOn">;
/** An event with no more than what its posting says that it reads. */
const asRead = (event: Posted): Posted => {
  const members = postedMembers(event.type) ?? [];
  const data = Object.entries(event.data as object).filter(([name]) => members.includes(name));
  return { ...event, data: Object.fromEntries(data) };
};

/** What the last line posts: `c 2012 rated member PACK good - +1`. */
const postedBy = async (...lines: readonly Line[]): Promise<readonly string[]> => {
  const told = await given(...opening, ...lines.slice(0, -1)).when(...lines.slice(-1));
  if (told === "unchanged" || "refused" in told) throw new Error(JSON.stringify(told));
  const posted: string[] = [];
  for (const event of told.recorded) {
    postings(asRead(event), (at, year, measure, amount) => {
      posted.push(`${at} ${year} ${measure} ${amount > 0 ? "+" : ""}${amount}`);
    });
  }
  return posted;
};
const pack = "2011-07-hd-btctw";

test("a rating counts at the branch of its subject, in the year it is for", async () => {
  expect(await postedBy(assigned(an, "good"))).toEqual([`c 2012 rated member ${pack} good - +1`]);
  expect(await postedBy(assigned(base, "clean-and-strong", { distinction: "exemplary" }))).toEqual([
    `b 2012 rated base-committee ${pack} clean-and-strong exemplary +1`,
  ]);
});

test("a revision moves one from its old level to its new one", async () => {
  expect(await postedBy(assigned(an, "good"), revised(an, "completed"))).toEqual([
    `c 2012 rated member ${pack} good - -1`,
    `c 2012 rated member ${pack} completed - +1`,
  ]);
  const exemplary = revised(base, "clean-and-strong", { distinction: "exemplary" });
  expect(await postedBy(assigned(base, "clean-and-strong"), exemplary)).toEqual([
    `b 2012 rated base-committee ${pack} clean-and-strong - -1`,
    `b 2012 rated base-committee ${pack} clean-and-strong exemplary +1`,
  ]);
});

test("an exemption counts apart from the ratings", async () => {
  const exempted: Line = ["ExemptFromRating", "2013-01-10", { ...an, by: "b", reason: "ốm" }];
  expect(await postedBy(exempted)).toEqual(["c 2012 rating-exempted member +1"]);
});

test.each<Line>([
  ["SubmitSelfRating", "2012-12-20", { ...an, level: "good" }],
  ["RecordCriterion", "2012-12-20", { ...an, criterion: "tasks-late", value: 2 }],
  ["ProposeRating", "2012-12-20", { ...an, level: "good", by: "c" }],
  ["CloseRatings", "2012-12-20", { committee: "m", year: 2012 }],
])("%s counts nothing", async (...line) => {
  const rated: Line = ["AssignRating", "2012-12-10", { ...base, level: "good", by: "m" }];
  expect(await postedBy(rated, line)).toEqual([]);
});
