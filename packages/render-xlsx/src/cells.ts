import {
  onlyFigure,
  type Placed,
  type PlacedValue,
  shareDecimals,
  type Text,
} from "@tongket/core/report";

/** A cell as a document makes it; a figure of several cells stands in each of them. */
export type Cell =
  | { readonly is: "blank" }
  | { readonly is: "text"; readonly text: Text }
  | NumberCell
  | QuotientCell;

interface NumberCell {
  readonly is: "number";
  readonly number: number;
  /** How it is shown, in the signs of number formats. */
  readonly format: string;
  readonly placed: Placed;
}

/** What the two cells before it make, by a formula. */
interface QuotientCell extends Omit<NumberCell, "is"> {
  readonly is: "quotient";
}

type Share = Extract<PlacedValue, { readonly is: "share" }>;
type Reported = Extract<PlacedValue, { readonly is: "reported" }>;

const blank: Cell = { is: "blank" };

export const textCell = (text: Text): Cell => ({ is: "text", text });

/** Whether a text is a figure with a part and a whole, so that it takes three cells. */
export const holdsShare = (text: Text): boolean => {
  const value = onlyFigure(text)?.value;
  return value?.is === "share" || (value?.is === "reported" && "den" in value.value);
};

/** The cells of a text in a table: one, or three where its column has shares. */
export const cellsOf = (text: Text, ofShares: boolean): readonly Cell[] => {
  const placed = onlyFigure(text);
  const cells = placed === undefined ? [textCell(text)] : figureCells(placed, ofShares);
  return ofShares ? [...cells, blank, blank].slice(0, 3) : cells;
};

const figureCells = (placed: Placed, ofShares: boolean): readonly Cell[] => {
  const { value } = placed;
  switch (value.is) {
    case "count":
      return [countCell(placed, value.count)];
    case "share":
      return shareCells(placed, value);
    case "reported":
      return reportedCells(placed, value, ofShares);
    default:
      return [textCell(placed)];
  }
};

const shareCells = (placed: Placed, share: Share): readonly Cell[] => [
  countCell(placed, share.num),
  countCell(placed, share.den),
  {
    is: "quotient",
    number: share.num / share.den,
    format: percentFormat(Math.max(1, shareDecimals(share))),
    placed,
  },
];

/** NOTE: a reported percentage stands as it is stated, whatever its part and whole make. */
const reportedCells = (placed: Placed, { value }: Reported, ofShares: boolean): readonly Cell[] => {
  if ("count" in value) return [countCell(placed, value.count)];
  const { percent, decimals, num, den } = value;
  const part = (count: number | undefined) =>
    count === undefined ? blank : countCell(placed, count);
  const stated: Cell = {
    is: "number",
    number: percent / (100 * 10 ** decimals),
    format: percentFormat(decimals),
    placed,
  };
  return ofShares ? [part(num), part(den), stated] : [stated];
};

const countCell = (placed: Placed, number: number): Cell => ({
  is: "number",
  number,
  format: "#,##0",
  placed,
});

const percentFormat = (decimals: number): string =>
  decimals === 0 ? "0%" : `0.${"0".repeat(decimals)}%`;
