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
import { renderExplorable } from "@tongket/render-html";
import { renderMarkdown } from "@tongket/render-markdown";
import { renderPdf } from "@tongket/render-pdf";
import { measuredTable, measurePdf } from "@tongket/render-pdf/checklist";
import { renderXlsx } from "@tongket/render-xlsx";
import { explored, facts, here, reviewOf } from "./read-review.ts";

type Render = (document: DocumentValue) => string | Uint8Array | Promise<string | Uint8Array>;

const formats: { readonly [ending: string]: Render } = {
  csv: renderCsv,
  docx: renderDocx,
  html: (document) => renderExplorable(document, explored()),
  md: renderMarkdown,
  pdf: renderPdf,
  xlsx: renderXlsx,
};

interface OutFile {
  readonly name: string;
  readonly make: () => Promise<Buffer>;
}

const reports: readonly OutFile[] = (["vi", "en"] as const).flatMap((lang) =>
  Object.entries(formats).map(([ending, render]) => ({
    name: `report.${lang}.${ending}`,
    make: async () => Buffer.from((await render(reviewOf(facts, lang))) as string),
  })),
);

/** The form of the PDF, measured from it by each rule of the document pack. */
const form: OutFile = {
  name: "form.md",
  make: async () => {
    const review = reviewOf(facts, "vi");
    const rows = await measurePdf(review, await renderPdf(review));
    return Buffer.from(`${measuredTable(rows)}\n`);
  },
};

/** Each file of `out/`, by its name, with what makes it. */
export const outFiles: readonly OutFile[] = [...reports, form];

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  for (const { name, make } of outFiles) writeFileSync(here(`out/${name}`), await make());
}
