import type { RecordedEvent } from "@tongket/core";
import { type RatingPack, type Rulebook, ratingPackOf } from "@tongket/core/rulebook";
import { kindOf } from "../vocabulary.ts";
import { branchesUnder, type PlainBranch, plainTree } from "./plain-tree.ts";
import { inOrderOfEffect, standingAmong } from "./standing-events.ts";

type Data = Readonly<Record<string, unknown>>;

/** All that a figure of one branch and year is counted from. */
interface Counting {
  readonly facts: readonly RecordedEvent[];
  readonly tree: ReadonlyMap<string, PlainBranch>;
  readonly scope: ReadonlySet<string>;
  readonly branch: string;
  readonly year: number;
  readonly rulebook: Rulebook;
}

/** What a count comes to: so many, so many of so many, or nothing known. */
type Counted = number | readonly [num: number, den: number] | undefined;

/**
 * Figures of a branch and year, each counted with plain loops over the events. Shares no code with
 * the projections; slow, and easy to believe. Keyed by the name of the measure.
 */
export const figuresCounted = (
  events: readonly RecordedEvent[],
  asked: { readonly branch: string; readonly year: number; readonly rulebook: Rulebook },
): ReadonlyMap<string, number | readonly number[] | "unknown"> => {
  const facts = inOrderOfEffect(standingAmong(events));
  const tree = plainTree(facts, `${asked.year}-12-31`);
  const counting: Counting = { ...asked, facts, tree, scope: branchesUnder(tree, asked.branch) };
  return new Map([...counts].map(([name, count]) => [name, count(counting) ?? "unknown"]));
};

const dataOf = ({ facts }: Counting, type: string): readonly Data[] =>
  facts.flatMap((fact) => (fact.type === type ? [fact.data as Data] : []));

const inScope =
  ({ scope, year }: Counting) =>
  (data: Data): boolean =>
    scope.has(String(data["branch"])) && data["year"] === year;

const ofSome = (list: readonly unknown[]): number | undefined =>
  list.length === 0 ? undefined : list.length;

const sum = (list: readonly Data[], field: string): number =>
  list.reduce((total, data) => total + Number(data[field]), 0);

const share = (num: number, den: number): Counted => (den === 0 ? undefined : [num, den]);

const reached = (counting: Counting): Counted => {
  const studies = dataOf(counting, "DirectiveStudied")
    .filter(inScope(counting))
    .filter(({ audience }) => audience === "member");
  return share(sum(studies, "reached"), sum(studies, "eligible"));
};

interface Rated {
  readonly kind: string;
  readonly branch: string;
  readonly level: string;
  readonly distinction: string | undefined;
  readonly pack: RatingPack;
}

/** The ratings of the year as they stand after all revisions. */
const ratingsOf = (counting: Counting): readonly Rated[] => {
  const ratings = new Map<string, Rated>();
  for (const { type, data } of counting.facts) {
    const { subject, subjectKind, branch, year } = data as Record<string, string>;
    if (type !== "RatingAssigned" && type !== "RatingRevised") continue;
    if (Number(year) !== counting.year || branch === undefined) continue;
    const rated = type === "RatingRevised" ? (data as { readonly to: Data }).to : (data as Data);
    const pack = ratingPackOf(counting.rulebook, String(rated["pack"]));
    if (pack === undefined) continue;
    const distinction = rated["distinction"] as string | undefined;
    const level = String(rated["level"]);
    const key = `${subjectKind === "member"} ${subject}`;
    ratings.set(key, { kind: String(subjectKind), branch, level, distinction, pack });
  }
  return [...ratings.values()].filter((rated) => counting.scope.has(rated.branch));
};

const rated =
  (
    whole: (rating: Rated) => boolean,
    part: (rating: Rated) => boolean,
  ): ((counting: Counting) => Counted) =>
  (counting) => {
    const all = ratingsOf(counting).filter(whole);
    return share(all.filter(part).length, all.length);
  };

const isBase = ({ kind }: Rated): boolean => kindOf(kind)?.base === true;
const isPerson = ({ kind }: Rated): boolean => kind === "member";
const isTop = ({ level, pack }: Rated): boolean =>
  pack.parameters.branchLevels.value[0]?.term === level;
