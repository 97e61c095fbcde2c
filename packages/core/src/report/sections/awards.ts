import { awardRoll } from "../../projections/award-roll.ts";
import { reportedFigures } from "../../projections/reported.ts";
import { splitMeasure } from "../../rulebook/measure-forms.ts";
import type { Figure, Section } from "../document.ts";
import { figuresOfAll, termsOf } from "./figures.ts";
import { type Page, section, text } from "./words.ts";

/** The awards of the year by category, and all of them, beside what documents report of them. */
export const awardsSection = (page: Page): readonly Section[] => {
  const stated = reportedFigures(page.view)
    .map(({ measure }) => measure)
    .filter((one) => splitMeasure(one).name === all);
  const inForce = termsOf(page, "awardCategories").map((term) => `${all}/${term}`);
  const names = [...new Set([...inForce, ...stated])].filter((one) => one !== all);
  const figures = figuresOfAll(page, names).filter(
    ({ computed, reported }) => computed.is !== "unknown" || reported.length > 0,
  );
  const whole = stated.includes(all) ? figuresOfAll(page, [all]) : [];
  if (figures.length + whole.length === 0) return [];
  return section(text(page, "section.awards"), [
    { block: "figures", figures: [...figures, ...whole] },
    ...totals(page, figures).map((total) => ({ block: "paragraph", text: total }) as const),
  ]);
};

const all = "awardsGranted";

/** How many awards there are of some categories: granted, and as documents report of each. */
const totals = (page: Page, figures: readonly Figure[]): readonly string[] => {
  const categories = figures.length;
  const granted = awardRoll(page.view).length;
  const reported = figures.flatMap((figure) =>
    figure.reported.map(({ value }) => ("count" in value ? value.count : 0)),
  );
  const stated = reported.reduce((sum, one) => sum + one, 0);
  return [
    ...(granted > 0 ? [text(page, "awards.total", { count: granted, categories })] : []),
    ...(stated > 0 ? [text(page, "awards.totalReported", { count: stated, categories })] : []),
  ];
};
