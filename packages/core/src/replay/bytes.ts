import { LedgerFault } from "../log/event-store.ts";

export const newline = 0x0a;
export const quote = 0x22;
const backslash = 0x5c;
const minus = 0x2d;
const zero = 0x30;
const nine = 0x39;

// Every step gives the offset behind what it stepped over, and -1 where that does not stand there;
// at the offset -1 nothing stands, so that steps can follow each other and be looked at once.

/** Text in UTF-8, as texts are compared with. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of some bytes, of its own in memory; throws the fault `NotUtf8` where they are none. */
export const textOf = (bytes: Uint8Array, start: number, end: number): string => {
  try {
    return decoder.decode(bytes.subarray(start, end));
  } catch (cause) {
    throw new LedgerFault("NotUtf8", {}, { cause });
  }
};

/** The value of a JSON text; undefined where it is none. */
export const parsed = (bytes: Uint8Array, start: number, end: number): unknown => {
  try {
    return JSON.parse(textOf(bytes, start, end));
  } catch {
    return undefined;
  }
};

/** Steps over what is expected. */
export const step = (bytes: Uint8Array, at: number, expected: Uint8Array): number => {
  for (let index = 0; index < expected.length; index += 1) {
    if (bytes[at + index] !== expected[index]) return -1;
  }
  return at + expected.length;
};

/** What may stand in a text as it is: all but quotes, escapes and control characters. */
const isPlain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte !== quote && byte !== backslash ? 1 : 0,
);

/** Steps over a text without escapes, from behind its first quote to behind its last. */
export const stepText = (bytes: Uint8Array, at: number): number => {
  let end = at;
  while (isPlain[bytes[end] as number] === 1) end += 1;
  return bytes[end] === quote ? end + 1 : -1;
};

export const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= zero && byte <= nine;

/** The longest whole number that every digit counts in. */
const digitsMax = 15;

/** A whole number between two offsets, as JSON writes it; undefined for anything else. */
export const wholeNumber = (bytes: Uint8Array, start: number, end: number): number | undefined => {
  const isNegative = bytes[start] === minus;
  const from = isNegative ? start + 1 : start;
  const digits = end - from;
  if (digits < 1 || digits > digitsMax || (digits > 1 && bytes[from] === zero)) return undefined;
  let number = 0;
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte < zero || byte > nine) return undefined;
    number = 10 * number + byte - zero;
  }
  return isNegative ? -number : number;
};
