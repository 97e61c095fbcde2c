/** A figure as it stands in the document: what it is called there, and what it shows. */
export interface FigurePlace {
  readonly figure: string;
  readonly branch: string | undefined;
  readonly shown: string;
  /** What kind of value it is: `count`, `share`, `reported`, `goal` … */
  readonly is: string;
  /** The headings, the row and the column that it stands under, from the outermost. */
  readonly under: readonly string[];
}

export const figureSelector = "data[data-figure]";

export const placeOf = (figure: HTMLElement): FigurePlace => ({
  figure: figure.dataset["figure"] ?? "",
  branch: figure.dataset["branch"],
  shown: textOf(figure),
  is: figure.classList.item(0) ?? "",
  under: [headingOf(figure), ...cellNames(figure)].filter((one) => one !== ""),
});

const headingOf = (figure: Element): string =>
  textOf(figure.closest("section")?.querySelector("h2"));

/** In a table its row and column; elsewhere the sentence that it is part of. */
const cellNames = (figure: Element): readonly string[] => {
  const cell = figure.closest("td");
  const row = cell?.parentElement as HTMLTableRowElement | null | undefined;
  if (cell === null || row === null || row === undefined) {
    return [textOf(figure.closest("p, li"))];
  }
  const columns = cell.closest("table")?.tHead?.rows[0]?.cells;
  return [cell.cellIndex > 0 ? textOf(row.cells[0]) : "", textOf(columns?.[cell.cellIndex])];
};

const textOf = (one: Element | null | undefined): string => one?.textContent?.trim() ?? "";
