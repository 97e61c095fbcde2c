import type { PageFormat } from "@tongket/core/report";

/** How the page looks on a screen, by day and by night, and on paper as the format has it. */
export const styleSheet = ({ paper, marginsMm, body, fontFamilies }: PageFormat): string => {
  const { top, bottom, left, right } = marginsMm;
  const families = [...fontFamilies.map(quoted), "serif"].join(", ");
  return `
:root { color-scheme: light dark; --line: #0004; --quiet: #0009; --page: #fff; --words: #111; }
@media (prefers-color-scheme: dark) {
  :root { --line: #fff4; --quiet: #fffa; --page: #181818; --words: #eee; }
}
body { margin: 0; background: var(--page); color: var(--words);
  font: ${body.sizePt}pt/1.4 ${families}; }
main { max-width: 52rem; margin: auto; padding: 2rem 1.25rem; overflow-wrap: anywhere; }
header { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; text-align: center; }
header p, footer p { margin: 0; }
h1, header > p { grid-column: 1 / 3; margin: 0; font-weight: normal; font-size: 1em; }
h1 span { display: block; }
h2 { font-size: 1.1em; margin-top: 2em; }
h3 { font-size: 1em; font-style: italic; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: 0.25em 0.5em; text-align: start; vertical-align: top; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.reported { font-style: italic; }
.unknown, .suppressed { color: var(--quiet); }
footer { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-top: 3rem; }
.signature { text-align: center; }
.signature p:last-child:not(:first-child) { margin-top: 4em; }
@page { size: ${paper.widthMm}mm ${paper.heightMm}mm;
  margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }
@media print {
  :root { --line: #000; --quiet: #000; --page: #fff; --words: #000; }
  main { max-width: none; padding: 0; }
  .annex { break-before: page; }
  thead { display: table-header-group; }
  tr, footer { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;
};

/** NOTE: a family comes from a rule pack, which anyone may write. */
const quoted = (family: string): string => `"${family.replace(/[^\p{L}\p{N} -]/gu, "")}"`;
