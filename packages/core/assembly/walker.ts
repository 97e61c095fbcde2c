// Written in AssemblyScript; `npm run walker` builds src/replay/walker-bytes.ts of it.
//
// Walks over the records in `input`, sixteen bytes at a time, and puts into `output` what is wanted
// of their events, by the plans that the caller made. It knows the one layout in which records are
// written, and looks at each byte before the last members, so that it never guesses: at a record
// that it does not fully know it stops, and the caller reads that one.

import {
  closed,
  nothing,
  output,
  outputSize,
  planOf,
  prev,
  slack,
  whole,
  wordsMax,
} from "./layout";
import {
  actorMark,
  commandHashMark,
  commandIdMark,
  dataMark,
  dayMark,
  eventsMark,
  hashMark,
  placeMark,
  positionMark,
  prevMark,
  recordedAtMark,
  stepMark,
  tagsMark,
  typeMark,
  versionMark,
} from "./marks";
import { memberAt, memberNamed, membersEnd, putValue, readMembers } from "./members";
import { areHex, isDigit, isId, isPlain, lineEnd, stepTags, stepText } from "./steps";
import { areFull, forgetWords, unseen, wordAgain, wordOf } from "./words";

export { input, inputSize, output, planOf, plans, plansSize, prev, words } from "./layout";

/** Why `walk` has stopped. */
const atEnd: i32 = 0;
/** The next record is not known. */
const atUnknown: i32 = 1;
/** There is no room for what is wanted of the next record. */
const atFull: i32 = 2;
/** There is no plan for the type that is the word `asked`. */
const atPlan: i32 = 3;
/** There is no room for another word: forget all, then go on. */
const atWords: i32 = 4;

/** The position of the record before. */
export let position: i32 = 0;
/** Where the first record begins that was not walked over. */
export let stopped: usize = 0;
/** How much of the output is filled. */
export let filled: usize = 0;
export let asked: i32 = 0;

/** Why a record was not walked over. */
let why: i32 = atUnknown;
/** Whether the event that is walked over is told whole: wanted so, or more than its plan tells. */
let isWhole: bool = false;

/** How far from the end of a record its last members begin. */
const hashFromEnd: usize = 2 + 64;
const instantFromEnd: usize = hashFromEnd + 10 + 24;
const prevFromEnd: usize = instantFromEnd + 16 + 64;
const prevMarkFromEnd: usize = prevFromEnd + 9;

/** Walks over the records from one place in `input` to another, where a line ends. */
export function walk(from: usize, to: usize): i32 {
  memory.fill(to, 0, slack);
  filled = 0;
  stopped = from;
  if (!areHex(prev)) return atUnknown;
  while (stopped < to) {
    const end = lineEnd(stopped);
    const room = filled;
    why = atUnknown;
    if (!walkRecord(stopped, end)) {
      const isAlone = room === 0 && why === atFull;
      filled = room;
      if (areFull) return atWords;
      return isAlone ? atUnknown : why;
    }
    position += 1;
    memory.copy(prev, end - hashFromEnd, 64);
    stopped = end + 1;
  }
  return atEnd;
}

export function forget(): void {
  forgetWords();
  memory.fill(planOf, 0, 4 * <usize>wordsMax);
}

/**
 * Puts the record into the output: where it begins and ends, its position, who recorded it, and how
 * many events follow. A record of which none is wanted is left out.
 */
function walkRecord(start: usize, end: usize): bool {
  const eventsEnd = walkEnds(start, end);
  if (eventsEnd === 0) return false;
  const actor = stepMark(start, actorMark, 10);
  const actorEnd = stepText(actor);
  const commandHash = stepMark(actorEnd, commandHashMark, 16);
  const commandHashEnd = stepText(commandHash);
  const id = stepMark(commandHashEnd, commandIdMark, 14);
  const idEnd = stepText(id);
  let at = stepMark(idEnd, eventsMark, 11);
  if (at === 0 || !isId(actor, actorEnd - 1) || !isId(id, idEnd - 1)) return false;
  if (commandHashEnd - 1 - commandHash !== 64 || !areHex(commandHash)) return false;
  const by = wordOf(actor, actorEnd - 1);
  if (by < 0) return false;
  const record = output + filled;
  if (!hasRoom(20)) return false;
  filled += 20;
  let count = 0;
  let index = 0;
  while (true) {
    const found = filled;
    at = walkEvent(at, index);
    if (at === 0) return false;
    if (filled > found) count += 1;
    index += 1;
    const next = load<u8>(at);
    at += 1;
    if (next === 0x5d) break;
    if (next !== 0x2c) return false;
  }
  if (at !== eventsEnd) return false;
  if (count === 0) {
    filled -= 20;
    return true;
  }
  store<u32>(record, <u32>start);
  store<u32>(record, <u32>end, 4);
  store<i32>(record, position + 1, 8);
  store<i32>(record, by, 12);
  store<i32>(record, count, 16);
  return true;
}

