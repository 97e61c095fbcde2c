import * as Schema from "effect/Schema";

/** Why a text cannot stand in a ledger, or undefined when it can. */
export const textFault = (text: string): string | undefined => {
  if (!text.isWellFormed()) return "text without lone surrogates";
  if (text !== text.normalize("NFC")) return "text in Unicode NFC";
  return undefined;
};

const noFault = Schema.makeFilter((text: string) => textFault(text) ?? true);

/** Whether `Text` would take it. */
export const isText = (text: string): boolean =>
  text.length >= 1 && text.length <= 20_000 && textFault(text) === undefined;

/** Free text: well-formed, NFC, 1 to 20,000 UTF-16 units, people only as `{person:id}`. */
export const Text = Schema.String.check(
  Schema.isBetweenLength(1, 20_000, { expected: "a text of 1 to 20,000 characters" }),
  noFault,
);

/** A short text on one line, such as a title: well-formed, NFC, at most 500 UTF-16 units. */
export const Label = Schema.String.check(
  Schema.isBetweenLength(1, 500, { expected: "a text of 1 to 500 characters" }),
  noFault,
);

/** How many: a whole number from 0 to 1,000,000,000. */
export const Count = Schema.Int.check(
  Schema.isBetween(
    { minimum: 0, maximum: 1_000_000_000 },
    { expected: "a count from 0 to 1,000,000,000" },
  ),
);
