import {
  type Block,
  type DocumentValue,
  figuresTable,
  formatPercent,
  formatPlaced,
  formatReported,
  onlyFigure,
  type Placed,
  placedIn,
  plainText,
  type Section,
  sectionsOf,
  shareDecimals,
  spansOf,
  type Table,
  type Text,
} from "@tongket/core/report";

type Lang = DocumentValue["lang"];

/** The columns of a file, by names that are the same in every language. */
export const columns = [
  "section",
  "label",
  "figure",
  "branch",
  "kind",
  "value",
  "numerator",
  "denominator",
  "percent",
] as const;

/** A figure in its place: what stands in each column, whole numbers as numbers. */
export interface FigureRow {
  readonly placed: Placed;
  readonly cells: readonly (Text | number)[];
}

/** Every figure of a document in reading order, as often as it stands there. */
export const figureRows = (document: DocumentValue): readonly FigureRow[] =>
  sectionsOf(document).flatMap((section) => rowsOf(section, document));

const rowsOf = ({ heading, blocks }: Section, { lang, branch }: DocumentValue) =>
  blocks.flatMap((block) =>
    labelledIn(block, lang).map(({ placed, label }): FigureRow => {
      const { figure } = placed;
      const whose = placed.branch ?? branch;
      return {
        placed,
        cells: [heading, label, figure, whose, kindOf(placed), ...amountsOf(placed, lang)],
      };
    }),
  );

interface Labelled {
  readonly placed: Placed;
  /** The words around it; of a table, what its row is of and what its column is. */
  readonly label: Text;
}

const labelledIn = (block: Block, lang: Lang): readonly Labelled[] => {
  switch (block.block) {
    case "heading":
      return [];
    case "paragraph":
      return labelledAs(block.text, block.text);
    case "list":
      return block.items.flatMap((item) => labelledAs(item, item));
    case "figures":
      return labelledInTable(figuresTable(block.figures, lang));
    case "table":
      return labelledInTable(block);
  }
};

const labelledInTable = ({ columns: headings, rows }: Table): readonly Labelled[] =>
  rows.flatMap((row) => {
    const [first = ""] = row;
    return row.flatMap((text, at) => {
      const heading = headings[at] ?? "";
      return labelledAs(
        text,
        onlyFigure(first) === undefined ? [...spansOf(first), ": ", heading] : heading,
      );
    });
  });

const labelledAs = (text: Text, label: Text): readonly Labelled[] =>
  placedIn({ block: "paragraph", text }).map((placed) => ({ placed, label }));

const kindOf = ({ value }: Placed): string =>
  value.is === "count" || value.is === "share" ? "computed" : value.is;

/** Value, numerator, denominator and percentage; what is no number stands as a value in words. */
const amountsOf = ({ value }: Placed, lang: Lang): readonly (string | number)[] => {
  switch (value.is) {
    case "count":
      return [value.count, "", "", ""];
    case "share": {
      const { num, den } = value;
      return ["", num, den, formatPercent(value, shareDecimals(value), lang)];
    }
    case "reported": {
      if ("count" in value.value) return [value.value.count, "", "", ""];
      const { percent, decimals, num = "", den = "" } = value.value;
      return ["", num, den, formatReported({ percent, decimals }, lang)];
    }
    default:
      return [formatPlaced(value, lang), "", "", ""];
  }
};

/** A cell as it is shown. */
export const shownText = (cell: Text | number, lang: Lang): string =>
  typeof cell === "number" ? String(cell) : plainText(cell, lang);
