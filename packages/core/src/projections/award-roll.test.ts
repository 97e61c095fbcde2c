import { commandOf, type Line, openDesk } from "@tongket/testing";
import { expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { readBooks } from "../read-books.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import { rulebookOf } from "../rulebook/rulebook.ts";
import { awardRoll } from "./award-roll.ts";
import { viewYear } from "./year-view.ts";

const branch = branchLine("CarryInBranch", "2012-01-01");
const opening: readonly Line[] = [
  branch("m", "upper-committee"),
  branch("b", "base-committee", "m"),
  branch("c", "cell", "b"),
  branch("other", "cell", "m"),
  ["CarryInMember", "2012-01-01", { member: "an", branch: "c", status: "official" }],
];
const granted = (award: string, recipient: object, part: object = {}): Line => [
  "GrantAward",
  "2013-01-23",
  {
    award,
    form: "certificate",
    category: "member-excellent",
    recipient,
    basisYears: [2012],
    year: 2012,
    by: "m",
    ...part,
  },
];
const presented = (award: string): Line => ["PresentAward", "2013-02-03", { award }];
const revoked = (award: string): Line => ["RevokeAward", "2013-03-01", { award, reason: "nhầm" }];

/** The roll of `b` with its cell `c`, for 2012. */
const rollAfter = async (...lines: readonly Line[]) => {
  const { handler, store } = await openDesk();
  for (const [at, line] of [...opening, ...lines].entries()) {
    expect(await handler.handle(commandOf(line, `c${at}`))).toMatchObject({ outcome: "Recorded" });
  }
  const rulebook = rulebookOf("vn-party", shippedPacks);
  const books = await readBooks(store);
  return awardRoll(viewYear({ books, rulebook, branch: "b" as never, year: 2012 }));
};

test("awards stand in the order they were granted, with whom and what they are for", async () => {
  const roll = await rollAfter(
    granted("first", { person: "an" }),
    granted("second", { branch: "b" }, { basisYears: [2011, 2012] }),
    presented("first"),
  );
  const kind = { category: "member-excellent", form: "certificate" };
  expect(roll).toEqual([
    { award: "first", ...kind, recipient: { person: "an" }, basisYears: [2012], presented: true },
    {
      award: "second",
      ...kind,
      recipient: { branch: "b" },
      basisYears: [2011, 2012],
      presented: false,
    },
  ]);
});

test("a revoked award is gone, and one granted beside it stays", async () => {
  const roll = await rollAfter(
    granted("first", { person: "an" }),
    granted("second", { branch: "c" }),
    revoked("first"),
  );
  expect(roll.map(({ award }) => award)).toEqual(["second"]);
});

test("an award of another year or another branch is none, though it was presented", async () => {
  const roll = await rollAfter(
    granted("elsewhere", { branch: "other" }),
    granted("later", { branch: "c" }, { year: 2013 }),
    presented("elsewhere"),
    presented("later"),
  );
  expect(roll).toEqual([]);
});
