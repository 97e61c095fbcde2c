import type { BranchId } from "../kernel/ids.ts";
import type { MeasureName } from "../rulebook/measure-forms.ts";
import type { Accounts } from "./accounts.ts";
import { leadingOffice, officersTrained } from "./cell-officers.ts";
import { committeesWithCells } from "./cells.ts";
import type { Composition } from "./composition.ts";
import { cellCoverage } from "./coverage.ts";
import {
  isBestMember,
  isDistinguished,
  isGoodMember,
  isTop,
  type RatingShare,
  ratingShare,
} from "./rating-share.ts";
import { structureUses } from "./rule-use.ts";
import { isKind, type YearView } from "./year-view.ts";

/**
 * A named question about a branch and a year. Targets and reports name it; a name may end in a
 * word after a slash, such as `awardsGranted/base-exemplary`.
 */
export interface Measure {
  readonly name: MeasureName;
  /** What the figure is made of; its value follows from that, and so does its explanation. */
  readonly madeOf: (view: YearView, word: string) => Composition;
  /** The branches for which a target `each` is judged; by default those directly below. */
  readonly each?: (view: YearView) => readonly BranchId[];
}

/** Accounts of the branch with all below it, by the first words of their names. */
const inScope = (view: YearView, ...words: readonly string[]): Accounts => ({
  year: view.year,
  branches: view.scope,
  words,
});

/** The accounts of one word, or those of every word where none is asked for. */
const ofWord = (view: YearView, what: string, word: string): Accounts =>
  word === "" ? inScope(view, what) : inScope(view, what, word);

const counted =
  (missing: string, what: string) =>
  (view: YearView, word: string): Composition => ({
    is: "count",
    count: { counts: "sum", of: ofWord(view, what, word) },
    missing,
  });

/** A count that others may cancel: 0 where all of it was cancelled, unknown where none came. */
const countedEvenAt0 = (missing: string, sum: Accounts, takenBack: Accounts): Composition => ({
  is: "count",
  count: { counts: "sum", of: sum, takenBack },
  missing,
});

const ofItself =
  (madeOf: Measure["madeOf"]): Measure["madeOf"] =>
  (view, word) =>
    madeOf({ ...view, scope: [view.branch] }, word);

const isBase =
  (view: YearView) =>
  (kind: string | undefined): boolean =>
    isKind(view, kind, "base");

const atBases =
  (kind: "inspection" | "supervision") =>
  (view: YearView): Composition => ({
    is: "count",
    count: {
      counts: "sum",
      of: { ...inScope(view, "inspections", kind), where: (words) => isBase(view)(words[3]) },
    },
    missing: `${kind}s`,
    rules: structureUses(view, "branchKinds"),
  });

const basesRated = (view: YearView, share: Omit<RatingShare, "subject">): Composition =>
  ratingShare(view, { subject: isBase(view), ...share });

const membersRated = (view: YearView, share: Omit<RatingShare, "subject">): Composition =>
  ratingShare(view, { subject: (kind) => kind === "member", ...share });

const all: readonly Measure[] = [
  {
    /** People reached over people eligible, of one audience, over all directives studied. */
    name: "directivesReached",
    madeOf: (view, audience) => ({
      is: "share",
      numerator: { counts: "sum", of: inScope(view, "reached", audience) },
      denominator: { counts: "sum", of: inScope(view, "eligible", audience) },
      missing: "studies",
    }),
  },
  {
    /** Base organisations at the top level over base organisations rated. */
    name: "baseOrganisationsAtTop",
    madeOf: (view) => basesRated(view, { part: isTop, rules: ["branchLevels"] }),
  },
  {
    /** Base organisations with a distinction over those at the top level. */
    name: "baseOrganisationsExemplary",
    madeOf: (view) =>
      basesRated(view, {
        part: isDistinguished,
        whole: isTop,
        rules: ["branchLevels", "branchDistinctions"],
      }),
  },
  {
    /** Members at good or better over members rated. */
    name: "membersAtGoodOrBetter",
    madeOf: (view) =>
      membersRated(view, { part: isGoodMember, rules: ["memberLevels", "memberGoodLevel"] }),
  },
  {
    /** Members at the best level over members rated. */
    name: "membersExcellent",
    madeOf: (view) => membersRated(view, { part: isBestMember, rules: ["memberLevels"] }),
  },
  /** Occurrences (lượt) of inspection at base organisations; not distinct. */
  { name: "inspectionsHeld", madeOf: atBases("inspection") },
  /** Occurrences of supervision at base organisations; not distinct. */
  { name: "supervisionsHeld", madeOf: atBases("supervision") },
  {
    /** Admissions decided in the year, annulled ones taken out. */
    name: "membersAdmitted",
    madeOf: (view) =>
      countedEvenAt0(
        "admissions",
        inScope(view, "admissions"),
        inScope(view, "admissions-annulled"),
      ),
  },
  {
    /** Distinct people who finished the course in the year. */
    name: "peopleTrained",
    madeOf: (view, course) => ({
      is: "count",
      count: { counts: "subjects", of: inScope(view, "trained", course) },
      missing: "training",
    }),
  },
  {
    /** Distinct cells that the committee directly above inspected and supervised, over all. */
    name: "cellsInspectedAndSupervised",
    madeOf: (view) => cellCoverage(view, "all"),
    each: committeesWithCells,
  },
  {
    name: "cellsInspectedOrSupervised",
    madeOf: (view) => cellCoverage(view, "any"),
    each: committeesWithCells,
  },
  {
    /** Distinct leaders of cells at the end of the year who finished the course in it. */
    name: "cellSecretariesTrained",
    madeOf: (view, course) => officersTrained(view, leadingOffice(view), course),
  },
  {
    /** Awards of a category granted in the review of the year, revoked ones taken out. */
    name: "awardsGranted",
    madeOf: (view, category) =>
      countedEvenAt0(
        "awards",
        ofWord(view, "awards", category),
        ofWord(view, "awards-revoked", category),
      ),
  },
  /** Of the branch's own review, without those of the committees below. */
  { name: "directionsSet", madeOf: ofItself(counted("directions", "directions")) },
  { name: "planItems", madeOf: ofItself(counted("plan", "plan-items")) },
  { name: "shortcomingsNoted", madeOf: ofItself(counted("shortcomings", "shortcomings")) },
  {
    name: "meetingsHeld",
    madeOf: counted("meetings", "meetings"),
  },
  /** What no count can decide: only declared evidence does. */
  { name: "declared", madeOf: () => ({ is: "unknown", missing: "evidence" }) },
];

/** Every measure by its name. */
export const measures: ReadonlyMap<string, Measure> = new Map(all.map((one) => [one.name, one]));
