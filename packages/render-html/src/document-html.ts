import {
  type Block,
  type DocumentValue,
  type Frame,
  figuresTable,
  formatPlaced,
  type Line,
  lettersOf,
  onlyFigure,
  type Placed,
  type Section,
  spansOf,
  type Table,
  type Text,
} from "@tongket/core/report";
import { asIs, type Html, html } from "./html.ts";

type Lang = DocumentValue["lang"];

/** The document itself: all that stands in `main`. */
export const documentHtml = ({ lang, frame, sections, annexes }: DocumentValue): Html =>
  html`${headOf(frame)}
${sections.map((section) => sectionOf(section, lang))}
${footOf(frame)}
${annexes.map((section) => sectionOf(section, lang, "annex"))}`;

const headOf = ({ lines }: Frame): Html => {
  const { superior, issuer, issuerMark, number, banner, placeAndDate } = lines;
  return html`<header>
<div class="from">${linesOf(superior, issuer, issuerMark, number)}</div>
<div class="when">${linesOf(banner, placeAndDate)}</div>
<h1>${lineOf(lines.typeLine)}${asIs(" ")}${lineOf(lines.subject)}</h1>
${linesOf(lines.separator)}
</header>`;
};

const footOf = ({ lines, recipients }: Frame): Html => {
  const { recipientsLabel, onBehalf, office, signatory } = lines;
  const items = recipients.map((line) => html`<li>${lineOf(line)}</li>`);
  const list = items.length === 0 ? undefined : html`<ul>${items}</ul>`;
  return html`<footer>
<div class="recipients">${linesOf(recipientsLabel)}${list}</div>
<div class="signature">${linesOf(onBehalf, office, signatory)}</div>
</footer>`;
};

const linesOf = (...lines: readonly (Line | undefined)[]): readonly Html[] =>
  lines.flatMap((line) => (line === undefined ? [] : [html`<p>${lineOf(line)}</p>`]));

const lineOf = (line: Line): Html => {
  const { bold, italic, underlined, sizePt } = line.style;
  const style = [
    `font-size:${sizePt / 14}em`,
    ...(bold === true ? ["font-weight:bold"] : []),
    ...(italic === true ? ["font-style:italic"] : []),
    ...(underlined === true ? ["text-decoration:underline"] : []),
  ];
  return html`<span style="${style.join(";")}">${lettersOf(line)}</span>`;
};

const sectionOf = ({ heading, blocks }: Section, lang: Lang, kind = "text"): Html =>
  html`<section class="${kind}">
<h2>${heading}</h2>
${blocks.map((block) => blockOf(block, lang))}
</section>`;

const blockOf = (block: Block, lang: Lang): Html => {
  switch (block.block) {
    case "heading":
      return html`<h3>${block.text}</h3>`;
    case "paragraph":
      return html`<p>${wordsOf(block.text, lang)}</p>`;
    case "list": {
      const items = block.items.map((item) => html`<li>${wordsOf(item, lang)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case "figures":
      return tableOf(figuresTable(block.figures, lang), lang);
    case "table":
      return tableOf(block, lang);
  }
};

const tableOf = ({ columns, rows }: Table, lang: Lang): Html => {
  const head = columns.map((column) => html`<th scope="col">${column}</th>`);
  const body = rows.map((row) => html`<tr>${row.map((cell) => cellOf(cell, lang))}</tr>`);
  return html`<div class="table" tabindex="0" role="region" aria-label="${columns.join(", ")}">
<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>
</div>`;
};

const cellOf = (cell: Text, lang: Lang): Html =>
  onlyFigure(cell) === undefined
    ? html`<td>${wordsOf(cell, lang)}</td>`
    : html`<td class="number">${wordsOf(cell, lang)}</td>`;

const wordsOf = (text: Text, lang: Lang): Html => ({
  html: spansOf(text)
    .map((span) => (typeof span === "string" ? html`${span}` : figureOf(span, lang)).html)
    .join(""),
});

/** What documents report stands in italics. */
const figureOf = ({ figure, branch, value }: Placed, lang: Lang): Html => {
  const whose = branch === undefined ? undefined : html` data-branch="${branch}"`;
  const named = html`data-figure="${figure}"${whose}`;
  const shown = formatPlaced(value, lang);
  return html`<data class="${value.is}" value="${machineValue(value)}" ${named}>${shown}</data>`;
};

/** A count, a share as `35/36`, or nothing. */
export const machineValue = (value: Placed["value"]): string => {
  switch (value.is) {
    case "count":
      return String(value.count);
    case "share":
      return `${value.num}/${value.den}`;
    default:
      return "";
  }
};
