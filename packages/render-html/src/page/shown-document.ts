import type { Lang } from "@tongket/core/messages";
import { documentHtml } from "../document-html.ts";
import type { Moment } from "./engine.ts";
import { makeFigureControls } from "./figure-controls.ts";
import { figureSelector } from "./figure-place.ts";
import { type Marked, markRows } from "./marked-rows.ts";
import { makeTablesSortable, type SortState } from "./sortable-tables.ts";

/** The document of the page as it is shown: of the report, or of another moment. */
export interface ShownDocument {
  /** Shows it as of a moment; without one, as the file has it. How many figures differ there. */
  readonly show: (moment: Moment | undefined) => number;
  /** Tells that another moment is on its way. */
  readonly waits: () => void;
  /** Marks the rows about a branch, also when another moment is shown, and gives them. */
  readonly mark: (marked: Marked | undefined) => readonly HTMLElement[];
}

export const shownDocument = (main: HTMLElement, lang: Lang): ShownDocument => {
  const asReported = main.innerHTML;
  const reported = shownIn(main);
  const sorting: SortState = new Map();
  let marked: Marked | undefined;
  const enliven = (): void => {
    makeFigureControls(main);
    makeTablesSortable(main, lang, sorting);
    markRows(main, marked);
  };
  enliven();
  return {
    show: (moment) => {
      main.innerHTML = moment === undefined ? asReported : documentHtml(moment.document).html;
      const changed = markChanged(main, reported);
      enliven();
      main.removeAttribute("aria-busy");
      return changed;
    },
    waits: () => main.setAttribute("aria-busy", "true"),
    mark: (next) => {
      marked = next;
      return markRows(main, next);
    },
  };
};

/** What each figure shows, the same figure in order of its places. */
type ShownFigures = ReadonlyMap<string, string>;

const shownIn = (main: HTMLElement): ShownFigures =>
  new Map(keyed(main).map(([key, { textContent }]) => [key, textContent]));

/** Marks those that differ. How many these are, with those that are not there now. */
const markChanged = (main: HTMLElement, reported: ShownFigures): number => {
  const now = keyed(main);
  const changed = now.filter(([key, figure]) => reported.get(key) !== figure.textContent);
  for (const [, figure] of changed) figure.classList.add("differs");
  const there = new Set(now.map(([key]) => key));
  const gone = [...reported.keys()].filter((key) => !there.has(key));
  return changed.length + gone.length;
};

const keyed = (main: HTMLElement): readonly (readonly [string, HTMLElement])[] => {
  const seen = new Map<string, number>();
  return [...main.querySelectorAll<HTMLElement>(figureSelector)].map((figure) => {
    const { figure: name = "", branch = "" } = figure.dataset;
    const key = `${name} ${branch}`;
    const place = seen.get(key) ?? 0;
    seen.set(key, place + 1);
    return [`${key} ${place}`, figure];
  });
};
