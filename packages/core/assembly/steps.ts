import { idLengthMax } from "./layout";

// Every step gives the place behind what it stepped over, and 0 where that does not stand there: at
// the place 0 there is nothing, so that the next step fails too.

/** Where a text ends: at its last quote, or at a backslash or control character before that. */
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
  const quotes = i8x16.eq(bytes, i8x16.splat(0x22));
  const backslashes = i8x16.eq(bytes, i8x16.splat(0x5c));
  const controls = i8x16.le_u(bytes, i8x16.splat(0x1f));
  return i8x16.bitmask(v128.or(v128.or(quotes, backslashes), controls));
}

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
  const pluses = i8x16.eq(bytes, i8x16.splat(0x2b));
  // - and . follow each other.
  const signs = v128.or(pluses, inRange(bytes, 0x2d, 2));
  const alphanumeric = v128.or(inRange(bytes, 0x30, 10), lettersIn(bytes));
  return i8x16.bitmask(v128.not(v128.or(signs, alphanumeric)));
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
    i8x16.all_true(ofInstant(v128.load(at), 0)) && i8x16.all_true(ofInstant(v128.load(at + 8), 8))
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

function ofInstant(bytes: v128, from: usize): v128 {
  return i8x16.le_u(i8x16.sub(bytes, v128.load(least + from)), v128.load(more + from));
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
  const signsAndDigits = inRange(bytes, 0x2d, 14);
  const underscores = i8x16.eq(bytes, i8x16.splat(0x5f));
  return i8x16.bitmask(v128.or(v128.or(signsAndDigits, lettersIn(bytes)), underscores));
}

/** Whether sixty-four bytes are hexadecimal digits, in small letters. */
export function areHex(at: usize): bool {
  const first = v128.and(hexAt(at), hexAt(at + 16));
  return i8x16.all_true(v128.and(first, v128.and(hexAt(at + 32), hexAt(at + 48))));
}

function hexAt(at: usize): v128 {
  const bytes = v128.load(at);
  return v128.or(inRange(bytes, 0x30, 10), inRange(bytes, 0x61, 6));
}

function lettersIn(bytes: v128): v128 {
  return inRange(v128.or(bytes, i8x16.splat(0x20)), 0x61, 26);
}

/** Which bytes are among so many that follow each other. */
function inRange(bytes: v128, first: i8, count: i8): v128 {
  return i8x16.le_u(i8x16.sub(bytes, i8x16.splat(first)), i8x16.splat(count - 1));
}