/** Where the last members begin; 0 where they do not follow the record before. */
function walkEnds(start: usize, end: usize): usize {
  if (end < start + prevMarkFromEnd || position === i32.MAX_VALUE) return 0;
  const mark = end - prevMarkFromEnd;
  const isThere =
    stepMark(mark, prevMark, 9) !== 0 &&
    stepMark(end - instantFromEnd - 16, recordedAtMark, 16) !== 0 &&
    stepMark(end - hashFromEnd - 10, hashMark, 10) !== 0 &&
    load<u16>(end - 2) === 0x7d22 &&
    isPlain(end - instantFromEnd) &&
    isPlain(end - instantFromEnd + 8) &&
    areHex(end - hashFromEnd) &&
    isHash(end - prevFromEnd);
  if (!isThere) return 0;
  let at = mark;
  let number: u64 = 0;
  let place: u64 = 1;
  while (isDigit(load<u8>(at - 1)) && place < 10000000000) {
    at -= 1;
    number += place * <u64>(load<u8>(at) - 0x30);
    place *= 10;
  }
  const from = at - 12;
  const isNext = number === <u64>position + 1 && load<u8>(at) !== 0x30;
  return isNext && from > start && stepMark(from, positionMark, 12) !== 0 ? from : 0;
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
 * Puts an event into the output, if it is wanted: its type, where it begins and ends, its day, its
 * index, whether it is told whole, the values of its plan, and by a closed one the tags.
 */
function walkEvent(start: usize, index: i32): usize {
  let at = stepMark(start, dataMark, 9);
  if (at === 0) return 0;
  const count = readMembers(at);
  if (count < 0) return 0;
  const day = stepMark(membersEnd, dayMark, 16);
  const dayEnd = stepText(day);
  const place = stepMark(dayEnd, placeMark, 14);
  const tags = stepMark(place === 0 ? dayEnd : stepText(place), tagsMark, 9);
  at = stepTags(tags);
  const type = stepMark(at, typeMark, 9);
  const typeEnd = stepText(type);
  const end = stepMark(typeEnd, versionMark, 13);
  if (end === 0) return 0;
  const typeWord = wordOf(type, typeEnd - 1);
  if (typeWord < 0) return 0;
  const plan = load<u32>(planOf + 4 * <usize>typeWord);
  if (plan === nothing) return end;
  if (plan === 0) {
    asked = typeWord;
    why = atPlan;
    return 0;
  }
  const dayWord = wordOf(day, dayEnd - 1);
  if (dayWord < 0) return 0;
  if (!hasRoom(24)) return 0;
  const event = output + filled;
  filled += 24;
  isWhole = plan === whole;
  if (plan !== whole) {
    const isClosed = load<u32>(plan, 4) === closed;
    if (!(isClosed ? putAll(plan, count) && putTags(tags) : putListed(plan, count))) return 0;
    if (isClosed && place !== 0) isWhole = true;
  }
  store<i32>(event, typeWord);
  store<u32>(event, <u32>start, 4);
  store<u32>(event, <u32>end, 8);
  store<i32>(event, dayWord, 12);
  store<i32>(event, index, 16);
  store<i32>(event, isWhole ? 1 : 0, 20);
  return end;
}

/** Puts the members that a plan names. */
function putListed(plan: usize, count: i32): bool {
  const wanted = load<u32>(plan);
  if (!hasRoom(12 * <usize>wanted)) return false;
  for (let each: u32 = 0; each < wanted; each += 1) {
    const member = plan + 8 + 12 * <usize>each;
    const found = memberNamed(load<u32>(member), load<u32>(member, 4), count);
    if (load<u32>(member, 8) !== 0) {
      if (found !== 0) isWhole = true;
    } else {
      if (!putValue(found, output + filled)) return false;
      filled += 12;
    }
  }
  return true;
}

/** Puts all members, which a plan names in their order; with others the event is told whole. */
function putAll(plan: usize, count: i32): bool {
  const wanted = load<u32>(plan);
  if (!hasRoom(12 * <usize>wanted)) return false;
  let place = 0;
  for (let each: u32 = 0; each < wanted; each += 1) {
    const member = plan + 8 + 12 * <usize>each;
    const found = memberAt(place, load<u32>(member), load<u32>(member, 4), count);
    if (!putValue(found, output + filled)) return false;
    filled += 12;
    if (found !== 0) place += 1;
  }
  if (place !== count) isWhole = true;
  return true;
}

/** Puts how many tags there are, and of each its word and 0, or where it begins and ends. */
function putTags(start: usize): bool {
  if (!hasRoom(4)) return false;
  const told = output + filled;
  filled += 4;
  let count = 0;
  for (let at = start; load<u8>(at) === 0x22; count += 1) {
    const end = stepText(at + 1);
    const word = wordAgain(at + 1, end - 1);
    if ((word < 0 && word !== unseen) || !hasRoom(8)) return false;
    store<i32>(output + filled, word === unseen ? <i32>(at + 1) : word);
    store<i32>(output + filled, word === unseen ? <i32>(end - 1) : 0, 4);
    filled += 8;
    at = load<u8>(end) === 0x2c ? end + 1 : end;
  }
  store<i32>(told, count);
  return true;
}

/** Whether the output has room for so many bytes more. */
function hasRoom(size: usize): bool {
  if (filled + size <= outputSize) return true;
  why = atFull;
  return false;
}
