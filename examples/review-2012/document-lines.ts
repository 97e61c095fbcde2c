import {
  type Block,
  type DocumentValue,
  formatFigure,
  formatReported,
  plainText,
  sectionsOf,
} from "@tongket/core/report";

/**
 * A document as lines, one for each thing it tells, so that two documents can be compared by what
 * they tell: headings behind `#`, figures by their ids, lists without their numbers.
 */
export const documentLines = (document: DocumentValue): readonly string[] => [
  `# ${document.title}`,
  document.issuer,
  ...sectionsOf(document).flatMap(({ heading, blocks }) => [
    `# ${heading}`,
    ...blocks.flatMap((block) => blockLines(block, document.lang)),
  ]),
];

const blockLines = (block: Block, lang: DocumentValue["lang"]): readonly string[] => {
  switch (block.block) {
    case "heading":
      return [`## ${block.text}`];
    case "paragraph":
      return [plainText(block.text, lang)];
    case "list":
      return block.items.map((item) => plainText(item, lang));
    case "figures":
      return block.figures.map(({ id, computed, reported, agrees }) => {
        const stated = reported.map(({ value }) => formatReported(value, lang));
        const agreement = agrees === undefined ? "" : agrees ? ", agree" : ", DIFFER";
        return `${id}: ${formatFigure(computed, lang)}; reported ${
          stated.length === 0 ? "nothing" : stated.join(", ")
        }${agreement}`;
      });
    case "table":
      return block.rows.map((row) => row.map((cell) => plainText(cell, lang)).join(" | "));
  }
};

/** What the second document tells no more, and what it tells anew. */
export const difference = (
  before: DocumentValue,
  after: DocumentValue,
): { readonly gone: readonly string[]; readonly come: readonly string[] } => {
  const [old, now] = [documentLines(before), documentLines(after)];
  return { gone: without(old, now), come: without(now, old) };
};

/** The lines that the first has more often than the second. */
const without = (lines: readonly string[], others: readonly string[]): readonly string[] => {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};
