import { hash } from "node:crypto";
import { sayPage } from "@tongket/core/messages";
import { type DocumentValue, manifestText } from "@tongket/core/report";
import { documentHtml } from "./document-html.ts";
import { asIs, type Html, html } from "./html.ts";
import { openEngine } from "./page/engine.ts";
import { dataId, type PageData, packedData } from "./page/page-data.ts";
import { pageStyle } from "./page-style/index.ts";
import { manifestId } from "./read-html.ts";
import { styleSheet } from "./style-sheet.ts";

/** What a page has inside of the ledger that its document was made of. */
export type Explored = Omit<PageData, "document">;

/**
 * A document value as one HTML file that asks for nothing else: no network, no script. The same
 * value gives the same text. Its manifest stands in it as JSON.
 */
export const renderHtml = (document: DocumentValue): string => fileOf(document);

/**
 * The same as a page to explore, with charts: it has the events inside, and makes all that it
 * shows of them. Its one script is the only one that may run. Throws for a document that leaves
 * something out, since the events would tell it.
 */
export const renderExplorable = async (
  document: DocumentValue,
  explored: Explored,
): Promise<string> => {
  if (document.suppressed !== undefined) throw new Error("What is suppressed has no events inside");
  const { pageScript } = await import("#page-script");
  const { drawnCharts } = await import("./charts/drawn-charts.ts");
  const { kind, lang, branch, year, origin, details } = document;
  const of = { kind, lang, branch, year, origin, ...(details === undefined ? {} : { details }) };
  const data = { ...explored, document: of };
  const { view } = openEngine(data).at({});
  return fileOf(document, {
    script: pageScript,
    data: packedData(data),
    charts: drawnCharts({ view, lang }),
  });
};

interface Inside {
  readonly script: string;
  readonly data: string;
  readonly charts: string;
}

const fileOf = (document: DocumentValue, inside?: Inside): string => {
  const { lang, title, issuer, frame } = document;
  const { html: text } = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${asIs(allowedBy(inside))}">
<meta name="color-scheme" content="light dark">
<title>${title} – ${issuer}</title>
<style>${asIs(styleSheet(frame.page))}${asIs(inside === undefined ? "" : pageStyle)}</style>
</head>
<body>
<main>
${documentHtml(document)}
</main>${inside && chartsOf(inside, lang)}
${manifestOf(document)}${inside && scriptsOf(inside)}
</body>
</html>
`;
  return text;
};

/** Nothing from elsewhere; and of scripts that could run only the very one inside. */
const allowedBy = (inside: Inside | undefined): string => {
  const styles = "default-src 'none'; style-src 'unsafe-inline'";
  if (inside === undefined) return styles;
  return `${styles}; script-src 'sha256-${hash("sha256", inside.script, "base64")}'`;
};

const chartsOf = ({ charts }: Inside, lang: DocumentValue["lang"]): Html => {
  const label = sayPage(lang, "charts.label");
  return html`
<section class="${charts === "" ? "charts empty" : "charts"}" aria-label="${label}">
<h2>${label}</h2>
<div class="drawn">${asIs(charts)}</div>
</section>`;
};

const scriptsOf = ({ script, data }: Inside): Html => html`
<script type="text/plain" id="${dataId}">${data}</script>
<script>${asIs(scriptInHtml(script))}</script>`;

const manifestOf = (document: DocumentValue): Html => {
  const json = jsonInHtml(manifestText(document));
  return html`<script type="application/json" id="${manifestId}">${asIs(json)}</script>`;
};

/** Throws for a script that HTML would end, or hide, where the script itself does not. */
const scriptInHtml = (script: string): string => {
  if (/<\/script|<!--/i.test(script)) throw new Error("The script has an end tag or a comment");
  return script;
};

/** NOTE: no end tag and no comment may begin inside a script. */
const jsonInHtml = (json: string): string => json.replaceAll("<", "\\u003c");
