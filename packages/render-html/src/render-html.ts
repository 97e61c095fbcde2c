import { hash } from "node:crypto";
import { type DocumentValue, manifestText } from "@tongket/core/report";
import { documentHtml } from "./document-html.ts";
import { asIs, type Html, html } from "./html.ts";
import { dataId, type PageData, packedData } from "./page/page-data.ts";
import { manifestId } from "./read-html.ts";
import { styleSheet } from "./style-sheet.ts";

/**
 * A document value as one HTML file that asks for nothing else: no network, no script. The same
 * value gives the same text. Its manifest stands in it as JSON.
 */
export const renderHtml = (document: DocumentValue): string => pageOf(document, asIs(""));

/** The same as a page to explore: it has the events inside, and makes all that it shows of them. */
export const renderExplorable = async (
  document: DocumentValue,
  explored: Explored,
): Promise<string> => {
  const { pageScript } = await import("#page-script");
  const { kind, lang, branch, year, origin, details } = document;
  const of = { kind, lang, branch, year, origin, ...(details === undefined ? {} : { details }) };
  const data = packedData({ ...explored, document: of });
  const scripts = html`<script type="text/plain" id="${dataId}">${data}</script>
<script>${asIs(pageScript)}</script>
`;
  return pageOf(document, scripts, `'sha256-${hash("sha256", pageScript, "base64")}'`);
};

/** What a page has inside of the ledger that its document was made of. */
export type Explored = Omit<PageData, "document">;

const pageOf = (document: DocumentValue, scripts: Html, scriptsAllowed?: string): string => {
  const { lang, title, issuer, frame } = document;
  const manifest = jsonInHtml(manifestText(document));
  const styles = "default-src 'none'; style-src 'unsafe-inline'";
  const policy = scriptsAllowed === undefined ? styles : `${styles}; script-src ${scriptsAllowed}`;
  const { html: text } = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${asIs(policy)}">
<meta name="color-scheme" content="light dark">
<title>${title} – ${issuer}</title>
<style>${asIs(styleSheet(frame.page))}</style>
</head>
<body>
<main>
${documentHtml(document)}
</main>
<script type="application/json" id="${manifestId}">${asIs(manifest)}</script>
${scripts}</body>
</html>
`;
  return text;
};

/** NOTE: no end tag and no comment may begin inside a script. */
const jsonInHtml = (json: string): string => json.replaceAll("<", "\\u003c");
