import { type RulePack, shippedPacks } from "@tongket/core/rulebook";
import * as fc from "fast-check";
import { commandOf, type Line, openDesk } from "../given-when-then.ts";
import { demandEqual } from "./law-broken.ts";

/** Years up to 2017, the first one first: whether the cell was rated, as exemplary, in each. */
export type RatedYears = readonly boolean[];

export const someRatedYears: fc.Arbitrary<RatedYears> = fc.array(
  fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, { arbitrary: fc.boolean(), weight: 1 }),
  { minLength: 1, maxLength: 6 },
);

const lastYear = 2017;

/** What came of an award for so many years running. */
export type GrantOf = (years: RatedYears) => Promise<"granted" | { readonly brokenIn: number }>;

/** An award for years running is granted where each was rated; the last unrated one breaks it. */
export const unratedYearsBreakStreaks = async (
  years: RatedYears,
  grantOf: GrantOf = grantIn(packsAsking),
): Promise<void> => {
  const gap = years.lastIndexOf(false);
  demandEqual("a streak breaks on an unrated year", {
    found: await grantOf(years),
    expected: gap === -1 ? "granted" : { brokenIn: lastYear - years.length + 1 + gap },
    where: years,
  });
};

const category = "branch-excellent-5-years";

/** The shipped packs, the award asking for as many years as there are. */
export const packsAsking = (yearsRunning: number): readonly RulePack[] =>
  shippedPacks.map((pack) => {
    if (pack.matter !== "award") return pack;
    const eligibility = pack.parameters.eligibility.map((one) =>
      one.category === category ? { ...one, yearsRunning } : one,
    );
    return { ...pack, parameters: { ...pack.parameters, eligibility } };
  });

const branch = (id: string, kind: string, parent?: string): Line => [
  "CarryInBranch",
  "2010-01-01",
  { branch: id, kind, name: id, ...(parent === undefined ? {} : { parent }) },
];

/** In a ledger under the packs; another cell is rated each year, so that each can be closed. */
export const grantIn =
  (packs: (yearsRunning: number) => readonly RulePack[]): GrantOf =>
  async (years) => {
    const rated = (cell: string, year: number): Line => [
      "AssignRating",
      `${year}-12-20`,
      {
        ...{ subject: { branch: cell }, year, by: "m" },
        ...{ level: "clean-and-strong", distinction: "exemplary" },
      },
    ];
    const lines = [
      ...[branch("m", "upper-committee"), branch("c", "cell", "m"), branch("d", "cell", "m")],
      ...years.flatMap((isRated, index): readonly Line[] => {
        const year = lastYear - years.length + 1 + index;
        const own = isRated ? [rated("c", year)] : [];
        return [
          ...own,
          rated("d", year),
          ["CloseRatings", `${year}-12-25`, { committee: "m", year }],
        ];
      }),
    ];
    const { handler } = await openDesk({ packs: packs(years.length) });
    const commands = lines.map((line, index) => commandOf(line, `line-${index}`));
    const before = await handler.handleTogether(commands);
    if (before.outcome !== "Recorded") throw new Error(JSON.stringify(before));
    const award = { award: "a", form: "certificate", category, recipient: { branch: "c" } };
    const grant = { ...award, basisYears: [lastYear], year: lastYear, by: "m" };
    const outcome = await handler.handle(commandOf(["GrantAward", "2026-01-10", grant], "grant"));
    if (outcome.outcome !== "Refused") return "granted";
    return { brokenIn: Number(outcome.refusals[0]?.facts["brokenIn"]) };
  };
