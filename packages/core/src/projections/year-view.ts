import { type CalendarDate, yearEnd } from "../kernel/date.ts";
import type { Place } from "../kernel/event.ts";
import type { BranchId } from "../kernel/ids.ts";
import type { Tally } from "../kernel/tally.ts";
import type { AnyEvent, AnyEventType } from "../log/event-catalogue.ts";
import { type Rulebook, structureOn } from "../rulebook/rulebook.ts";
import { kindOf, type StructurePack } from "../rulebook/structure-pack.ts";
import { amountsOn, type Wanted } from "./accounts.ts";
import type { Books } from "./books.ts";
import { subtree, type Tree, treeOn } from "./tree.ts";

/**
 * One branch and year looked at in the books: the scope is the branch with all below it, on the
 * tree of 31 December of the year, or of the as-of day where that is earlier.
 */
export interface YearView {
  readonly books: Books;
  readonly rulebook: Rulebook;
  readonly branch: BranchId;
  readonly year: number;
  /** The day the tree, the offices and the stock stand on. */
  readonly day: CalendarDate;
  readonly tree: Tree;
  readonly scope: readonly BranchId[];
  readonly structure: StructurePack | undefined;
}

export const viewYear = (given: {
  readonly books: Books;
  readonly rulebook: Rulebook;
  readonly branch: BranchId;
  readonly year: number;
  readonly asOf?: CalendarDate | undefined;
}): YearView => {
  const { books, rulebook, branch, year, asOf } = given;
  const end = yearEnd(year);
  const day = asOf !== undefined && asOf < end ? asOf : end;
  const tree = treeOn(books.facts, day);
  const structure = structureOn(rulebook, day);
  return { books, rulebook, branch, year, day, tree, structure, scope: subtree(tree, branch) };
};

/** The same year for another branch of the same tree. */
export const viewOf = (view: YearView, branch: BranchId): YearView => ({
  ...view,
  branch,
  scope: subtree(view.tree, branch),
});

/** The sum over the scope of the accounts wanted; undefined where none stands: absent is not 0. */
export const sumOf = (view: YearView, wanted: Wanted, year = view.year): number | undefined =>
  sumOver(view.books.tally, view.scope, year, wanted);

export const sumOver = (
  tally: Tally,
  branches: readonly BranchId[],
  year: number,
  where: Wanted,
): number | undefined => {
  let sum: number | undefined;
  for (const { amount } of amountsOn({ branches, year, words: [], where }, tally)) {
    sum = (sum ?? 0) + amount;
  }
  return sum;
};

/** The standing facts of some types, in order of effect. */
export const factsOf = <Type extends AnyEventType>(
  { books }: YearView,
  ...types: readonly Type[]
): readonly (Place & Extract<AnyEvent, { type: Type }>)[] =>
  books.facts.filter(({ type }) => types.some((one) => one === type)) as never;

type AboutCommittee<Event> = Event extends {
  readonly data: { readonly committee: BranchId; readonly year: number };
}
  ? Event
  : never;

/** Of the facts that name a committee and year, those of the branch and year of the view. */
export const ownFactsOf = <Type extends AboutCommittee<AnyEvent>["type"]>(
  view: YearView,
  ...types: readonly Type[]
): readonly (Place & Extract<AnyEvent, { type: Type }>)[] =>
  factsOf(view, ...types).filter((fact) => {
    const { committee, year } = (fact as AboutCommittee<AnyEvent>).data;
    return committee === view.branch && year === view.year;
  });

/** Whether branches of the kind have a property in the structure pack in force. */
export const isKind = (
  view: YearView,
  kind: string | undefined,
  property: "base" | "cell" | "holdsMembers",
): boolean => (view.structure && kindOf(view.structure, kind)?.[property]) ?? false;
