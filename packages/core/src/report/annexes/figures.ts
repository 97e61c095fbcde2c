import { reportedFigures } from "../../projections/reported.ts";
import type { Section } from "../document.ts";
import { awardFigures } from "../sections/awards.ts";
import { figuresOfAll } from "../sections/figures.ts";
import { resultNames } from "../sections/results.ts";
import { type Page, section, text } from "../sections/words.ts";

/** Every figure of the text as it was computed, beside what documents report of it. */
export const figuresAnnex = (page: Page, next: Page): readonly Section[] => {
  const outlook = ["directionsSet", "planItems"].filter((name) => isTold(next, name));
  return section(text(page, "annex.figures"), [
    {
      block: "figures",
      figures: [
        ...figuresOfAll(page, resultNames(page)),
        ...figuresOfAll(next, outlook),
        ...awardFigures(page),
      ],
    },
  ]);
};

const isTold = (page: Page, name: string): boolean => {
  const [figure] = figuresOfAll(page, [name]);
  return (
    figure?.computed.is !== "unknown" ||
    reportedFigures(page.view).some(({ measure }) => measure === name)
  );
};
