/**
 * `node --conditions=source examples/review-2012/out.ts` writes the review of 2012 in every format
 * and both languages into `out/`; a test compares what lies there.
 */
import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import type { DocumentValue } from "@tongket/core/report";
import { renderCsv } from "@tongket/render-csv";
import { renderDocx } from "@tongket/render-docx";
import { renderHtml } from "@tongket/render-html";
import { renderMarkdown } from "@tongket/render-markdown";
import { renderXlsx } from "@tongket/render-xlsx";
import { facts, here, reviewOf } from "./read-review.ts";

type Render = (document: DocumentValue) => string | Uint8Array | Promise<string | Uint8Array>;

const formats: { readonly [ending: string]: Render } = {
  csv: renderCsv,
  docx: renderDocx,
  html: renderHtml,
  md: renderMarkdown,
  xlsx: renderXlsx,
};

/** Each file of `out/`, by its name, with what makes it. */
export const outFiles = (["vi", "en"] as const).flatMap((lang) =>
  Object.entries(formats).map(([ending, render]) => ({
    name: `report.${lang}.${ending}`,
    make: async (): Promise<Buffer> => Buffer.from((await render(reviewOf(facts, lang))) as string),
  })),
);

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  for (const { name, make } of outFiles) writeFileSync(here(`out/${name}`), await make());
}
