// Written in AssemblyScript; `npm run walker` builds src/replay/walker-bytes.ts of it.
//
// `walk` goes over the records in `input`, sixteen bytes at a time and more, and puts into `output`
// what is wanted of their events, by the plans that the caller made. It knows the one layout in
// which records are written, and looks at each byte, so that it never guesses: at a record that it
// does not fully know it stops, and the caller reads that one. `walkEnds` looks at the last members
// only, for who hashes all bytes, and `isFoundHash` compares what they come to.

import { goOn, position, stepEnds, stepEndsBefore } from "./ends";
import {
  actorless,
  closed,
  listed,
  nothing,
  output,
  outputSize,
  planOf,
  prev,
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
  isMark,
  placeMark,
  tagsMark,
  typeMark,
  versionMark,
} from "./marks";
import { memberAt, memberCount, memberNamed, putValue, stepMembers } from "./members";
import { areHex, isId, lineEnd, stepTags, textEnd } from "./steps";
import { areFull, forgetWords, wordOf } from "./words";

export { isFoundHash, position } from "./ends";
export {
  foundHash,
  input,
  inputSize,
  output,
  planOf,
  plans,
  plansSize,
  prev,
  words,
  wordsMax,
} from "./layout";

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

/** Where the first record begins that was not walked over. */
export let stopped: usize = 0;
/** How much of the output is filled. */
export let filled: usize = 0;
export let asked: i32 = 0;

/** Why a record was not walked over. */
let why: i32 = atUnknown;
/** Whether the event that is walked over is told whole: wanted so, or more than its plan tells. */
let isWhole: bool = false;
/** Whether somebody asks who recorded an event of the record. */
let isActorAsked: bool = false;
/** In place of the word of who did. */
const unasked: i32 = -1;

/** Walks over the records from one place in `input` to another, where a line ends. */
export function walk(from: usize, to: usize): i32 {
  filled = 0;
  stopped = from;
  if (!areHex(prev)) return atUnknown;
  while (stopped < to) {
    const room = filled;
    why = atUnknown;
    const end = walkRecord(stopped);
    if (end === 0) {
      const isAlone = room === 0 && why === atFull;
      filled = room;
      if (areFull) return atWords;
      return isAlone ? atUnknown : why;
    }
    goOn();
    stopped = end + 1;
  }
  return atEnd;
}

export function forget(): void {
  forgetWords();
  memory.fill(planOf, 0, 4 * <usize>wordsMax);
}

/**
 * Looks at the last members only, and puts into the output where each record ends. It stops at the
 * first that does not follow.
 */
export function walkEnds(from: usize, to: usize): void {
  filled = 0;
  for (let at = from; at < to; ) {
    const end = stepEndsBefore(at, lineEnd(at));
    if (end === 0) return;
    store<u32>(output + filled, <u32>end);
    filled += 4;
    goOn();
    at = end + 1;
  }
}

/**
 * Puts the record into the output: where it begins and ends, its position, who recorded it, if that
 * is asked, and how many events follow. A record of which none is wanted is left out.
 */
function walkRecord(start: usize): usize {
  if (!isMark(start, actorMark, 10)) return 0;
  const actor = start + 10;
  const actorEnd = textEnd(actor);
  const commandHash = actorEnd + 17;
  if (!isMark(actorEnd, commandHashMark, 16) || load<u8>(commandHash - 1) !== 0x22) return 0;
  if (!areHex(commandHash) || !isMark(commandHash + 64, commandIdMark, 15)) return 0;
  const id = commandHash + 64 + 15;
  const idEnd = textEnd(id);
  if (!isMark(idEnd, eventsMark, 12)) return 0;
  if (!isId(actor, actorEnd) || !isId(id, idEnd)) return 0;
  const record = output + filled;
  // NOTE: there is room where an event behind it has some, and without one nothing is stored.
  filled += 20;
  let at = idEnd + 12;
  isActorAsked = false;
  let count = 0;
  let index = 0;
  while (true) {
    const found = filled;
    at = walkEvent(at, index);
    if (at === 0) return 0;
    if (filled > found) count += 1;
    index += 1;
    const next = load<u8>(at);
    at += 1;
    if (next === 0x5d) break;
    if (next !== 0x2c) return 0;
  }
  const end = stepEnds(at);
  if (end === 0) return 0;
  if (count === 0) {
    filled -= 20;
    return end;
  }
  const by = isActorAsked ? wordOf(actor, actorEnd) : unasked;
  if (isActorAsked && by < 0) return 0;
  store<u32>(record, <u32>start);
  store<u32>(record, <u32>end, 4);
  store<i32>(record, position + 1, 8);
  store<i32>(record, by, 12);
  store<i32>(record, count, 16);
  return end;
}

