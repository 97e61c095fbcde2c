import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { rulebookFor } from "../log/rulebook-for.ts";
import { readBooks } from "../read-books.ts";
import { shippedPacks } from "../rulebook/packs/shipped.ts";
import { figureValue } from "./composition.ts";
import { compositionOf } from "./measured.ts";
import { isGoodMember, isTop } from "./rating-share.ts";
import { viewYear } from "./year-view.ts";

const branch = branchLine("CarryInBranch", "2012-01-01");
const people = ["p1", "p2", "p3", "p4", "p5"];
/** Four base organisations with a cell below one of them, and five members there. */
const opening: readonly Line[] = [
  branch("m", "upper-committee"),
  ...["b1", "b2", "b3", "b4"].map((id) => branch(id, "base-committee", "m")),
  branch("c", "cell", "b1"),
  ...people.map(
    (member): Line => ["CarryInMember", "2012-01-01", { member, branch: "c", status: "official" }],
  ),
];
const rated = (subject: object, level: string, part: object = {}): Line => [
  "AssignRating",
  "2012-12-20",
  { subject, year: 2012, level, by: "m", ...part },
];
const base = (id: string, level: string, part?: object) => rated({ branch: id }, level, part);
const member = (id: string, level: string, part?: object) =>
  rated({ member: id }, level, { by: "b1", ...part });

const measuring = async (...lines: readonly Line[]) => {
  const { handler, store } = await openDesk();
  for (const [at, line] of [...opening, ...lines].entries()) {
    const outcome = await handler.handle(commandOf(line, `c${at}`));
    expect([line, outcome]).toMatchObject([line, { outcome: "Recorded" }]);
  }
  const rulebook = await rulebookFor(store, shippedPacks);
  const books = await readBooks(store);
  const view = viewYear({ books, rulebook, branch: "m" as never, year: 2012 });
  /** `1/3 by PACK branchLevels`; what is missing, where there is nothing to take a share of. */
  return (measure: string): string => {
    const composition = compositionOf(view, measure);
    if (composition?.is !== "share") throw new Error(`${measure} is no share`);
    const value = figureValue(composition, books.tally);
    const rules = (composition.rules?.() ?? []).map((one) => ` ${one.pack} ${one.parameter}`);
    const figure = value.is === "share" ? `${value.num}/${value.den}` : JSON.stringify(value);
    return `${figure}${rules.length > 0 ? " by" : ""}${rules.join(",")}`;
  };
};
const pack = "2011-07-hd-btctw";

describe("a share of the ratings", () => {
  test("of base organisations counts no cell, and no member", async () => {
    const share = await measuring(
      base("b1", "clean-and-strong", { distinction: "exemplary" }),
      base("b2", "clean-and-strong"),
      base("b3", "clean-and-strong"),
      base("b4", "good"),
      rated({ branch: "c" }, "clean-and-strong", { by: "b1", distinction: "exemplary" }),
      member("p1", "good"),
    );
    expect(share("baseOrganisationsAtTop")).toBe(`3/4 by ${pack} branchLevels`);
    expect(share("baseOrganisationsExemplary")).toBe(
      `1/3 by ${pack} branchLevels, ${pack} branchDistinctions`,
    );
  });

  test("of members counts those at good and all better, or the best alone", async () => {
    const share = await measuring(
      member("p1", "excellent"),
      member("p2", "good"),
      member("p3", "completed"),
      member("p4", "failing"),
      member("p5", "good"),
      base("b1", "good"),
    );
    expect(share("membersAtGoodOrBetter")).toBe(
      `3/5 by ${pack} memberLevels, ${pack} memberGoodLevel`,
    );
    expect(share("membersExcellent")).toBe(`1/5 by ${pack} memberLevels`);
  });

  test("of nobody is unknown, and rests on no pack", async () => {
    const share = await measuring(base("b1", "good"));
    expect(share("membersExcellent")).toBe('{"is":"unknown","missing":"ratings"}');
    expect(share("baseOrganisationsExemplary")).toBe('{"is":"unknown","missing":"ratings"}');
  });
});

describe("under a pack that the rulebook does not hold", () => {
  test("a rating is not counted", async () => {
    const { handler, store } = await openDesk();
    for (const [at, line] of [...opening, member("p1", "excellent")].entries()) {
      await handler.handle(commandOf(line, `c${at}`));
    }
    const others = shippedPacks.filter((one) => one.pack !== pack);
    const rulebook = await rulebookFor(store, others);
    const books = await readBooks(store);
    const view = viewYear({ books, rulebook, branch: "m" as never, year: 2012 });
    const composition = compositionOf(view, "membersExcellent");
    expect(composition && figureValue(composition, books.tally)).toEqual({
      is: "unknown",
      missing: "ratings",
    });
  });
});

test("a level that a pack does not have is neither good nor at the top", () => {
  const found = shippedPacks.find((one) => one.pack === pack);
  if (found?.matter !== "rating") throw new Error(`${pack} is not shipped`);
  const unheard = { level: "unheard-of", distinction: "-" };
  expect([isGoodMember(unheard, found), isTop(unheard, found)]).toEqual([false, false]);
  const branchLevels = { ...found.parameters.branchLevels, value: [] };
  const levelless = { ...found, parameters: { ...found.parameters, branchLevels } };
  expect(isTop({ ...unheard, level: "clean-and-strong" }, levelless)).toBe(false);
});
