import {
  seen,
  seenMask,
  slack,
  slots,
  slotsMask,
  slotsSize,
  texts,
  textsSize,
  wordSize,
  words,
  wordsMax,
} from "./layout";

let wordCount: i32 = 0;
let textsEnd: usize = texts;
/** Whether there was no room for a word. */
export let areFull: bool = false;

export function forgetWords(): void {
  wordCount = 0;
  textsEnd = texts;
  areFull = false;
  memory.fill(slots, 0, slotsSize);
}

/** In place of a word's number, of a text that was not seen lately. */
export const unseen: i32 = -2;

/** The number of a text of a few bytes; less than 0 where there is none. */
export function wordOf(start: usize, end: usize): i32 {
  return wordFor(start, end, true);
}

/**
 * The same of a text that may never come again, as ids do not: `unseen` at first, so that words are
 * those that come again.
 */
export function wordAgain(start: usize, end: usize): i32 {
  return wordFor(start, end, false);
}

function wordFor(start: usize, end: usize, isForSure: bool): i32 {
  const length = <u32>(end - start);
  if (length > wordSize) return -1;
  let hash: u64 = length;
  let at = start;
  for (; at + 8 <= end; at += 8) hash = mixed(hash, load<u64>(at));
  if (at < end) hash = mixed(hash, firstBytes(load<u64>(at), end - at));
  const low = <u32>hash;
  let place = low;
  let slot = slotAt(place);
  let number = load<u32>(slot, 8);
  while (number !== 0) {
    const isSame = load<u64>(slot) === hash && load<u32>(slot, 12) === length;
    // Eight bytes at most are mixed without loss, so that hash and length tell them.
    if (isSame && (length <= 8 || areSame(textAt(number - 1), start, length))) return number - 1;
    place += 1;
    slot = slotAt(place);
    number = load<u32>(slot, 8);
  }
  const mark = seen + 4 * <usize>(<u32>(hash >> 32) & seenMask);
  if (!isForSure && load<u32>(mark) !== low) {
    store<u32>(mark, low);
    return unseen;
  }
  if (wordCount === wordsMax || textsEnd + length + slack > texts + textsSize) {
    areFull = true;
    return -1;
  }
  const word = words + 8 * <usize>wordCount;
  memory.copy(textsEnd, start, length);
  store<u32>(word, <u32>textsEnd);
  store<u32>(word, length, 4);
  textsEnd += length;
  wordCount += 1;
  store<u64>(slot, hash);
  store<i32>(slot, wordCount, 8);
  store<u32>(slot, length, 12);
  return wordCount - 1;
}

/** Behind the last place is the first. */
function slotAt(place: u32): usize {
  return slots + 16 * <usize>(place & slotsMask);
}

function textAt(word: i32): usize {
  return load<u32>(words + 8 * <usize>word);
}

/**
 * NOTE: loses nothing of eight bytes, since the factor is odd. Where it changes, so do the texts
 * `sameHash` of `walker-limits.test.ts`: undoing it tells them.
 */
function mixed(hash: u64, bytes: u64): u64 {
  const product = (hash ^ bytes) * 0x9e3779b97f4a7;
  return product ^ (product >> 32);
}

export function areSame(one: usize, other: usize, length: u32): bool {
  let at: u32 = 0;
  for (; at + 8 <= length; at += 8) {
    if (load<u64>(one + <usize>at) !== load<u64>(other + <usize>at)) return false;
  }
  const difference = load<u64>(one + <usize>at) ^ load<u64>(other + <usize>at);
  return firstBytes(difference, length - at) === 0;
}

/** The first of eight bytes, less than all of them. */
function firstBytes(bytes: u64, count: u64): u64 {
  return bytes & (((<u64>1) << (8 * count)) - 1);
}
