import { type DocumentValue, type PageFormat, plainText } from "@tongket/core/report";
import type { DrawnText } from "../drawn.ts";
import type { Page } from "../open-pdf.ts";
import { beginningOf } from "./line-styles.ts";
import { inPt, length, type Measured, mm, textsOf } from "./measured.ts";

/** How the first paragraph is set, where there is one. */
export const bodyStyle = (
  pages: readonly Page[],
  { sections, lang, frame }: DocumentValue,
): readonly Measured[] => {
  const { body, firstLineMm = 0, marginsMm } = frame.page;
  const [paragraph] = sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.block === "paragraph");
  const first = paragraph && beginningOf(pages, plainText(paragraph.text, lang));
  if (first === undefined) return [];
  const { text, page } = first;
  const next = textsOf(page).find(({ y }) => y < text.y - 1);
  const size = inPt(body.sizePt);
  return [
    {
      rule: "text, size",
      expected: size,
      measured: inPt(text.sizePt),
      passes: inPt(text.sizePt) === size,
    },
    length("text, first line", {
      expected: firstLineMm,
      measured: mm(text.x) - marginsMm.left,
    }),
    ...(body.linePtMin === undefined || next === undefined
      ? []
      : [lineHeight(body.linePtMin, text.y - next.y)]),
  ];
};

const lineHeight = (least: number, measured: number): Measured => ({
  rule: "text, line",
  expected: `at least ${inPt(least)}`,
  measured: inPt(measured),
  passes: Math.round((measured - least) * 10) >= 0,
});

/** Where the number of a page stands, and from which page on. */
export const pageNumbers = (
  pages: readonly Page[],
  { pageNumber, marginsMm }: PageFormat,
): readonly Measured[] => {
  if (pageNumber === undefined) return [];
  const { position, fromPage, style } = pageNumber;
  const found = pages.flatMap((page, at) => {
    const text = page.texts.find((one) => one.mark === undefined && one.text === String(at + 1));
    return text === undefined ? [] : [{ text, page, number: at + 1 }];
  });
  const [first] = found;
  const expected = [position, `from page ${fromPage}`, inPt(style.sizePt)].join(", ");
  const measured =
    first === undefined
      ? "none"
      : [
          placeOf(first.text, first.page, marginsMm),
          `from page ${first.number}`,
          inPt(first.text.sizePt),
        ].join(", ");
  const isNone = pages.length < fromPage && found.length === 0;
  const isOnAll = found.length === pages.length - fromPage + 1;
  return [
    {
      rule: "page number",
      expected,
      measured,
      passes: isNone || (isOnAll && expected === measured),
    },
  ];
};

const placeOf = (
  { x, y, width }: DrawnText,
  { widthPt, heightPt }: Page,
  { left, right, top, bottom }: PageFormat["marginsMm"],
): string => {
  const isTop = mm(heightPt - y) < top;
  const edge = isTop ? "top" : mm(y) < bottom ? "bottom" : "inside";
  const centre = (mm(widthPt) + left - right) / 2;
  const isCentred = Math.abs(mm(x + width / 2) - centre) < 1;
  const isRight = Math.abs(mm(widthPt - x - width) - right) < 1;
  return `${edge}-${isCentred ? "centre" : isRight ? "right" : "elsewhere"}`;
};
