import { LedgerFault } from "../log/event-store.ts";

export const newline = 0x0a;
export const quote = 0x22;
export const zero = 0x30;
const nine = 0x39;

export const encoder = new TextEncoder();

/** Text in UTF-8, as texts are compared with. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of some bytes, of its own in memory; throws the fault `NotUtf8` where they are none. */
export const textOf = (bytes: Uint8Array, start: number, end: number): string => {
  try {
    return decoder.decode(bytes.subarray(start, end));
  } catch (cause) {
    throw new LedgerFault("NotUtf8", {}, { cause });
  }
};

/** The same; undefined where they are none. */
export const textIn = (bytes: Uint8Array, start: number, end: number): string | undefined => {
  try {
    return decoder.decode(bytes.subarray(start, end));
  } catch {
    return undefined;
  }
};

/** The value of a JSON text; undefined where it is none. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Whether these bytes stand at an offset. */
export const standsAt = (bytes: Uint8Array, at: number, expected: Uint8Array): boolean => {
  for (let index = 0; index < expected.length; index += 1) {
    if (bytes[at + index] !== expected[index]) return false;
  }
  return true;
};

/** Whether a text of ASCII stands at an offset: of others the units are not the bytes. */
export const isTextAt = (bytes: Uint8Array, at: number, text: string): boolean => {
  let units = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (bytes[at + index] !== unit) return false;
    units |= unit;
  }
  return units < 0x80;
};

export const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= zero && byte <= nine;
