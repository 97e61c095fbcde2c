import { diffArrays } from "diff";
import type { Difference } from "./differences.ts";

/** Rows of cells as a document makes them, and as a file holds them. */
export interface Grid<Cell, Found> {
  readonly expected: readonly (readonly Cell[])[];
  readonly found: readonly (readonly Found[])[];
  /** What a cell of the file says else than that of the document, where either may be missing. */
  readonly compare: (cell: Cell | undefined, found: Found | undefined) => readonly Difference[];
}

/** Where the rows of a file differ from those of a document; rows more or less move no others. */
export const gridDifferences = <Cell, Found>(grid: Grid<Cell, Found>): readonly Difference[] => {
  const { expected, found, compare } = grid;
  const compareRows = (cells: readonly Cell[] = [], others: readonly Found[] = []) =>
    range(Math.max(cells.length, others.length)).flatMap((at) => compare(cells[at], others[at]));
  return pairsOf(
    expected,
    found,
    (cells, others) => compareRows(cells, others).length === 0,
  ).flatMap(([cells, others]) => compareRows(cells, others));
};

/** So many rows more or less are looked for; beyond that rows are compared by their numbers. */
const maxEditLength = 400;

/** Rows that stand for each other. */
const pairsOf = <A, B>(
  expected: readonly A[],
  found: readonly B[],
  areEqual: (a: A, b: B) => boolean,
): readonly (readonly [A | undefined, B | undefined])[] => {
  const comparator = (a: A | B, b: A | B): boolean => areEqual(a as A, b as B);
  const changes = diffArrays<A | B>([...expected], [...found], { comparator, maxEditLength });
  if (changes === undefined) return zip(expected, found);
  const pairs: (readonly [A | undefined, B | undefined])[] = [];
  let [gone, come]: [A[], B[]] = [[], []];
  for (const { added, removed, value } of changes) {
    if (added) come.push(...(value as B[]));
    else if (removed) gone.push(...(value as A[]));
    else {
      pairs.push(...zip(gone, come));
      [gone, come] = [[], []];
    }
  }
  return [...pairs, ...zip(gone, come)];
};

const zip = <A, B>(a: readonly A[], b: readonly B[]) =>
  range(Math.max(a.length, b.length)).map((at) => [a[at], b[at]] as const);

const range = (length: number): readonly number[] => Array.from({ length }, (_, at) => at);
