import { type Lang, sayPage } from "@tongket/core/messages";
import { button, element } from "./element.ts";
import { type Direction, type SortKey, sortedBy, sortKey } from "./sorted-rows.ts";

/** How the tables of a document are sorted, by their order in it; it outlives the document. */
export type SortState = Map<number, { readonly column: number; readonly direction: Direction }>;

/** Makes every heading of a table a button that sorts it up, down, and back as it was. */
export const makeTablesSortable = (main: HTMLElement, lang: Lang, state: SortState): void => {
  for (const [at, table] of [...main.querySelectorAll("table")].entries()) {
    const body = table.tBodies[0];
    const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
    if (body === undefined || body.rows.length < 2) continue;
    const original = [...body.rows];
    const show = (): void => {
      const sorting = state.get(at);
      for (const [column, heading] of headings.entries()) {
        const direction = sorting?.column === column ? sorting.direction : undefined;
        heading.setAttribute("aria-sort", direction ?? "none");
      }
      const rows =
        sorting === undefined
          ? original
          : sortedBy(original, (row) => keyIn(row, sorting.column), { ...sorting, lang });
      body.append(...rows);
    };
    for (const [column, heading] of headings.entries()) {
      const words = heading.textContent ?? "";
      const sort = button(words, () => {
        const next = nextDirection(state.get(at), column);
        if (next === undefined) state.delete(at);
        else state.set(at, { column, direction: next });
        show();
      });
      sort.title = sayPage(lang, "sort.by", { column: words });
      sort.append(element("span", { class: "arrow", "aria-hidden": "true" }));
      heading.replaceChildren(sort);
    }
    show();
  }
};

/** Up first, then down, then as it was. */
const nextDirection = (
  sorting: { readonly column: number; readonly direction: Direction } | undefined,
  column: number,
): Direction | undefined => {
  if (sorting?.column !== column) return "ascending";
  return sorting.direction === "ascending" ? "descending" : undefined;
};

const keyIn = (row: HTMLTableRowElement, column: number): SortKey => {
  const cell = row.cells[column];
  return sortKey(cell?.querySelector("data")?.value, cell?.textContent?.trim() ?? "");
};