/**
 * Puts an event into the output, if it is wanted: its type, where it begins and ends, its day, its
 * index, whether it is told whole, the values of its plan, and by a closed one the tags.
 */
function walkEvent(start: usize, index: i32): usize {
  if (!isMark(start, dataMark, 9)) return 0;
  const dataEnd = stepMembers(start + 9);
  if (!isMark(dataEnd, dayMark, 16)) return 0;
  const day = dataEnd + 16;
  const dayEnd = textEnd(day);
  const isPlaced = isMark(dayEnd, placeMark, 15);
  const stepped = isPlaced ? textEnd(dayEnd + 15) : dayEnd;
  if (!isMark(stepped, tagsMark, 10)) return 0;
  const tags = stepped + 10;
  const tagsEnd = stepTags(tags);
  if (!isMark(tagsEnd, typeMark, 9)) return 0;
  const type = tagsEnd + 9;
  const typeEnd = textEnd(type);
  if (!isMark(typeEnd, versionMark, 14)) return 0;
  const end = typeEnd + 14;
  const typeWord = wordOf(type, typeEnd);
  if (typeWord < 0) return 0;
  const plan = load<u32>(planOf + 4 * <usize>typeWord);
  if (plan === nothing) return end;
  if (plan === 0) {
    asked = typeWord;
    why = atPlan;
    return 0;
  }
  const dayWord = wordOf(day, dayEnd);
  if (dayWord < 0) return 0;
  if (!hasRoom(24)) return 0;
  const event = output + filled;
  filled += 24;
  isWhole = plan === whole;
  const kind = isWhole ? listed : load<u32>(plan, 4);
  if (kind === closed) {
    if (!putAll(plan) || !putTags(tags)) return 0;
    if (isPlaced) isWhole = true;
  } else if (!isWhole && !putListed(plan)) return 0;
  if (isWhole || kind !== actorless) isActorAsked = true;
  store<i32>(event, typeWord);
  store<u32>(event, <u32>start, 4);
  store<u32>(event, <u32>end, 8);
  store<i32>(event, dayWord, 12);
  store<i32>(event, index, 16);
  store<i32>(event, isWhole ? 1 : 0, 20);
  return end;
}

/** Puts the members that a plan names. */
function putListed(plan: usize): bool {
  const wanted = load<u32>(plan);
  if (!hasRoom(12 * <usize>wanted)) return false;
  for (let each: u32 = 0; each < wanted; each += 1) {
    const member = plan + 8 + 12 * <usize>each;
    const found = memberNamed(load<u32>(member), load<u32>(member, 4));
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
function putAll(plan: usize): bool {
  const wanted = load<u32>(plan);
  if (!hasRoom(12 * <usize>wanted)) return false;
  let place = 0;
  for (let each: u32 = 0; each < wanted; each += 1) {
    const member = plan + 8 + 12 * <usize>each;
    const found = memberAt(place, load<u32>(member), load<u32>(member, 4));
    if (!putValue(found, output + filled)) return false;
    filled += 12;
    if (found !== 0) place += 1;
  }
  if (place !== memberCount) isWhole = true;
  return true;
}

/** Puts how many tags there are, and where each begins and ends. */
function putTags(start: usize): bool {
  if (!hasRoom(4)) return false;
  const told = output + filled;
  filled += 4;
  let count = 0;
  for (let at = start; load<u8>(at) === 0x22; count += 1) {
    const end = textEnd(at + 1);
    if (!hasRoom(8)) return false;
    store<u32>(output + filled, <u32>(at + 1));
    store<u32>(output + filled, <u32>end, 4);
    filled += 8;
    // Behind the last there is a comma, which ends this.
    at = end + 2;
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
