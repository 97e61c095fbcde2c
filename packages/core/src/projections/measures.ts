import type { BranchId } from "../kernel/ids.ts";
import type { RatingPack } from "../rulebook/rating-pack.ts";
import { ratingPackOf } from "../rulebook/rulebook.ts";
import { cellCoverage, officersTrained } from "./coverage.ts";
import { count, type FigureValue, share } from "./figure.ts";
import { none } from "./measure.ts";
import { isKind, subjectsOf, sumOf, viewOf, type YearView } from "./year-view.ts";

/**
 * A named question about a branch and a year. Targets and reports name it; a name may end in a
 * word after a slash, such as `awardsGranted/base-exemplary`.
 */
export interface Measure {
  readonly name: string;
  readonly of: (view: YearView, word: string) => FigureValue;
  /** The branches for which a target `each` is judged; by default those directly below. */
  readonly each?: (view: YearView) => readonly BranchId[];
}

/** A share of the ratings of a year, by what a pack says of each rating's level. */
const ratingShare = (
  view: YearView,
  subject: (kind: string) => boolean,
  part: (rated: RatedWords, pack: RatingPack) => boolean,
  whole: (rated: RatedWords, pack: RatingPack) => boolean = () => true,
): FigureValue => {
  const sumWhere = (wanted: typeof part): number =>
    sumOf(view, ([what, kind = "", pack = "", level = "", distinction = none]) => {
      if (what !== "rated" || !subject(kind)) return false;
      const known = ratingPackOf(view.rulebook, pack);
      return known !== undefined && wanted({ level, distinction }, known);
    }) ?? 0;
  const den = sumWhere(whole);
  return share(
    sumWhere((rated, pack) => whole(rated, pack) && part(rated, pack)),
    den,
    "ratings",
  );
};

interface RatedWords {
  readonly level: string;
  readonly distinction: string;
}

const isTop = ({ level }: RatedWords, pack: RatingPack): boolean =>
  pack.parameters.branchLevels.value[0]?.term === level;

const isDistinguished = ({ distinction }: RatedWords): boolean => distinction !== none;

const rank = ({ parameters }: RatingPack, level: string): number =>
  parameters.memberLevels.value.findIndex(({ term }) => term === level);

const isGoodMember = ({ level }: RatedWords, pack: RatingPack): boolean => {
  const at = rank(pack, level);
  return at >= 0 && at <= rank(pack, pack.parameters.memberGoodLevel.value);
};

const isBase =
  (view: YearView) =>
  (kind: string): boolean =>
    isKind(view, kind, "base");

const isMemberKind = (kind: string): boolean => kind === "member";

const countOf =
  (missing: string, ...first: readonly string[]) =>
  (view: YearView, word: string): FigureValue =>
    count(
      sumOf(
        view,
        (words) =>
          first.every((one, at) => words[at] === one) &&
          (word === "" || words[first.length] === word),
      ),
      missing,
    );

/** A count that others may cancel: 0 where all of it was cancelled, unknown where none came. */
const countedEvenAt0 = (
  view: YearView,
  missing: string,
  [what, word = ""]: readonly [string, string?],
  traces: readonly string[],
): FigureValue => {
  const isWord = (of: string | undefined): boolean => word === "" || of === word;
  const sum = sumOf(view, ([first, of]) => first === what && isWord(of));
  const trace = sumOf(view, ([first = "", of]) => traces.includes(first) && isWord(of ?? word));
  return count(sum ?? (trace === undefined ? undefined : 0), missing);
};

const ofItself =
  (of: Measure["of"]): Measure["of"] =>
  (view, word) =>
    of({ ...view, scope: [view.branch] }, word);

const inspectionsAtBases =
  (kind: string) =>
  (view: YearView): FigureValue =>
    count(
      sumOf(
        view,
        ([what, inspectionKind, , subjectKind]) =>
          what === "inspections" && inspectionKind === kind && isKind(view, subjectKind, "base"),
      ),
      kind === "inspection" ? "inspections" : "supervisions",
    );

