import type { DocumentValue } from "@tongket/core/report";
import type { Explored } from "@tongket/render-html";
import type { Difference, Format } from "@tongket/report-check";

/** A format that reports are written in, and held against their ledger in. */
export interface ReportFormat {
  readonly render: (document: DocumentValue, explored?: Explored) => Promise<string | Uint8Array>;
  /** Of a page: where its charts or the events inside are not those of the ledger. */
  readonly differencesInside?: (
    document: DocumentValue,
    exploredOf: () => Promise<Explored | undefined>,
    bytes: Uint8Array,
  ) => Promise<readonly Difference[]>;
  /** What a file says of itself to machines. */
  readonly manifestOf: (bytes: Uint8Array) => Promise<string | undefined>;
  readonly differences: (
    document: DocumentValue,
    bytes: Uint8Array,
  ) => Promise<readonly Difference[]>;
}

/** By the endings of their files; those of text can go to a terminal. */
export const textFormats = ["md", "html", "csv"] as const;
export const formatNames = [...textFormats, "docx", "pdf", "xlsx"] as const;
export type FormatName = (typeof formatNames)[number];

// NOTE: each package is loaded when its format is named, and no other one.
const formats: { readonly [Name in FormatName]: () => Promise<ReportFormat> } = {
  md: async () => {
    const { readMarkdown, renderMarkdown } = await import("@tongket/render-markdown");
    return ofText({ render: renderMarkdown, read: readMarkdown });
  },
  html: async () => {
    const { pageDifferences, readHtml, renderExplorable, renderHtml } = await import(
      "@tongket/render-html"
    );
    return {
      ...ofText({ render: renderHtml, read: readHtml }),
      render: async (document, explored) =>
        explored === undefined ? renderHtml(document) : renderExplorable(document, explored),
      differencesInside: pageDifferences,
    };
  },
  csv: async () => {
    const { csvDifferences, readCsv, renderCsv } = await import("@tongket/render-csv");
    return {
      render: async (document) => renderCsv(document),
      manifestOf: async (bytes) => readCsv(bytes).manifest,
      differences: async (document, bytes) => csvDifferences(document, bytes),
    };
  },
  docx: async () => {
    const { readDocx, renderDocx } = await import("@tongket/render-docx");
    return ofText({ render: renderDocx, read: readDocx });
  },
  pdf: async () => {
    const { readPdf, renderPdf } = await import("@tongket/render-pdf");
    return ofText({ render: renderPdf, read: readPdf });
  },
  xlsx: async () => {
    const { readXlsx, renderXlsx, xlsxDifferences } = await import("@tongket/render-xlsx");
    return {
      render: renderXlsx,
      manifestOf: async (bytes) => (await readXlsx(bytes)).manifest,
      differences: xlsxDifferences,
    };
  },
};

export const loadFormat = (name: FormatName): Promise<ReportFormat> => formats[name]();

/** The format of a file by its name; undefined where it is none of these. */
export const formatOfFile = (file: string): FormatName | undefined =>
  formatNames.find((name) => file.toLowerCase().endsWith(`.${name}`));

/** A format that is held against a ledger by all the words that it shows. */
const ofText = (format: Format): ReportFormat => ({
  render: async (document) => format.render(document),
  manifestOf: async (bytes) => (await format.read(bytes)).manifest,
  differences: async (document, bytes) => {
    const [{ differences }, { text }] = await Promise.all([
      import("@tongket/report-check"),
      format.read(bytes),
    ]);
    return differences(document, text, format);
  },
});
