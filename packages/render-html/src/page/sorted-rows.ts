export type Direction = "ascending" | "descending";

/** What a cell is sorted by: an exact number where a figure has one, else its words. */
export type SortKey = number | string;

/** A count, or a share as `35/36`; words stand by themselves. */
export const sortKey = (machineValue: string | undefined, words: string): SortKey => {
  if (machineValue === undefined || machineValue === "") return words;
  const [num = "", den = "1"] = machineValue.split("/");
  return Number(num) / Number(den);
};

/** Rows in order of their keys: numbers before words, empty ones and dashes last in either way. */
export const sortedBy = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => SortKey,
  { direction, lang }: { readonly direction: Direction; readonly lang: string },
): readonly Row[] => {
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const sign = direction === "ascending" ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  return keyed.toSorted((a, b) => inOrder(a.key, b.key, { sign, compare })).map(({ row }) => row);
};

interface Order {
  readonly sign: 1 | -1;
  readonly compare: (a: string, b: string) => number;
}

const inOrder = (a: SortKey, b: SortKey, { sign, compare }: Order): number => {
  if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
  if (typeof a === "number") return typeof b === "number" ? sign * (a - b) : -sign;
  return typeof b === "number" ? sign : sign * compare(a, b);
};

const isEmpty = (key: SortKey): boolean => key === "" || key === "—";