const all: readonly Measure[] = [
  {
    /** People reached over people eligible, of one audience, over all directives studied. */
    name: "directivesReached",
    of: (view, audience) =>
      share(
        sumOf(view, ([what, of]) => what === "reached" && of === audience) ?? 0,
        sumOf(view, ([what, of]) => what === "eligible" && of === audience) ?? 0,
        "studies",
      ),
  },
  {
    /** Base organisations at the top level over base organisations rated. */
    name: "baseOrganisationsAtTop",
    of: (view) => ratingShare(view, isBase(view), isTop),
  },
  {
    /** Base organisations with a distinction over those at the top level. */
    name: "baseOrganisationsExemplary",
    of: (view) => ratingShare(view, isBase(view), isDistinguished, isTop),
  },
  {
    /** Members at good or better over members rated. */
    name: "membersAtGoodOrBetter",
    of: (view) => ratingShare(view, isMemberKind, isGoodMember),
  },
  {
    /** Members at the best level over members rated. */
    name: "membersExcellent",
    of: (view) => ratingShare(view, isMemberKind, ({ level }, pack) => rank(pack, level) === 0),
  },
  /** Occurrences (lượt) of inspection at base organisations; not distinct. */
  { name: "inspectionsHeld", of: inspectionsAtBases("inspection") },
  /** Occurrences of supervision at base organisations; not distinct. */
  { name: "supervisionsHeld", of: inspectionsAtBases("supervision") },
  /** Admissions decided in the year, annulled ones taken out. */
  {
    name: "membersAdmitted",
    of: (view) => countedEvenAt0(view, "admissions", ["admissions"], ["admissions-annulled"]),
  },
  {
    /** Distinct people who finished the course in the year. */
    name: "peopleTrained",
    of: ({ books, scope, year }, course) => {
      const people = subjectsOf(
        books.tally,
        scope,
        year,
        ([what, of]) => what === "trained" && of === course,
      );
      return count(people.size === 0 ? undefined : people.size, "training");
    },
  },
  {
    /** Distinct cells that the committee directly above inspected and supervised, over all. */
    name: "cellsInspectedAndSupervised",
    of: (view) => cellCoverage(view, "both"),
    each: committeesWithCells,
  },
  {
    name: "cellsInspectedOrSupervised",
    of: (view) => cellCoverage(view, "either"),
    each: committeesWithCells,
  },
  {
    /** Distinct secretaries of cells at the end of the year who finished the course in it. */
    name: "cellSecretariesTrained",
    of: (view, course) => officersTrained(view, "secretary", course),
  },
  /** Awards of a category granted in the review of the year, revoked ones taken out. */
  {
    name: "awardsGranted",
    of: (view, category) =>
      countedEvenAt0(view, "awards", ["awards", category], ["awards-revoked"]),
  },
  /** Of the branch's own review, without those of the committees below. */
  { name: "directionsSet", of: ofItself(countOf("directions", "directions")) },
  { name: "planItems", of: ofItself(countOf("plan", "plan-items")) },
  { name: "shortcomingsNoted", of: ofItself(countOf("shortcomings", "shortcomings")) },
  { name: "meetingsHeld", of: countOf("meetings", "meetings") },
  /** What no count can decide: only declared evidence does. */
  { name: "declared", of: () => ({ is: "unknown", missing: "evidence" }) },
];

/** Every measure by its name. */
export const measures: ReadonlyMap<string, Measure> = new Map(all.map((one) => [one.name, one]));

/** The value of a measure such as `awardsGranted/base-exemplary`; undefined for an unknown name. */
export const measured = (view: YearView, name: string): FigureValue | undefined => {
  const [first = "", word = ""] = splitName(name);
  return measures.get(first)?.of(view, word);
};

/** The value for each branch on which a target of scope `each` is judged. */
export const measuredEach = (
  view: YearView,
  name: string,
): readonly { readonly branch: BranchId; readonly value: FigureValue }[] => {
  const [first = "", word = ""] = splitName(name);
  const measure = measures.get(first);
  if (measure === undefined) return [];
  const branches = measure.each?.(view) ?? livingBelow(view);
  return branches.map((branch) => ({
    branch,
    value: measure.of(
      measure.each === undefined ? viewOf(view, branch) : { ...view, branch, scope: [branch] },
      word,
    ),
  }));
};

const splitName = (name: string): readonly string[] => {
  const slash = name.indexOf("/");
  return slash < 0 ? [name, ""] : [name.slice(0, slash), name.slice(slash + 1)];
};

const livingBelow = ({ tree, branch }: YearView): readonly BranchId[] =>
  (tree.below.get(branch) ?? []).filter((one) => tree.nodes.get(one)?.alive === true);

function committeesWithCells(view: YearView): readonly BranchId[] {
  return view.scope.filter((branch) =>
    (view.tree.below.get(branch) ?? []).some((child) => {
      const node = view.tree.nodes.get(child);
      return node?.alive === true && isKind(view, node.kind, "cell");
    }),
  );
}
