import * as Schema from "effect/Schema";

/** C0 and C1 controls: they move the cursor of whoever prints them. */
const control = /\p{Cc}/u;
const controlButLineOrTab = /[^\P{Cc}\n\t]/u;

/** Embeddings, overrides and isolates: they turn the text around them. */
const turning = /[\u202a-\u202e\u2066-\u2069]/;

/** Why a text cannot stand in a ledger, or undefined when it can. */
const textFault = (text: string, controls: RegExp): string | undefined => {
  if (!text.isWellFormed()) return "text without lone surrogates";
  if (text !== text.normalize("NFC")) return "text in Unicode NFC";
  if (text.length > 0 && text.trim() === "") return "text that is not blank";
  if (controls.test(text)) {
    return controls === control
      ? "text on one line, without control characters"
      : "text without control characters but line feed and tab";
  }
  if (turning.test(text)) return "text without characters that turn its direction";
  return undefined;
};

const noFault = (controls: RegExp) =>
  Schema.makeFilter((text: string) => textFault(text, controls) ?? true);

/** Whether `Text` would take it. */
export const isText = (text: string): boolean =>
  text.length >= 1 && text.length <= 20_000 && textFault(text, controlButLineOrTab) === undefined;

/** Free text: well-formed, NFC, 1 to 20,000 UTF-16 units, people only as `{person:id}`. */
export const Text = Schema.String.check(
  Schema.isBetweenLength(1, 20_000, { expected: "a text of 1 to 20,000 characters" }),
  noFault(controlButLineOrTab),
);

/** A short text on one line, such as a title: well-formed, NFC, at most 500 UTF-16 units. */
export const Label = Schema.String.check(
  Schema.isBetweenLength(1, 500, { expected: "a text of 1 to 500 characters" }),
  noFault(control),
);

/** How many: a whole number from 0 to 1,000,000,000. */
export const Count = Schema.Int.check(
  Schema.isBetween(
    { minimum: 0, maximum: 1_000_000_000 },
    { expected: "a count from 0 to 1,000,000,000" },
  ),
);
