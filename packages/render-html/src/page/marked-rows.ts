/** A branch whose rows are marked. */
export interface Marked {
  readonly branch: string;
  readonly name: string;
}

/** Marks the rows of the document that are about a branch, and no others; gives them back. */
export const markRows = (
  main: HTMLElement,
  marked: Marked | undefined,
): readonly HTMLTableRowElement[] =>
  [...main.querySelectorAll<HTMLTableRowElement>("tbody tr")].filter((row) => {
    const isMarked = marked !== undefined && isAbout(row, marked);
    row.classList.toggle("found", isMarked);
    return isMarked;
  });

/** A row is about the branch that its figures are of, or that it begins with the name of. */
const isAbout = (row: HTMLTableRowElement, { branch, name }: Marked): boolean => {
  const figures = [...row.querySelectorAll<HTMLElement>("data[data-branch]")];
  if (figures.length > 0) return figures.some((figure) => figure.dataset["branch"] === branch);
  return [...row.cells].some((cell) => cell.textContent?.trim() === name);
};
