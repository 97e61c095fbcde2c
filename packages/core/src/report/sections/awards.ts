import { awardRoll } from "../../projections/award-roll.ts";
import type { Section } from "../document.ts";
import { figuresOfAll, termsOf } from "./figures.ts";
import { type Page, section, text } from "./words.ts";

/** The awards of the year by category, beside what documents report of them. */
export const awardsSection = (page: Page): readonly Section[] => {
  const names = termsOf(page, "awardCategories").map((term) => `awardsGranted/${term}`);
  const figures = figuresOfAll(page, names).filter(
    ({ computed, reported }) => computed.is !== "unknown" || reported.length > 0,
  );
  if (figures.length === 0) return [];
  const granted = awardRoll(page.view).length;
  const reported = figures.flatMap((figure) =>
    figure.reported.map(({ value }) => ("count" in value ? value.count : 0)),
  );
  const stated = reported.reduce((sum, one) => sum + one, 0);
  const categories = figures.length;
  const totals = [
    ...(granted > 0 ? [text(page, "awards.total", { count: granted, categories })] : []),
    ...(stated > 0 ? [text(page, "awards.totalReported", { count: stated, categories })] : []),
  ];
  return section(text(page, "section.awards"), [
    { block: "figures", figures },
    ...totals.map((total) => ({ block: "paragraph", text: total }) as const),
  ]);
};
