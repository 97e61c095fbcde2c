// The last members of a record, which say what it follows.

import { foundHash, prev } from "./layout";
import { hashMark, isMark, positionMark, prevMark, recordedAtMark } from "./marks";
import { areHex, isDigit, isInstant } from "./steps";

/** The position of the record before. */
export let position: i32 = 0;
/** Where the hash of the record that was stepped over last begins. */
let hash: usize = 0;

/** How long a record is from behind its position on. */
const tailSize: usize = 9 + 64 + 16 + 24 + 10 + 64 + 2;

/** Steps over the last members, if they follow the record before, to where the line ends. */
export function stepEnds(start: usize): usize {
  if (!isMark(start, positionMark, 12)) return 0;
  const tail = stepPosition(start + 12);
  if (!isMark(tail, prevMark, 9)) return 0;
  const prevEnd = tail + 9 + 64;
  if (!areSameHash(prevEnd - 64, prev) || !isMark(prevEnd, recordedAtMark, 16)) return 0;
  const instantEnd = prevEnd + 16 + 24;
  if (!isInstant(instantEnd - 24) || !isMark(instantEnd, hashMark, 10)) return 0;
  hash = instantEnd + 10;
  if (!areHex(hash) || load<u16>(hash + 64) !== 0x7d22) return 0;
  const end = hash + 66;
  if (load<u8>(end) !== 0x0a) return 0;
  return end;
}

/**
 * Steps over the same of a record whose other members are not looked at. No byte of them is a brace
 * that opens, so that they cannot begin before the record.
 */
export function stepEndsBefore(start: usize, end: usize): usize {
  if (load<u8>(start) !== 0x7b) return 0;
  let at = end - tailSize;
  while (isDigit(load<u8>(at - 1))) at -= 1;
  if (stepEnds(at - 12) !== end) return 0;
  return end;
}

/** Steps over the position that is next. */
function stepPosition(start: usize): usize {
  if (position === i32.MAX_VALUE || load<u8>(start) === 0x30) return 0;
  let at = start;
  let number: u64 = 0;
  for (; isDigit(load<u8>(at)) && at < start + 10; at += 1) {
    number = 10 * number + <u64>(load<u8>(at) - 0x30);
  }
  if (number !== <u64>position + 1) return 0;
  return at;
}

/** Goes on to the record behind the one that was stepped over. */
export function goOn(): void {
  position += 1;
  for (let at: usize = 0; at < 64; at += 16) v128.store(prev + at, v128.load(hash + at));
}

/** Whether the hash that the caller found stands there. */
export function isFoundHash(at: usize): bool {
  return areSameHash(at, foundHash);
}

function areSameHash(one: usize, other: usize): bool {
  const first = v128.or(
    v128.xor(v128.load(one), v128.load(other)),
    v128.xor(v128.load(one, 16), v128.load(other, 16)),
  );
  const second = v128.or(
    v128.xor(v128.load(one, 32), v128.load(other, 32)),
    v128.xor(v128.load(one, 48), v128.load(other, 48)),
  );
  return !v128.any_true(v128.or(first, second));
}
