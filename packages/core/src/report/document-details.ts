import * as Schema from "effect/Schema";
import { CalendarDate } from "../kernel/date.ts";
import { type Fault, faultsOf } from "../kernel/fault.ts";
import { Label } from "../kernel/text.ts";

const partDate = "a date as YYYY-MM-DD, or what is known of it: YYYY-MM or YYYY";

/** The first day that a date known in part may mean. */
export const firstDayOf = (date: string): CalendarDate =>
  `${date}-01-01`.slice(0, "YYYY-MM-DD".length) as CalendarDate;

const isCalendarDate = Schema.is(CalendarDate);

const PartDate = Schema.String.check(
  Schema.makeFilter(
    (text: string) =>
      (/^\d{4}(-\d{2}){0,2}$/.test(text) && isCalendarDate(firstDayOf(text))) || partDate,
    { expected: partDate },
  ),
);

const label = Schema.optionalKey(Label);

/**
 * What a document bears on its face and no ledger knows. People stand as `{person:id}` or by the
 * names that the document is to show.
 */
export const DocumentDetails = Schema.Struct({
  number: label,
  /** The letters of the issuer in the number line, such as `ĐU`. */
  issuerCode: label,
  place: label,
  date: Schema.optionalKey(PartDate),
  /** The committee as it signs, where it is called otherwise than its branch. */
  issuer: label,
  /** The body above it; else the branch above, where the ledger has one. */
  superior: label,
  signature: Schema.optionalKey(Schema.Struct({ onBehalf: label, office: Label, name: Label })),
  recipients: Schema.optionalKey(
    Schema.Array(Label).check(Schema.isMinLength(1), Schema.isMaxLength(50)),
  ),
});
export type DocumentDetails = typeof DocumentDetails.Type;

/** Details read from a JSON value, or everything that is wrong with it. */
export type ReadDetails =
  | { readonly read: "Details"; readonly details: DocumentDetails }
  | { readonly read: "Faulty"; readonly faults: readonly Fault[] };

export const readDetails = (input: unknown): ReadDetails => {
  const decoded = decode(input);
  return decoded._tag === "Failure"
    ? { read: "Faulty", faults: faultsOf(decoded.failure.issue, input) }
    : { read: "Details", details: decoded.success };
};

const decode = Schema.decodeUnknownResult(DocumentDetails, {
  onExcessProperty: "error",
  errors: "all",
});
