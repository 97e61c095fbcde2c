import { formOf } from "../rulebook/measure-forms.ts";
import { lineComposition } from "./line-compositions.ts";
import { measures } from "./measures.ts";
import { reportedFigures } from "./reported.ts";
import { targetProgress } from "./targets.ts";
import type { YearView } from "./year-view.ts";

/** What is asked by a name: a measure or a target, and the year where the name tells it. */
export interface FigureName {
  readonly of: "measure" | "target";
  readonly name: string;
  readonly year?: number;
}

const targetPrefix = "target:";

/**
 * Reads `MEASURE[/WORD][@YEAR]`, as reports write it, or `target:ID[@YEAR]`. The address of the
 * entry that reports it may stand behind the year.
 */
export const readFigureName = (text: string): FigureName => {
  const [, whole = "", year] = /^([\s\S]*?)(?:@(\d{4})(?:\/\d+\.\d+)?)?$/.exec(text) ?? [];
  const ofYear = year === undefined ? {} : { year: Number(year) };
  return whole.startsWith(targetPrefix)
    ? { of: "target", name: whole.slice(targetPrefix.length), ...ofYear }
    : { of: "measure", name: whole, ...ofYear };
};

/** Whether there is a figure of that name of the branch and year, also on a line of a table. */
export const isFigureOf = (view: YearView, name: string): boolean =>
  figureNames(view).includes(name) || lineComposition(view, name) !== undefined;

/** The names of the figures that a branch and year have, as `readFigureName` reads them. */
export const figureNames = (view: YearView): readonly string[] => [
  ...new Set([
    ...[...measures.keys()].flatMap((name) => {
      const word = formOf(name)?.word;
      const terms = word === undefined ? [] : view.structure?.parameters[word.of].value;
      const worded = (terms ?? []).map(({ term }) => `${name}/${term}`);
      return word === undefined || word.optional ? [name, ...worded] : worded;
    }),
    ...reportedFigures(view).map(({ measure }) => measure),
    ...targetProgress(view).flatMap(({ target, measure }) => [measure, `${targetPrefix}${target}`]),
  ]),
];
