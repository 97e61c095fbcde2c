import { type Drawn, drawnBy } from "./drawn.ts";

/** An element of a document's structure: a paragraph, a table, and what they are made of. */
export interface Element {
  readonly role: string;
  readonly children: readonly (Element | Content)[];
}

/** A piece of a page, by the mark that it is drawn under: `p12R_mc3`. */
interface Content {
  readonly id: string;
}

export interface Page extends Drawn {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly structure: Element | null;
}

export interface OpenedPdf {
  readonly pages: readonly Page[];
  /** The files in it, by their names. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  readonly info: { readonly [name: string]: unknown };
}

/** Reads what a PDF holds; throws where it is none. The library is loaded at the first call. */
export const openPdf = async (bytes: Uint8Array): Promise<OpenedPdf> => {
  const { getDocumentProxy, getResolvedPDFJS } = await import("unpdf");
  const { OPS } = await getResolvedPDFJS();
  // NOTE: the library takes bytes away from whoever hands them over, and refuses a Buffer.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    const pages: Page[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { texts, paths } = drawnBy(await page.getOperatorList(), OPS);
      const named = (font: string): string =>
        page.commonObjs.has(font) ? page.commonObjs.get(font).name : font;
      pages.push({
        widthPt: width,
        heightPt: height,
        texts: texts.map((one) => ({ ...one, font: named(one.font) })),
        paths,
        structure: (await page.getStructTree()) as Element | null,
      });
    }
    const files = Object.values((await pdf.getAttachments()) ?? {}) as readonly Attached[];
    const attachments = new Map(files.map(({ filename, content }) => [filename, content]));
    return { pages, attachments, info: (await pdf.getMetadata()).info as OpenedPdf["info"] };
  } finally {
    await pdf.destroy();
  }
};

interface Attached {
  readonly filename: string;
  readonly content: Uint8Array;
}
