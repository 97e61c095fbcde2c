import { daysAfter, yearEnd } from "../calendar.ts";
import { type Draft, draft, inOrder } from "../command-line.ts";
import type { Roster } from "../life/roster.ts";
import { type Branch, branchesOn, cellsOn, raterOf, superiorOn, top } from "../tree.ts";

export type RatedYear = 2012 | 2013;
interface Rating {
  readonly level: string;
  readonly distinction?: "exemplary";
}

const exemplary: Rating = { level: "clean-and-strong", distinction: "exemplary" };
const clean: Rating = { level: "clean-and-strong" };

/**
 * 2012: of 36 base organisations 35 are at the top level, 24 of them exemplary.
 * 2013: of 35 base organisations 32 are at the top level, 5 of them exemplary.
 */
const belowTop: Readonly<Record<RatedYear, Readonly<Record<string, string>>>> = {
  2012: { e20: "good", d12: "completed", c33: "weak" },
  2013: { e07: "good", b11: "completed", e20: "weak", d12: "good", c21: "completed" },
};
const exemplaryBases: Readonly<Record<RatedYear, { readonly b: number; readonly e: number }>> = {
  2012: { b: 9, e: 15 },
  2013: { b: 2, e: 3 },
};

const branchRating = (id: string, year: RatedYear): Rating => {
  const level = belowTop[year][id];
  if (level !== undefined) return { level };
  const number = Number(id.slice(1));
  switch (id[0]) {
    case "b":
      return number <= exemplaryBases[year].b ? exemplary : clean;
    case "e":
      return number <= exemplaryBases[year].e ? exemplary : clean;
    case "d":
      return number <= 10 ? exemplary : clean;
    case "c":
      return [{ level: "good" }, exemplary, clean][number % 3] as Rating;
    default:
      return { level: "good" };
  }
};

export interface MemberRating {
  readonly person: string;
  readonly cell: string;
  readonly level: string;
}

/** Every member of the end of the year who is neither exempted nor suspended, cell by cell. */
export const memberRatings = (roster: Roster, year: RatedYear): readonly MemberRating[] => {
  const end = yearEnd(year);
  return cellsOn(end)
    .flatMap(({ id: cell }) => roster.membersOn(cell, end).map((person) => ({ person, cell })))
    .filter(({ person }) => !roster.isPausedOn(person, end))
    .map((one, index) => ({ ...one, level: memberLevel(roster, { ...one, index, year }) }));
};

/** Of 2012 one in a hundred is below good, of 2013 one in 22. */
const memberLevel = (
  roster: Roster,
  of: { readonly person: string; readonly index: number; readonly year: RatedYear },
): string => {
  if (roster.wasWarnedIn(of.person, of.year)) return "failing";
  const [every, at] = of.year === 2012 ? [100, 57] : [22, 7];
  if (of.index % every === at) return "completed";
  return of.index % 8 === 0 ? "excellent" : "good";
};

/** The ratings of a year, made in the January after it: by the subject, proposed, decided. */
export function* ratings(roster: Roster, year: RatedYear): Iterable<Draft> {
  const january = `${year + 1}-01`;
  const members = memberRatings(roster, year);
  const branches = branchesOn(yearEnd(year)).filter(({ id }) => id !== top);
  yield* inOrder([
    ...members
      .filter((_, index) => index % 12 === 0)
      .flatMap((one, index) => asked(one, year, { january, index })),
    ...branches.flatMap((branch, index) => askedOf(branch, year, { january, index })),
    ...members.map((one, index) => decided(one, year, daysAfter(`${january}-10`, index % 5))),
    ...paused(roster, year, `${january}-14`),
    ...branches.map((branch) => decidedOf(branch, year, `${january}-15`)),
    ...closed(members, branches, { year, on: `${january}-17` }),
    ...revised(members, year, `${january}-18`),
  ]);
}

interface Turn {
  readonly january: string;
  readonly index: number;
}

const asked = (
  { person, cell, level }: MemberRating,
  year: RatedYear,
  { january, index }: Turn,
): readonly Draft[] => {
  const rated = { subject: { member: person }, year, level };
  const vote = { inFavour: 9, against: index % 3 };
  return [
    draft("SubmitSelfRating", daysAfter(`${january}-03`, index % 3), rated),
    draft("ProposeRating", daysAfter(`${january}-07`, index % 3), { ...rated, by: cell, vote }),
  ];
};

const askedOf = ({ id }: Branch, year: RatedYear, { january, index }: Turn): readonly Draft[] => {
  const subject = { branch: id };
  const rating = branchRating(id, year);
  const by = superiorOn(id, yearEnd(year));
  const value = 70 + (index % 30);
  return [
    draft("SubmitSelfRating", `${january}-04`, { subject, year, level: rating.level }),
    draft("RecordCriterion", `${january}-08`, { subject, year, criterion: "score", value }),
    draft("ProposeRating", `${january}-09`, { subject, year, ...rating, by }),
  ];
};

const decided = ({ person, cell, level }: MemberRating, year: RatedYear, on: string): Draft => {
  const by = raterOf(cell, yearEnd(year));
  return draft("AssignRating", on, { subject: { member: person }, year, level, by });
};

const decidedOf = ({ id }: Branch, year: RatedYear, on: string): Draft => {
  const by = superiorOn(id, yearEnd(year));
  return draft("AssignRating", on, {
    subject: { branch: id },
    year,
    ...branchRating(id, year),
    by,
  });
};

function* paused(roster: Roster, year: RatedYear, on: string): Iterable<Draft> {
  const end = yearEnd(year);
  for (const { id } of cellsOn(end)) {
    for (const member of roster.membersOn(id, end)) {
      if (!roster.isPausedOn(member, end)) continue;
      const reason = "Được miễn hoặc bị đình chỉ sinh hoạt";
      const data = { subject: { member }, year, reason, by: raterOf(id, end) };
      yield draft("ExemptFromRating", on, data);
    }
  }
}

/** Every committee that had ratings to decide closes them. */
function* closed(
  members: readonly MemberRating[],
  branches: readonly Branch[],
  { year, on }: { readonly year: RatedYear; readonly on: string },
): Iterable<Draft> {
  const end = yearEnd(year);
  const committees = new Set([
    ...members.map(({ cell }) => (cell.startsWith("e") ? cell : raterOf(cell, end))),
    ...branches.map(({ id }) => superiorOn(id, end)),
  ]);
  for (const committee of committees) yield draft("CloseRatings", on, { committee, year });
}

/** After the close a rating changes only by revision: one member each year, a cell in the first. */
function* revised(members: readonly MemberRating[], year: RatedYear, on: string): Iterable<Draft> {
  const first = members.find(({ level }) => level === "completed");
  if (first !== undefined) {
    const by = raterOf(first.cell, yearEnd(year));
    const data = { subject: { member: first.person }, year, level: "good", by };
    yield draft("ReviseRating", on, { ...data, reason: "Xét lại theo đơn mẫu" });
  }
  if (year === 2012) {
    const data = { subject: { branch: "d12" }, year, level: "good", by: top };
    yield draft("ReviseRating", on, { ...data, reason: "Xét lại theo hồ sơ mẫu" });
  }
}
