export const quote = 0x22;
export const comma = 0x2c;
const minus = 0x2d;
const zero = 0x30;
const nine = 0x39;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;

export const isDigit = (code: number): boolean => code >= zero && code <= nine;

/** The longest whole number that every digit counts in. */
const digitsMax = 15;

/** A whole number between two offsets, as JSON writes it; undefined for anything else. */
export const wholeNumber = (text: string, start: number, end: number): number | undefined => {
  const isNegative = text.charCodeAt(start) === minus;
  const from = isNegative ? start + 1 : start;
  const digits = end - from;
  if (digits < 1 || digits > digitsMax) return undefined;
  if (digits > 1 && text.charCodeAt(from) === zero) return undefined;
  let number = 0;
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) return undefined;
    number = 10 * number + code - zero;
  }
  return isNegative ? -number : number;
};

/** The value of a JSON text between two offsets; undefined where it is none. */
export const parsed = (text: string, start: number, end: number): unknown => {
  try {
    return JSON.parse(text.slice(start, end));
  } catch {
    return undefined;
  }
};
