import { openPdf } from "./open-pdf.ts";
import { partsOf } from "./parts.ts";
import { manifestName } from "./typeset.ts";

/**
 * The manifest of a rendered document, and its words as they are shown: without numbers of pages,
 * marks and numbers of lists, and heading rows that are repeated. What is no PDF has neither.
 */
export const readPdf = async (
  bytes: Uint8Array,
): Promise<{ readonly manifest: string | undefined; readonly text: string }> => {
  const opened = await openPdf(bytes).catch(() => undefined);
  if (opened === undefined) return { manifest: undefined, text: "" };
  const { pages, attachments } = opened;
  const manifest = attachments.get(manifestName);
  return {
    manifest: manifest && new TextDecoder().decode(manifest),
    text: partsOf(pages).join("\n"),
  };
};
