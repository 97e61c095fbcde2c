// The last members of a record, which say what it follows.

import { prev } from "./layout";
import { hashMark, isMark, positionMark, prevMark, recordedAtMark } from "./marks";
import { areHex, isDigit, isInstant, isPlain } from "./steps";

/** The position of the record before. */
export let position: i32 = 0;
/** Where the instant and the hash of the record that was walked over last begin. */
let instant: usize = 0;
let hash: usize = 0;

/** How long a record is from behind its position on. */
const tailSize: usize = 9 + 64 + 16 + 24 + 10 + 64 + 2;

/** Steps over the last members, if they follow the record before, to where the line ends. */
export function stepEnds(start: usize): usize {
  if (!isMark(start, positionMark, 12)) return 0;
  return stepTail(stepPosition(start + 12));
}

/** Steps over the last members but the position, which are of fixed length. */
function stepTail(start: usize): usize {
  if (!isMark(start, prevMark, 9)) return 0;
  const prevEnd = start + 9 + 64;
  if (!isHash(prevEnd - 64) || !isMark(prevEnd, recordedAtMark, 16)) return 0;
  instant = prevEnd + 16;
  if (!isPlain(instant) || !isPlain(instant + 8) || !isMark(instant + 24, hashMark, 10)) return 0;
  hash = instant + 24 + 10;
  if (!areHex(hash) || load<u16>(hash + 64) !== 0x7d22) return 0;
  const end = hash + 66;
  if (load<u8>(end) !== 0x0a) return 0;
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

/** Whether the hash of the record before stands there. */
function isHash(at: usize): bool {
  const first = v128.or(
    v128.xor(v128.load(at), v128.load(prev)),
    v128.xor(v128.load(at, 16), v128.load(prev, 16)),
  );
  const second = v128.or(
    v128.xor(v128.load(at, 32), v128.load(prev, 32)),
    v128.xor(v128.load(at, 48), v128.load(prev, 48)),
  );
  return !v128.any_true(v128.or(first, second));
}

/**
 * Whether the record between two places follows the one before. All that is looked at is on its
 * line: nothing of it may be a newline.
 */
export function isNext(start: usize, end: usize): bool {
  if (load<u8>(start) !== 0x7b) return false;
  const tail = end - tailSize;
  let at = tail;
  while (isDigit(load<u8>(at - 1))) at -= 1;
  const isStated = isMark(at - 12, positionMark, 12) && stepPosition(at) === tail;
  return isStated && stepTail(tail) === end && isInstant(instant);
}
