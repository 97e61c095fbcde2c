import {
  type DocumentValue,
  manifestText,
  mapFigures,
  type Placed,
  shownFigures,
} from "@tongket/core/report";
import { type FigureRead, figuresIn } from "../documents/figures-among.ts";
import { demandEqual, LawBroken } from "./law-broken.ts";

type Bytes = string | Uint8Array;

/** A format of documents as its law sees it. */
export interface DocumentFormat {
  readonly render: (document: DocumentValue) => Bytes | Promise<Bytes>;
  readonly manifestOf: (bytes: Uint8Array) => Promise<string | undefined> | string | undefined;
  /** Whether its manifest leaves figures out, since machines can read the format as it is. */
  readonly isPlain?: true;
  /** Where a file says something else than a document. */
  readonly differences: (
    document: DocumentValue,
    bytes: Uint8Array,
  ) => Promise<readonly unknown[]> | readonly unknown[];
  /** The figures that a file shows, read out of it without the renderer's help. */
  readonly figuresIn: (
    bytes: Uint8Array,
    document: DocumentValue,
  ) => Promise<readonly FigureRead[]> | readonly FigureRead[];
}

/**
 * A document in a format is read back whole: its manifest as it was, every figure of it and no
 * other, so that all formats show the same ones; no word otherwise, made again the same to the
 * byte; and a count that is another one is told.
 */
export const documentsReadBack = async (
  document: DocumentValue,
  format: DocumentFormat,
): Promise<void> => {
  const where = { kind: document.kind, branch: document.branch, year: document.year };
  const made = await format.render(document);
  const bytes = bytesOf(made);
  demandEqual("a file holds the manifest of its document", {
    found: await format.manifestOf(bytes),
    expected: manifestText(document, { figures: format.isPlain !== true }),
    where,
  });
  demandEqual("a file shows the figures of its document, and no others", {
    found: await format.figuresIn(bytes, document),
    expected: figuresIn(document),
    where,
  });
  demandEqual("a file says nothing else than its document", {
    found: await format.differences(document, bytes),
    expected: [],
    where,
  });
  demandEqual("the same document gives the same file", {
    found: await format.render(structuredClone(document)),
    expected: made,
    where,
  });
  const other = withOneMore(document);
  if (manifestText(other) === manifestText(document)) return;
  if ((await format.differences(other, bytes)).length === 0) {
    throw new LawBroken("a count that is another one is told", { where });
  }
};

/** The document with one more in the count that stands in its middle. */
const withOneMore = (document: DocumentValue): DocumentValue => {
  const middle = Math.floor(shownFigures(document).length / 2);
  let at = 0;
  return mapFigures(document, (placed): Placed => {
    at += 1;
    const { value } = placed;
    if (at <= middle || value.is !== "count") return placed;
    at = Number.NEGATIVE_INFINITY;
    return { ...placed, value: { ...value, count: value.count + 1 } };
  });
};

const bytesOf = (made: Bytes): Uint8Array =>
  typeof made === "string" ? new TextEncoder().encode(made) : made;
