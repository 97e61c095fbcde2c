import type { Instant } from "../kernel/date.ts";
import type { Head } from "../log/commit.ts";
import { bytesOf, newline, textOf } from "./bytes.ts";
import { instantLength } from "./instants.ts";
import { hashFromEnd, hashLength, instantFromEnd } from "./record-ends.ts";
import { isCountable, type Walker, walkerHere } from "./walker.ts";

/** How far lines are sound: so many records, the last of them, and where its line ends. */
export interface SoundLines {
  readonly count: number;
  readonly head: Head;
  readonly end: number;
}

/**
 * Takes records from the first of some whole lines on, as long as each follows the one before and
 * its hash is true of its bytes. It stops at the position `before`, and may stop anywhere, at a
 * record that has to be looked at in another way.
 */
export const soundLines = (lines: Uint8Array, head: Head, before: number): SoundLines => {
  const none = { count: 0, head, end: 0 };
  const walker = walkerHere();
  if (walker === undefined || walker.isBusy) return none;
  walker.isBusy = true;
  // What it held for a reading is gone.
  walker.reader = undefined;
  try {
    let [all, found] = [none, none];
    do {
      found = soundIn(walker, lines.subarray(all.end, all.end + walker.room), all.head, before);
      all = { count: all.count + found.count, head: found.head, end: all.end + found.end };
    } while (found.count > 0 && all.end < lines.length);
    return all;
  } finally {
    walker.isBusy = false;
  }
};

/** The same of as many lines as the walker takes. */
const soundIn = (walker: Walker, bytes: Uint8Array, head: Head, before: number): SoundLines => {
  const lines = bytes.subarray(0, bytes.lastIndexOf(newline) + 1);
  const { position } = head;
  const prev = bytesOf(head.hash);
  if (!isCountable(position) || prev.length !== hashLength) return { count: 0, head, end: 0 };
  walker.load(lines);
  walker.follow(position, prev);
  const most = Math.min(walker.walkEnds(lines.length), before - position - 1);
  let count = 0;
  let end = 0;
  for (; count < most; count += 1) {
    const start = walker.offset(walker.told[2 * count] as number);
    const lineEnd = walker.offset(walker.told[2 * count + 1] as number);
    if (!walker.isTrue(start, lineEnd)) break;
    end = lineEnd;
  }
  if (count === 0) return { count, head, end };
  const [hash, instant] = [end - hashFromEnd, end - instantFromEnd];
  const last = {
    position: position + count,
    hash: textOf(lines, hash, hash + hashLength),
    recordedAt: textOf(lines, instant, instant + instantLength) as Instant,
  };
  return { count, head: last, end: end + 1 };
};
