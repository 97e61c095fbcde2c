import {
  type Block,
  type DocumentValue,
  type Frame,
  figuresTable,
  formatPlaced,
  type Line,
  manifestText,
  onlyFigure,
  type Section,
  spansOf,
  type Table,
  type Text,
} from "@tongket/core/report";

import { commentName } from "./read-markdown.ts";

type Lang = DocumentValue["lang"];

/**
 * A document value as CommonMark with tables; the same value gives the same text. Its manifest
 * stands behind it in a comment.
 */
export const renderMarkdown = (document: DocumentValue): string => {
  const { lang, title, frame } = document;
  const parts = [
    ...renderHead(frame),
    `# ${literal(title)}`,
    ...renderSections(document.sections, lang),
    ...renderFoot(frame),
    ...renderSections(document.annexes, lang),
  ];
  return `${parts.join("\n\n")}\n\n${comment(document)}\n`;
};

/** NOTE: a comment ends at the first `>`, so none may stand in it. */
const comment = (document: DocumentValue): string => {
  const manifest = manifestText(document, { figures: false });
  return `<!-- ${commentName} ${manifest.replaceAll(">", "\\u003e")} -->`;
};

const renderSections = (sections: readonly Section[], lang: Lang): readonly string[] =>
  sections.flatMap(({ heading, blocks }) => [
    `## ${literal(heading)}`,
    ...blocks.map((block, at) =>
      block.block === "list"
        ? renderList(block, { lang, isOther: isOther(blocks, at) })
        : renderBlock(block, lang),
    ),
  ]);

/** The head in plain lines: it is read here, and set by other renderers. */
const renderHead = ({ lines }: Frame): readonly string[] => {
  const { superior, issuer, number, placeAndDate } = lines;
  return [
    ...plainLines(superior),
    `**${literal(issuer.text)}**`,
    ...plainLines(number, placeAndDate),
  ];
};

const renderFoot = ({ lines, recipients }: Frame): readonly string[] => {
  const { onBehalf, office, signatory, recipientsLabel } = lines;
  const items = recipients.map(({ text }) => `- ${beginning(literal(text))}`);
  return [
    ...plainLines(onBehalf, office),
    ...(signatory === undefined ? [] : [`**${literal(signatory.text)}**`]),
    ...plainLines(recipientsLabel),
    ...(items.length === 0 ? [] : [items.join("\n")]),
  ];
};

/** Nobody fills blanks in by hand here, so lines that have them are left out. */
const plainLines = (...lines: readonly (Line | undefined)[]): readonly string[] =>
  lines.flatMap((line) =>
    line === undefined || line.hasBlanks === true ? [] : [beginning(literal(line.text))],
  );

type List = Extract<Block, { readonly block: "list" }>;

/** NOTE: a list right behind one of its kind is taken for the same one, unless its marks differ. */
const isOther = (blocks: readonly Block[], at: number): boolean => {
  const [block, before] = [blocks[at], blocks[at - 1]];
  if (block?.block !== "list" || before?.block !== "list") return false;
  return before.ordered === block.ordered && !isOther(blocks, at - 1);
};

const renderList = (
  { items, ordered }: List,
  { lang, isOther }: { readonly lang: Lang; readonly isOther: boolean },
): string => {
  const mark = (at: number): string =>
    ordered ? `${at + 1}${isOther ? ")" : "."}` : isOther ? "*" : "-";
  return items.map((item, at) => `${mark(at)} ${beginning(words(item, lang))}`).join("\n");
};

const renderBlock = (block: Exclude<Block, List>, lang: Lang): string => {
  switch (block.block) {
    case "heading":
      return `### ${literal(block.text)}`;
    case "paragraph":
      return beginning(words(block.text, lang));
    case "figures":
      return renderTable(figuresTable(block.figures, lang), lang);
    case "table":
      return renderTable(block, lang);
  }
};

const renderTable = ({ columns, rows }: Table, lang: Lang): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const isNumeric = columns.map(
    (_, at) => rows.length > 0 && rows.every((row) => onlyFigure(row[at] ?? "") !== undefined),
  );
  return [
    line(columns.map(literal)),
    line(isNumeric.map((one) => (one ? "---:" : "---"))),
    ...rows.map((row) => line(row.map((cell) => words(cell, lang)))),
  ].join("\n");
};

/** What documents report stands in italics. */
const words = (text: Text, lang: Lang): string =>
  spansOf(text)
    .map((span) => {
      if (typeof span === "string") return literal(span);
      const shown = literal(formatPlaced(span.value, lang));
      return span.value.is === "reported" ? `*${shown}*` : shown;
    })
    .join("");

/** Text from a ledger is shown as it stands: no mark-up of its own takes effect. */
const literal = (text: string): string =>
  text.replace(/[\\`*_[\]<>|#~&]/g, (mark) => `\\${mark}`).replace(/\s*[\r\n]+\s*/g, " ");

/** Text that begins a line, changed so that it begins no list or rule. */
const beginning = (text: string): string =>
  text.replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2").replace(/^([-+=])/, "\\$1");
