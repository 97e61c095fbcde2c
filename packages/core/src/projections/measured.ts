import type { BranchId } from "../kernel/ids.ts";
import { splitMeasure } from "../rulebook/measure-forms.ts";
import { type Composition, figureValue } from "./composition.ts";
import type { FigureValue } from "./figure.ts";
import { lineComposition } from "./line-compositions.ts";
import { type Measure, measures } from "./measures.ts";
import { viewOf, type YearView } from "./year-view.ts";

/** The value of a measure such as `awardsGranted/base-exemplary`; undefined for an unknown name. */
export const measured = (view: YearView, name: string): FigureValue | undefined => {
  const composition = compositionOf(view, name);
  return composition === undefined ? undefined : figureValue(composition, view.books.tally);
};

/** What a figure is made of, of a measure or of a table's line; undefined for an unknown name. */
export const compositionOf = (view: YearView, name: string): Composition | undefined => {
  const { measure, word } = measureNamed(name);
  return lineComposition(view, name) ?? measure?.madeOf(view, word);
};

/** The value for each branch on which a target of scope `each` is judged. */
export const measuredEach = (
  view: YearView,
  name: string,
): readonly { readonly branch: BranchId; readonly value: FigureValue }[] => {
  const { measure, word } = measureNamed(name);
  if (measure === undefined) return [];
  const branches = measure.each?.(view) ?? livingBelow(view);
  return branches.map((branch) => {
    const own =
      measure.each === undefined ? viewOf(view, branch) : { ...view, branch, scope: [branch] };
    return { branch, value: figureValue(measure.madeOf(own, word), view.books.tally) };
  });
};

/** A measure with the word behind the slash of its name; empty where there is none. */
export const measureNamed = (
  name: string,
): { readonly measure: Measure | undefined; readonly word: string } => {
  const { name: first, word } = splitMeasure(name);
  return { measure: measures.get(first), word };
};

const livingBelow = ({ tree, branch }: YearView): readonly BranchId[] =>
  (tree.below.get(branch) ?? []).filter((one) => tree.nodes.get(one)?.alive === true);
