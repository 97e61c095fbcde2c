import { type DocumentValue, manifestText } from "@tongket/core/report";
import { Document, Packer } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { sectionParts } from "./blocks.ts";
import { footParts, headParts, titleParts } from "./frame-parts.ts";
import { inert, restored } from "./inert.ts";
import { type Parts, withManifest } from "./manifest-part.ts";
import { pageOf, textWidthTwips } from "./page.ts";
import { numberingOf, stylesOf } from "./styles.ts";

/**
 * A document value as a Word file (.docx), in the form that its frame tells; the same value gives
 * the same bytes. Its manifest stands in the file as custom XML.
 */
export const renderDocx = async (document: DocumentValue): Promise<Uint8Array> => {
  const packed = await Packer.toBuffer(wordDocument(document));
  const parts = Object.entries(unzipSync(packed)).map(([path, bytes]) => [
    path,
    restored(timeless(strFromU8(bytes))),
  ]);
  return zipped(withManifest(Object.fromEntries(parts), manifestText(document)));
};

const wordDocument = (document: DocumentValue): Document => {
  const { title, issuer, lang, frame, sections, annexes } = document;
  const place = { lang, widthTwips: textWidthTwips(frame.page) };
  const children = [
    ...headParts(document, place),
    ...titleParts(document),
    ...sectionParts(sections, place, { onNewPages: false }),
    ...footParts(document, place),
    ...sectionParts(annexes, place, { onNewPages: true }),
  ];
  return new Document({
    title: inert(title),
    creator: inert(issuer),
    lastModifiedBy: inert(issuer),
    styles: stylesOf(document),
    numbering: numberingOf(document),
    sections: [{ ...pageOf(frame.page), children }],
  });
};

/** Without the time at which it was made, which would make each file another one. */
const timeless = (xml: string): string =>
  xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, "");

const zipped = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
    // NOTE: a zip has local time; this is the same in every zone.
    { mtime: new Date(1980, 0, 1) },
  );
