import { type DocumentValue, lettersOf } from "@tongket/core/report";
import type { DrawnPath, DrawnText } from "../drawn.ts";
import type { Page } from "../open-pdf.ts";
import { inPt, type Measured, textsOf } from "./measured.ts";

/** Each line of the head and the foot, as it should be set and as it is. */
export const lineStyles = (
  pages: readonly Page[],
  { frame: { lines } }: DocumentValue,
): readonly Measured[] =>
  Object.entries(lines).map(([name, line]) => {
    const { sizePt, bold, italic, capitals, underlined } = line.style;
    const styled = (...words: readonly (string | false | undefined)[]): string =>
      words.filter((word) => typeof word === "string").join(", ");
    const expected = styled(
      inPt(sizePt),
      bold && "bold",
      italic && "italic",
      capitals && "capitals",
      underlined && "underlined",
    );
    const found = beginningOf(pages, lettersOf(line));
    const measured =
      found === undefined
        ? "not found"
        : styled(
            inPt(found.text.sizePt),
            /Bold/.test(found.text.font) && "bold",
            /Italic/.test(found.text.font) && "italic",
            capitals && found.text.text === found.text.text.toUpperCase() && "capitals",
            found.page.paths.some((path) => isUnder(found.text, path)) && "underlined",
          );
    return { rule: `line, ${name}`, expected, measured, passes: expected === measured };
  });

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

interface Found {
  readonly text: DrawnText;
  readonly page: Page;
}

/** Where a text begins: the longest piece that is a beginning of it. */
export const beginningOf = (pages: readonly Page[], sought: string): Found | undefined =>
  pages
    .flatMap((page) => textsOf(page).map((text) => ({ text, page })))
    .filter(({ text }) => plain(sought).startsWith(plain(text.text)))
    .toSorted((a, b) => b.text.text.length - a.text.text.length)[0];

const isUnder = ({ x, y, width, sizePt }: DrawnText, path: DrawnPath): boolean =>
  Math.abs(path.left - x) < 1 &&
  Math.abs(path.right - x - width) < 1 &&
  path.top - path.bottom < 0.1 * sizePt &&
  path.top < y &&
  path.bottom > y - 0.4 * sizePt;
