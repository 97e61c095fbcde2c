import { idLengthMax } from "./layout";

// Every step gives the place behind what it stepped over, and 0 where that does not stand there; at
// the place 0 nothing stands, so that steps can follow each other and be looked at once.

/** Steps over a text without escapes, from behind its first quote to behind its last. */
export function stepText(start: usize): usize {
  if (start === 0) return 0;
  let at = start;
  let found = endsAt(at);
  while (found === 0) {
    at += 16;
    found = endsAt(at);
  }
  at += <usize>ctz(found);
  return load<u8>(at) === 0x22 ? at + 1 : 0;
}

/** Which of sixteen bytes are quotes, backslashes or control characters. */
function endsAt(at: usize): i32 {
  const bytes = v128.load(at);
  const isQuote = i8x16.eq(bytes, i8x16.splat(0x22));
  const isBackslash = i8x16.eq(bytes, i8x16.splat(0x5c));
  const isControl = i8x16.lt_u(bytes, i8x16.splat(0x20));
  return i8x16.bitmask(v128.or(v128.or(isQuote, isBackslash), isControl));
}

/** Steps over texts, from behind the bracket to behind the other. */
export function stepTags(start: usize): usize {
  if (start === 0) return 0;
  if (load<u8>(start) === 0x5d) return start + 1;
  let at = start;
  while (load<u8>(at) === 0x22) {
    at = stepText(at + 1);
    if (at === 0) return 0;
    const next = load<u8>(at);
    at += 1;
    if (next === 0x5d) return at;
    if (next !== 0x2c) return 0;
  }
  return 0;
}

/** Steps over a value: held to be JSON only as far as to find its end. */
export function stepValue(start: usize): usize {
  const first = load<u8>(start);
  if (first === 0x22) return stepText(start + 1);
  if (first === 0x7b || first === 0x5b) return stepNested(start);
  let at = start;
  while (isOfWord(load<u8>(at))) at += 1;
  return at > start ? at : 0;
}

/** What numbers, `true`, `false` and `null` are written with. */
function isOfWord(byte: u8): bool {
  const letter = byte | 0x20;
  const isLetter = letter >= 0x61 && letter <= 0x7a;
  return isDigit(byte) || isLetter || byte === 0x2b || byte === 0x2d || byte === 0x2e;
}

function stepNested(start: usize): usize {
  let depth = 0;
  let at = start;
  do {
    const byte = load<u8>(at);
    if (byte === 0x22) {
      at = stepText(at + 1);
      if (at === 0) return 0;
    } else {
      if (byte < 0x20 || byte === 0x5c) return 0;
      at += 1;
      if (byte === 0x7b || byte === 0x5b) depth += 1;
      else if (byte === 0x7d || byte === 0x5d) depth -= 1;
    }
  } while (depth > 0);
  return at;
}

export function isDigit(byte: u8): bool {
  return byte >= 0x30 && byte <= 0x39;
}

export function lineEnd(start: usize): usize {
  let at = start;
  while (newlinesAt(at) === 0) at += 16;
  return at + <usize>ctz(newlinesAt(at));
}

function newlinesAt(at: usize): i32 {
  return i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(0x0a)));
}

/** Whether sixteen bytes are of ASCII, and none is a quote, a backslash or a control character. */
export function isPlain(at: usize): bool {
  return endsAt(at) === 0 && i8x16.bitmask(v128.load(at)) === 0;
}

/** Whether a text is of the characters A-Z a-z 0-9 . _ : / -, and of one at least. */
export function isId(start: usize, end: usize): bool {
  if (end === start || end - start > idLengthMax) return false;
  for (let at = start; at < end; at += 16) {
    const others = ~idBytesAt(at) & 0xffff;
    if (others !== 0 && at + <usize>ctz(others) < end) return false;
  }
  return true;
}

/** Which of sixteen bytes ids are made of. */
function idBytesAt(at: usize): i32 {
  const bytes = v128.load(at);
  // - . / 0-9 : follow each other.
  const isMark = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x2d)), i8x16.splat(14));
  const letters = i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x61));
  const isLetter = i8x16.lt_u(letters, i8x16.splat(26));
  const isUnderscore = i8x16.eq(bytes, i8x16.splat(0x5f));
  return i8x16.bitmask(v128.or(v128.or(isMark, isLetter), isUnderscore));
}

/** Whether sixty-four bytes are hexadecimal digits, in small letters. */
export function areHex(at: usize): bool {
  for (let from = at; from < at + 64; from += 16) {
    const bytes = v128.load(from);
    const isNumeral = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(10));
    const isLetter = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x61)), i8x16.splat(6));
    if (!i8x16.all_true(v128.or(isNumeral, isLetter))) return false;
  }
  return true;
}
