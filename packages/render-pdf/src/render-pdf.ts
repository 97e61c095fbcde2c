import { type DocumentValue, manifestText } from "@tongket/core/report";
import { templateValue } from "./template-value.ts";
import { typeset } from "./typeset.ts";

/**
 * A document value as PDF with tags; the same value gives the same bytes. Its manifest is attached
 * to it as a file.
 */
export const renderPdf = (document: DocumentValue): Promise<Uint8Array> =>
  typeset({ value: templateValue(document), manifest: manifestText(document) });
