import { strFromU8, unzipSync } from "fflate";
import { customXmlPath, manifestIn } from "./manifest-part.ts";
import { shownText } from "./shown-text.ts";

/** What a Word file holds. */
export interface WordFile {
  /** What it says of itself to machines. */
  readonly manifest: string | undefined;
  /** All that people see of it, in reading order. */
  readonly text: string;
}

/** Reads a Word file, saved by whatever program; bytes that are none say nothing. */
export const readDocx = (bytes: Uint8Array): WordFile => {
  try {
    const parts = partsOf(bytes);
    const ofKind = (path: RegExp): readonly string[] =>
      parts.flatMap(([name, xml]) => (path.test(name) ? [xml] : []));
    return {
      manifest: ofKind(customXmlPath)
        .map(manifestIn)
        .find((one) => one !== undefined),
      text: textPaths.flatMap(ofKind).map(shownText).join(""),
    };
  } catch {
    return { manifest: undefined, text: "" };
  }
};

/** Where letters stand; those at the edge of a page come behind all others. */
const textPaths = [
  /^word\/document\.xml$/,
  /^word\/(footnotes|endnotes)\.xml$/,
  /^word\/(header|footer)\d*\.xml$/,
] as const;

const partsOf = (bytes: Uint8Array): readonly (readonly [path: string, xml: string])[] =>
  Object.entries(
    unzipSync(bytes, {
      filter: ({ name }) => [...textPaths, customXmlPath].some((one) => one.test(name)),
    }),
  ).map(([path, part]) => [path, strFromU8(part)]);
