import { type Draft, draft, inOrder } from "../command-line.ts";
import type { Roster } from "../life/roster.ts";
import { top } from "../tree.ts";
import { memberRatings } from "./ratings.ts";

const numbered = (letter: string, numbers: readonly number[]): readonly string[] =>
  numbers.map((number) => `${letter}${String(number).padStart(2, "0")}`);
const fromTo = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Exemplary cells below a base committee; c04, c07 and c13 stand below a section of one. */
const cellsBelowBases = fromTo(0, 19)
  .map((index) => 1 + 3 * index)
  .filter((number) => ![4, 7, 13].includes(number));

/** Branches by category: 3 · 21 · 9 · 17. */
const branches: readonly (readonly [category: string, recipients: readonly string[]])[] = [
  ["base-exemplary-3-years", ["b01", "e01", "e02"]],
  ["base-exemplary", [...numbered("b", fromTo(2, 9)), ...numbered("e", fromTo(3, 15))]],
  ["direct-cell-exemplary", numbered("d", fromTo(1, 9))],
  ["base-cell-exemplary", numbered("c", cellsBelowBases)],
];

const grantedOn = "2013-01-21";
export const conference = { meeting: "hn-2012", on: "2013-01-23" } as const;

/** The certificates of the review of 2012, presented at its conference; one had been a mistake. */
export const awards = (roster: Roster): readonly Draft[] => {
  const granted = [...toBranches(), ...toMembers(roster)].map((data, index) => ({
    award: `gk-2012-${String(index + 1).padStart(2, "0")}`,
    form: "certificate",
    year: 2012,
    by: top,
    ...data,
  }));
  const { meeting, on } = conference;
  const revoked = { award: "gk-2012-nham", form: "certificate", year: 2012, by: top };
  const mistaken = { category: "base-exemplary", recipient: { branch: "e16" }, basisYears: [2012] };
  const reason = "Chi bộ mẫu không đạt tiêu biểu";
  return inOrder([
    ...granted.map((data) => draft("GrantAward", grantedOn, data)),
    draft("GrantAward", grantedOn, { ...revoked, ...mistaken }),
    draft("RevokeAward", "2013-01-22", { award: revoked.award, reason }),
    ...granted.map(({ award }) => draft("PresentAward", on, { award, meeting })),
  ]);
};

function* toBranches(): Iterable<object> {
  for (const [category, recipients] of branches) {
    const basisYears = category.endsWith("3-years") ? [2010, 2011, 2012] : [2012];
    for (const branch of recipients) yield { category, recipient: { branch }, basisYears };
  }
}

/** Eleven members rated excellent, each of another cell. */
function* toMembers(roster: Roster): Iterable<object> {
  const honoured = new Set<string>();
  for (const { person, cell, level } of memberRatings(roster, 2012)) {
    if (honoured.size === 11) return;
    if (level !== "excellent" || honoured.has(cell)) continue;
    if (roster.cellOn(person, grantedOn) !== cell) continue;
    honoured.add(cell);
    yield { category: "member-excellent", recipient: { person }, basisYears: [2012] };
  }
}
