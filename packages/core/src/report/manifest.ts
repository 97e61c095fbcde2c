import * as Schema from "effect/Schema";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { CalendarDate, Instant, Year } from "../kernel/date.ts";
import { BranchId, Id } from "../kernel/ids.ts";
import { langs } from "../messages/lang.ts";
import { documentKinds } from "../rulebook/document-pack.ts";
import type { DocumentValue } from "./document.ts";
import { DocumentDetails } from "./document-details.ts";
import { shownFigures } from "./placed.ts";

const text = Schema.String;

/**
 * What a file of a document says of itself to machines: which document it is, where in which ledger
 * it was computed, and its figures in reading order, as they stand in print. A format that machines
 * can read as it is leaves these out.
 */
export const Manifest = Schema.Struct({
  tongket: Schema.Literal(1),
  kind: Schema.Literals(documentKinds),
  lang: Schema.Literals(langs),
  branch: BranchId,
  year: Year,
  origin: Schema.Struct({
    ledger: Id,
    position: Schema.Int,
    hash: text,
    asOf: Schema.optionalKey(CalendarDate),
    knownAt: Schema.optionalKey(Instant),
  }),
  details: Schema.optionalKey(DocumentDetails),
  suppressed: Schema.optionalKey(
    Schema.Struct({
      names: Schema.optionalKey(Schema.Boolean),
      cellsUnder: Schema.optionalKey(
        Schema.Int.check(Schema.isBetween({ minimum: 2, maximum: 999 })),
      ),
    }),
  ),
  figures: Schema.optionalKey(
    Schema.Array(
      Schema.Struct({ figure: text, branch: Schema.optionalKey(text), text, section: text }),
    ),
  ),
});
export type Manifest = typeof Manifest.Type;

/** The manifest of a document as canonical JSON. */
export const manifestText = (
  document: DocumentValue,
  { figures }: { readonly figures: boolean } = { figures: true },
): string => {
  const { kind, lang, branch, year, origin, details, suppressed } = document;
  return canonicalJson({
    tongket: 1,
    kind,
    lang,
    branch,
    year,
    origin,
    ...(details === undefined ? {} : { details }),
    ...(suppressed === undefined ? {} : { suppressed }),
    ...(figures ? { figures: shownFigures(document) } : {}),
  });
};

/** Reads a manifest; undefined where a text is none, or has more than one has. */
export const readManifest = (json: string): Manifest | undefined => {
  try {
    const read = decode(JSON.parse(json));
    return read._tag === "Success" ? read.success : undefined;
  } catch {
    return undefined;
  }
};

const decode = Schema.decodeUnknownResult(Manifest, { onExcessProperty: "error" });
