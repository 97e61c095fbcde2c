import { idLengthMax } from "./layout";

/** Where a text without escapes ends: at its last quote, or at what is none. */
export function textEnd(start: usize): usize {
  let at = start;
  let found = endsAt(at);
  while (found === 0) {
    at += 16;
    found = endsAt(at);
  }
  return at + <usize>ctz(found);
}

/** Which of sixty-four bytes are quotes, backslashes or control characters. */
export function endsIn(at: usize): u64 {
  const first = ((<u64>endsAt(at + 16)) << 16) | <u64>endsAt(at);
  const second = ((<u64>endsAt(at + 48)) << 16) | <u64>endsAt(at + 32);
  return (second << 32) | first;
}

/** Which of sixteen are. */
function endsAt(at: usize): i32 {
  const bytes = v128.load(at);
  const isQuote = i8x16.eq(bytes, i8x16.splat(0x22));
  const isBackslash = i8x16.eq(bytes, i8x16.splat(0x5c));
  const isControl = i8x16.eq(i8x16.min_u(bytes, i8x16.splat(0x1f)), bytes);
  return i8x16.bitmask(v128.or(v128.or(isQuote, isBackslash), isControl));
}

// Every step gives the place behind what it stepped over, and 0 where that does not stand there: at
// the place 0 there is nothing, so that the next step fails too.

/** Steps over texts, from behind the bracket to behind the other. */
export function stepTags(start: usize): usize {
  if (load<u8>(start) === 0x5d) return start + 1;
  let at = start;
  while (load<u8>(at) === 0x22) {
    at = textEnd(at + 1);
    // The quote, and what is behind it.
    const next = load<u16>(at);
    at += 2;
    if (next === 0x5d22) return at;
    if (next !== 0x2c22) return 0;
  }
  return 0;
}

/** Steps over a value: held to be JSON only as far as to find its end. */
export function stepValue(start: usize): usize {
  const first = load<u8>(start);
  if (first === 0x22) {
    const end = textEnd(start + 1);
    if (load<u8>(end) !== 0x22) return 0;
    return end + 1;
  }
  if (first === 0x7b || first === 0x5b) return stepNested(start);
  let at = start;
  let others = othersAt(at);
  while (others === 0) {
    at += 16;
    others = othersAt(at);
  }
  at += <usize>ctz(others);
  if (at === start) return 0;
  return at;
}

/** Which of sixteen bytes are none that numbers, `true`, `false` and `null` are written with. */
function othersAt(at: usize): i32 {
  const bytes = v128.load(at);
  const isPlus = i8x16.eq(bytes, i8x16.splat(0x2b));
  // - and . follow each other.
  const isSign = v128.or(isPlus, isOneOf(bytes, 0x2d, 2));
  const isWord = v128.or(isOneOf(bytes, 0x30, 10), isLetter(bytes));
  return i8x16.bitmask(v128.not(v128.or(isSign, isWord)));
}

function stepNested(start: usize): usize {
  let depth = 0;
  let at = start;
  do {
    const byte = load<u8>(at);
    if (byte === 0x22) {
      at = textEnd(at + 1);
      if (load<u8>(at) !== 0x22) return 0;
      at += 1;
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

/** Whether a day and a time stand there, as instants are written. */
export function isInstant(at: usize): bool {
  return (
    i8x16.all_true(isOfInstant(v128.load(at), 0)) &&
    i8x16.all_true(isOfInstant(v128.load(at + 8), 8))
  );
}

/** What instants are written with, and how much more than that each byte may be. */
const least = memory.data<u8>([
  // 0000-00-00T00:00:00.000Z
  48, 48, 48, 48, 45, 48, 48, 45, 48, 48, 84, 48, 48, 58, 48, 48, 58, 48, 48, 46, 48, 48, 48, 90,
]);
const more = memory.data<u8>([
  9, 9, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 9, 0,
]);

function isOfInstant(bytes: v128, from: usize): v128 {
  const above = i8x16.sub(bytes, v128.load(least + from));
  return i8x16.eq(i8x16.min_u(above, v128.load(more + from)), above);
}

export function lineEnd(start: usize): usize {
  let at = start;
  let found = newlinesAt(at);
  while (found === 0) {
    at += 16;
    found = newlinesAt(at);
  }
  return at + <usize>ctz(found);
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
  const isMark = isOneOf(bytes, 0x2d, 14);
  const isUnderscore = i8x16.eq(bytes, i8x16.splat(0x5f));
  return i8x16.bitmask(v128.or(v128.or(isMark, isLetter(bytes)), isUnderscore));
}

/** Whether sixty-four bytes are hexadecimal digits, in small letters. */
export function areHex(at: usize): bool {
  const first = v128.and(areHexAt(at), areHexAt(at + 16));
  return i8x16.all_true(v128.and(first, v128.and(areHexAt(at + 32), areHexAt(at + 48))));
}

function areHexAt(at: usize): v128 {
  const bytes = v128.load(at);
  return v128.or(isOneOf(bytes, 0x30, 10), isOneOf(bytes, 0x61, 6));
}

function isLetter(bytes: v128): v128 {
  return isOneOf(v128.or(bytes, i8x16.splat(0x20)), 0x61, 26);
}

/** Which bytes are among so many that follow each other. */
function isOneOf(bytes: v128, first: i8, count: i8): v128 {
  const from = i8x16.sub(bytes, i8x16.splat(first));
  return i8x16.eq(i8x16.min_u(from, i8x16.splat(count - 1)), from);
}