const rank = ({ level, pack }: Rated, of = level): number =>
  pack.parameters.memberLevels.value.findIndex(({ term }) => term === of);
const isGood = (rating: Rated): boolean =>
  rank(rating) <= rank(rating, rating.pack.parameters.memberGoodLevel.value);

const held =
  (kind: string) =>
  (counting: Counting): Counted =>
    ofSome(
      dataOf(counting, "BranchInspected")
        .filter(inScope(counting))
        .filter((data) => data["kind"] === kind)
        .filter(({ subjectKind }) => kindOf(String(subjectKind))?.base === true),
    );

/** Members whose admission was decided in the year, in the branches that admitted them. */
const admitted = ({ facts, scope, year }: Counting): Counted => {
  const here = facts.filter(({ type, data }) => {
    const { branch, admittedIn, admissionYear, decidedOn } = data as Record<string, string>;
    if (type === "MemberAdmitted") {
      return Number(decidedOn?.slice(0, 4)) === year && scope.has(String(branch));
    }
    const isAnnulled = type === "AdmissionAnnulled" && Number(admissionYear) === year;
    return isAnnulled && scope.has(String(admittedIn));
  });
  const annulled = here.filter(({ type }) => type === "AdmissionAnnulled").length;
  return here.length === 0 ? undefined : here.length - 2 * annulled;
};

const trained = (counting: Counting): Counted =>
  ofSome([
    ...new Set(
      dataOf(counting, "TrainingCompleted")
        .filter(inScope(counting))
        .flatMap(({ course, person }) => (course === "awareness" ? [person] : [])),
    ),
  ]);

const awarded = (counting: Counting): Counted => {
  const granted = dataOf(counting, "AwardGranted").filter(inScope(counting)).length;
  const revoked = dataOf(counting, "AwardRevoked").filter(inScope(counting)).length;
  return granted + revoked === 0 ? undefined : granted - revoked;
};

const noted =
  (type: string) =>
  (counting: Counting): Counted =>
    ofSome(
      dataOf(counting, type).filter(
        ({ committee, year }) => committee === counting.branch && year === counting.year,
      ),
    );

const met = ({ facts, scope, year }: Counting): Counted =>
  ofSome(
    facts.filter(
      ({ type, data, effectiveOn }) =>
        type === "MeetingHeld" &&
        scope.has((data as { readonly branch: string }).branch) &&
        Number(effectiveOn.slice(0, 4)) === year,
    ),
  );

/** Living cells that the committee right above them both inspected and supervised. */
const covered = (counting: Counting): Counted => {
  const { tree, scope, year } = counting;
  const done = dataOf(counting, "BranchInspected").filter((data) => data["year"] === year);
  const cells = [...tree].filter(
    ([, { alive, kind, parent }]) =>
      alive && kindOf(kind)?.cell === true && parent !== undefined && scope.has(parent),
  );
  if (done.length === 0) return undefined;
  const isDone = (cell: string, by: string | undefined, how: string): boolean =>
    done.some((data) => data["branch"] === cell && data["by"] === by && data["kind"] === how);
  const both = cells.filter(
    ([cell, { parent }]) =>
      isDone(cell, parent, "inspection") && isDone(cell, parent, "supervision"),
  );
  return share(both.length, cells.length);
};

const counts: ReadonlyMap<string, (counting: Counting) => Counted> = new Map([
  ["directivesReached/member", reached],
  ["baseOrganisationsAtTop", rated(isBase, isTop)],
  [
    "baseOrganisationsExemplary",
    rated(
      (rating) => isBase(rating) && isTop(rating),
      ({ distinction }) => distinction !== undefined,
    ),
  ],
  ["membersAtGoodOrBetter", rated(isPerson, isGood)],
  ["membersExcellent", rated(isPerson, (rating) => rank(rating) === 0)],
  ["inspectionsHeld", held("inspection")],
  ["supervisionsHeld", held("supervision")],
  ["membersAdmitted", admitted],
  ["peopleTrained/awareness", trained],
  ["awardsGranted", awarded],
  ["directionsSet", noted("DirectionSet")],
  ["shortcomingsNoted", noted("ShortcomingNoted")],
  ["meetingsHeld", met],
  ["cellsInspectedAndSupervised", covered],
]);
