import type { PageFormat } from "@tongket/core/report";
import type { DrawnText } from "../drawn.ts";
import type { Page } from "../open-pdf.ts";
import { atLeast, length, type Measured, mm, textsOf } from "./measured.ts";

/** A line is a box of one em around its base line, as the template sets it. */
const [above, below] = [0.75, 0.25];

export const paperAndMargins = (
  pages: readonly Page[],
  { paper, marginsMm, justified }: PageFormat,
): readonly Measured[] => {
  const least = (edge: (text: DrawnText, page: Page) => number): number =>
    mm(Math.min(...pages.flatMap((page) => textsOf(page).map((text) => edge(text, page)))));
  const right = {
    expected: marginsMm.right,
    measured: least(({ x, width }, { widthPt }) => widthPt - x - width),
  };
  const widths = pages.map(({ widthPt }) => mm(widthPt));
  const heights = pages.map(({ heightPt }) => mm(heightPt));
  return [
    length("paper, width", { expected: paper.widthMm, measured: Math.max(...widths) }),
    length("paper, height", { expected: paper.heightMm, measured: Math.max(...heights) }),
    length("margin, left", { expected: marginsMm.left, measured: least(({ x }) => x) }),
    justified ? length("margin, right", right) : atLeast("margin, right", right),
    length("margin, top", {
      expected: marginsMm.top,
      measured: least(({ y, sizePt }, { heightPt }) => heightPt - y - above * sizePt),
    }),
    atLeast("margin, bottom", {
      expected: marginsMm.bottom,
      measured: least(({ y, sizePt }) => y - below * sizePt),
    }),
  ];
};
