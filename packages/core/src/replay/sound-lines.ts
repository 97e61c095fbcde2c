// An entry of its own, so that who only verifies loads neither projections nor the catalogue.

import type { Instant } from "../kernel/date.ts";
import type { Head } from "../log/commit.ts";
import { bytesOf, newline, textOf } from "./bytes.ts";
import { instantLength } from "./instants.ts";
import { hashFromEnd, hashLength, instantFromEnd } from "./record-ends.ts";
import { type Walker, walkerHere } from "./walker.ts";

/** How far lines are sound: so many records, and the last of them. */
export interface SoundLines {
  readonly count: number;
  readonly head: Head;
  /** Behind its newline. */
  readonly end: number;
}

/**
 * Takes records from the first of some whole lines on, as long as each follows the one before and
 * its hash is true of its bytes; none from the position `before` on. NOTE: it may stop anywhere,
 * which says nothing of the record there.
 */
export const soundLines = (lines: Uint8Array, head: Head, before: number): SoundLines => {
  let all: SoundLines = { count: 0, head, end: 0 };
  const walker = walkerHere();
  if (walker === undefined || walker.isBusy) return all;
  // What it held for a reading is gone.
  walker.reader = undefined;
  for (;;) {
    const rest = lines.subarray(all.end, all.end + walker.room);
    const found = soundIn(walker, rest, all.head, before);
    if (found.count === 0) return all;
    all = { count: all.count + found.count, head: found.head, end: all.end + found.end };
  }
};

/** The same of as many lines as the walker takes. */
const soundIn = (walker: Walker, bytes: Uint8Array, head: Head, before: number): SoundLines => {
  const lines = bytes.subarray(0, bytes.lastIndexOf(newline) + 1);
  let count = 0;
  let end = -1;
  if (walker.follow(head.position, bytesOf(head.hash))) {
    walker.load(lines);
    const most = Math.min(walker.walkEnds(lines.length), before - head.position - 1);
    for (; count < most; count += 1) {
      const lineEnd = walker.offset(walker.told[count] as number);
      if (!walker.isTrue(end + 1, lineEnd)) break;
      end = lineEnd;
    }
  }
  if (count === 0) return { count, head, end: 0 };
  const [hash, instant] = [end - hashFromEnd, end - instantFromEnd];
  const last = {
    position: head.position + count,
    hash: textOf(lines, hash, hash + hashLength),
    recordedAt: textOf(lines, instant, instant + instantLength) as Instant,
  };
  return { count, head: last, end: end + 1 };
};
