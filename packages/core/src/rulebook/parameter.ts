import * as Schema from "effect/Schema";
import { CalendarDate } from "../kernel/date.ts";
import { Id, Term } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { Label } from "../kernel/text.ts";

/** How far a parameter was verified; nothing below `secondary` may be presented as law. */
export const Verification = Schema.Literals([
  "primary-read",
  "secondary",
  "third-party",
  "derived",
  "unverified",
  "policy-choice",
]);
export type Verification = typeof Verification.Type;

/** Where a value stands: the instrument, and the place in it. */
export const Source = Schema.Struct({
  instrument: Label,
  issuedOn: Schema.optionalKey(CalendarDate),
  locator: Schema.optionalKey(Label),
});
export type Source = typeof Source.Type;

/** What a statement of a pack says of itself: where it stands, and how far that was verified. */
export const sourced = { source: Source, verification: Verification };
export type Sourced = { readonly source: Source; readonly verification: Verification };

/** A legal number or list with its source. */
export const parameter = <S extends Schema.Top>(value: S) => Schema.Struct({ value, ...sourced });

/** Two or three letters. */
const Language = Schema.String.check(Schema.isPattern(/^[a-z]{2,3}$/));

/** A text on one line in each language that has one. */
export const Texts = Schema.Record(Language, Label);
export type Texts = typeof Texts.Type;

/** A word of a vocabulary with its name in each language. */
export const entryFields = { term: Term, labels: Texts };
export const VocabularyEntry = Schema.Struct(entryFields);
export type VocabularyEntry = typeof VocabularyEntry.Type;
export const vocabulary = parameter(Schema.Array(VocabularyEntry));

export const packFields = {
  pack: Id,
  /** The body of rules it belongs to: one organisation's, such as `vn-party`. */
  regime: Term,
  title: Label,
  inForceFrom: CalendarDate,
  /** The last day; absent while it is in force until the next pack of its matter begins. */
  inForceTo: Schema.optionalKey(CalendarDate),
};

/** Whether a statement may be presented as law, so that what breaks it is refused. */
export const isVerified = ({ verification }: Sourced): boolean =>
  verification === "primary-read" || verification === "secondary";

const positive = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_000_000_000 }));
const whole = Schema.Int.check(
  Schema.isBetween({ minimum: 0, maximum: 1_000_000_000 }, { expected: "0 to 1,000,000,000" }),
);

/** An exact share or fraction: `num` of `den`. */
export const Fraction = Schema.Struct({ num: whole, den: positive });
export type Fraction = typeof Fraction.Type;

export const Op = Schema.Literals([">=", ">", "<=", "<", "="]);
export type Op = typeof Op.Type;

/** The refusal with the statement of a pack that it rests on, and its source. */
export const restingOn = (
  name: { readonly pack: string; readonly name: string },
  { source, verification }: Sourced,
  refusal: Refusal,
): Refusal => {
  const { instrument, locator } = source;
  const place = locator === undefined ? instrument : `${instrument}, ${locator}`;
  return { ...refusal, parameter: { ...name, source: place, verification } };
};

/** The same of a legal rule: where it may not be presented as law, it only warns. */
export const statedBy = (
  name: { readonly pack: string; readonly name: string },
  statement: Sourced,
  refusal: Refusal,
): Refusal => ({
  ...restingOn(name, statement, refusal),
  ...(isVerified(statement) ? {} : { advisory: true }),
});
