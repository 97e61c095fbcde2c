import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../kernel/date.ts";
import { inForce } from "../in-force.ts";
import { rulebookOf } from "../rulebook.ts";
import { statementsOf } from "../statements.ts";
import { shippedPacks } from "./shipped.ts";

/** The grades of everything in a value that has one, however deep. */
const gradesIn = (value: unknown): readonly string[] => {
  if (typeof value !== "object" || value === null) return [];
  const { verification } = value as { readonly verification?: string };
  const own = verification === undefined ? [] : [verification];
  return [...own, ...Object.values(value).flatMap(gradesIn)];
};

const countsOf = (grades: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const grade of grades) counts[grade] = (counts[grade] ?? 0) + 1;
  return counts;
};

/** The rows of docs/reference/rule-packs.md: the counts of each pack by grade. */
const documented = (): ReadonlyMap<string, Record<string, number>> => {
  const page = readFileSync(
    new URL("../../../../../docs/reference/rule-packs.md", import.meta.url),
    "utf8",
  );
  const rows = page
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.slice(2, -2).split(" | "));
  const [head = [], , ...body] = rows;
  return new Map(
    body.map(([name = "", , , ...counts]) => [
      name.replaceAll("`", ""),
      Object.fromEntries(
        counts.flatMap((count, at) => (count === "0" ? [] : [[head[at + 3], Number(count)]])),
      ),
    ]),
  );
};

describe("the parameters by how far they were verified", () => {
  test.each(shippedPacks)("$pack has what the reference says", (pack) => {
    const counts = countsOf(gradesIn(pack.parameters));
    expect(counts).toEqual(documented().get(pack.pack));
    expect(countsOf(statementsOf(pack).map(({ verification }) => verification))).toEqual(counts);
  });

  test("all together too", () => {
    const grades = shippedPacks.flatMap(({ parameters }) => gradesIn(parameters));
    expect(countsOf(grades)).toEqual(documented().get("all"));
  });

  test("what was not found is null and unverified, and never a number", () => {
    const caps = shippedPacks.flatMap((pack) =>
      pack.matter === "rating" ? (pack.parameters.caps ?? []) : [],
    );
    for (const { value, verification } of caps) {
      expect(value === null).toBe(verification === "unverified");
    }
  });
});

describe("in force", () => {
  const rulebook = rulebookOf("vn-party", shippedPacks);
  const on = (day: string): string => {
    const found = inForce(rulebook, "rating", day as CalendarDate);
    return found.inForce === "One" ? found.pack.pack : found.inForce;
  };

  test.each([
    ["2008-10-09", "None"],
    ["2008-10-10", "2008-20-hd-btctw"],
    ["2011-10-10", "2008-20-hd-btctw"],
    ["2011-10-11", "2011-07-hd-btctw"],
    ["2014-09-24", "2011-07-hd-btctw"],
    ["2014-09-25", "2014-27-hd-btctw"],
    ["2018-09-23", "2014-27-hd-btctw"],
    ["2018-09-24", "2018-16-hd-btctw"],
    ["2019-10-17", "2018-16-hd-btctw"],
    ["2019-10-18", "2019-21-hd-btctw"],
    ["2023-10-03", "2019-21-hd-btctw"],
    ["2023-10-04", "2023-124-qd-tw"],
    ["2025-08-29", "2023-124-qd-tw"],
    ["2025-08-30", "2025-366-qd-tw"],
    ["2999-12-31", "2025-366-qd-tw"],
  ])("on %s ratings are under %s", (day, pack) => expect(on(day)).toBe(pack));
});
