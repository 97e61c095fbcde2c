import { reportText } from "@tongket/core/messages";
import {
  type Block,
  type Cell,
  type DocumentValue,
  type Figure,
  type Frame,
  formatFigure,
  formatReported,
  type Line,
} from "@tongket/core/report";

type Lang = DocumentValue["lang"];

/** A document value as CommonMark with tables; the same value gives the same text. */
export const renderMarkdown = (document: DocumentValue): string => {
  const { lang, title, sections, frame } = document;
  const parts = [
    ...renderHead(frame),
    `# ${literal(title)}`,
    ...sections.flatMap(({ heading, blocks }) => [
      `## ${literal(heading)}`,
      ...blocks.map((block) => renderBlock(block, lang)),
    ]),
    ...renderFoot(frame),
  ];
  return `${parts.join("\n\n")}\n`;
};

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
  const items = recipients.map(({ text }) => `- ${literalLine(text)}`);
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
    line === undefined || line.hasBlanks === true ? [] : [literalLine(line.text)],
  );

const renderBlock = (block: Block, lang: Lang): string => {
  switch (block.block) {
    case "paragraph":
      return literalLine(block.text);
    case "list":
      return block.items
        .map((item, at) => `${block.ordered ? `${at + 1}.` : "-"} ${literalLine(item)}`)
        .join("\n");
    case "figures":
      return renderFigures(block.figures, lang);
    case "table":
      return renderTable(block.columns, block.rows, lang);
  }
};

/** Computed and reported side by side, so that neither is taken for the other. */
const renderFigures = (figures: readonly Figure[], lang: Lang): string => {
  const columns = (
    ["label.measure", "label.computed", "label.reported", "label.agrees"] as const
  ).map((key) => reportText(lang, key));
  const rows = figures.map(({ label, computed, reported, agrees }): readonly Cell[] => [
    label,
    computed,
    reported.length === 0
      ? "—"
      : reported
          .map(({ value, phrase }) => `${formatReported(value, lang)} “${phrase}”`)
          .join("; "),
    reportText(lang, agrees === undefined ? "agrees.none" : agrees ? "agrees.yes" : "agrees.no"),
  ]);
  return renderTable(columns, rows, lang);
};

const renderTable = (
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  lang: Lang,
): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const numeric = columns.map((_, at) => rows.every((row) => typeof row[at] !== "string"));
  return [
    line(columns.map(literal)),
    line(numeric.map((one) => (one && rows.length > 0 ? "---:" : "---"))),
    ...rows.map((row) =>
      line(row.map((cell) => literal(typeof cell === "string" ? cell : formatFigure(cell, lang)))),
    ),
  ].join("\n");
};

/** Text from a ledger is shown as it stands: no mark-up of its own takes effect. */
const literal = (text: string): string =>
  text.replace(/[\\`*_[\]<>|#~&]/g, (mark) => `\\${mark}`).replace(/\s*[\r\n]+\s*/g, " ");

/** The same where the text begins a line, so that it begins no list or rule. */
const literalLine = (text: string): string =>
  literal(text)
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^([-+=])/, "\\$1");
