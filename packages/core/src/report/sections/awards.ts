import { awardRoll } from "../../projections/award-roll.ts";
import { reportedFigures } from "../../projections/reported.ts";
import { splitMeasure } from "../../rulebook/measure-forms.ts";
import type { Figure, Placed, Section, Text } from "../document.ts";
import { figuresOfAll, termsOf } from "./figures.ts";
import { sentences } from "./sentences.ts";
import { list, type Page, said, section, text } from "./words.ts";

/** The awards of the year by category, and all of them. */
export const awardsSection = (page: Page): readonly Section[] => {
  const figures = awardFigures(page);
  return section(text(page, "section.awards"), [
    ...list(sentences(page, figures)),
    ...totals(
      page,
      figures.filter(({ id }) => !isOfAll(id)),
    ).map((total) => ({ block: "paragraph", text: total }) as const),
  ]);
};

const all = "awardsGranted";
const isOfAll = (id: string): boolean => id.startsWith(`${all}@`);

/** The figure of each category that anything is told of, then that of all where it is reported. */
export const awardFigures = (page: Page): readonly Figure[] => {
  const stated = reportedFigures(page.view)
    .map(({ measure }) => measure)
    .filter((one) => splitMeasure(one).name === all);
  const inForce = termsOf(page, "awardCategories").map((term) => `${all}/${term}`);
  const names = [...new Set([...inForce, ...stated])].filter((one) => one !== all);
  const figures = figuresOfAll(page, names).filter(
    ({ computed, reported }) => computed.is !== "unknown" || reported.length > 0,
  );
  return [...figures, ...(stated.includes(all) ? figuresOfAll(page, [all]) : [])];
};

/** How many awards there are of some categories: granted, and as documents report of each. */
const totals = (page: Page, figures: readonly Figure[]): readonly Text[] => {
  const categories = figures.length;
  const { year } = page.view;
  const granted = awardRoll(page.view).length;
  const reported = figures.flatMap((figure) =>
    figure.reported.map(({ value }) => ("count" in value ? value.count : 0)),
  );
  const stated = reported.reduce((sum, one) => sum + one, 0);
  const total = (figure: string, value: Placed["value"]): Placed => ({
    figure: `${figure}@${year}`,
    value,
  });
  const computed = total("awardsOnRoll", { is: "count", count: granted });
  const summed = total("awardsReported", { is: "reported", value: { count: stated } });
  return [
    ...(granted > 0
      ? [said(page, "awards.total", { count: computed, number: granted, categories })]
      : []),
    ...(stated > 0
      ? [said(page, "awards.totalReported", { count: summed, number: stated, categories })]
      : []),
  ];
};
