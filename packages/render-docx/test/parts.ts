import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A part of a Word file as text. */
export const partOf = (bytes: Uint8Array, path: string): string =>
  strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());

/** The file with one part changed. */
export const withPart = (
  bytes: Uint8Array,
  path: string,
  change: (xml: string) => string,
): Uint8Array =>
  zipSync({ ...unzipSync(bytes), [path]: strToU8(change(partOf(bytes, path))) }, { level: 0 });

export const mainPart = "word/document.xml";
