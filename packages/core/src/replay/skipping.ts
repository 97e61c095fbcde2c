import {
  backslash,
  closeBrace,
  closeBracket,
  comma,
  firstPlain,
  openBrace,
  openBracket,
  quote,
} from "./words.ts";

/** What every function here gives where the bytes are not what they should be. */
export const lost = -1;

/** Behind the closing quote of a text, from behind its opening one. */
export const behindText = (bytes: Uint8Array, start: number): number => {
  for (let at = start; ; at += 1) {
    const byte = bytes[at] as number;
    if (byte === quote) return at + 1;
    if (byte === backslash) at += 1;
    else if (!(byte >= firstPlain)) return lost;
  }
};

/** Behind a value of any kind. */
export const behindValue = (bytes: Uint8Array, start: number): number => {
  const first = bytes[start] as number;
  if (first === quote) return behindText(bytes, start + 1);
  if (first === openBrace || first === openBracket) return behindNested(bytes, start);
  for (let at = start; ; at += 1) {
    const byte = bytes[at] as number;
    if (byte === comma || byte === closeBrace || byte === closeBracket) {
      return at === start ? lost : at;
    }
    if (!(byte > firstPlain)) return lost;
  }
};

/** Behind a list or an object, whatever it holds. */
export const behindNested = (bytes: Uint8Array, start: number): number => {
  let depth = 0;
  for (let at = start; ; at += 1) {
    const byte = bytes[at] as number;
    if (byte === quote) {
      at = behindText(bytes, at + 1) - 1;
      if (at < 0) return lost;
    } else if (byte === openBrace || byte === openBracket) {
      depth += 1;
    } else if (byte === closeBrace || byte === closeBracket) {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (!(byte > firstPlain)) {
      return lost;
    }
  }
};
