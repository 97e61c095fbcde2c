import fc from "fast-check";
import { expect, test } from "vitest";
import { CalendarDate, Instant } from "../kernel/date.ts";
import { addressOf, type RecordedEvent } from "../kernel/event.ts";
import type { Law } from "../kernel/law.ts";
import { byEffect, effective } from "./effective.ts";
import { countUntil, emptyTimeline, extend, placeOf, type Timeline } from "./timeline.ts";

const event = (position: number, day: number): RecordedEvent => ({
  type: "BranchRenamed",
  version: 1,
  effectiveOn: CalendarDate.make(`2012-01-${String(day).padStart(2, "0")}`),
  tags: [],
  data: { branch: "cell", name: `${position}` },
  position,
  index: 0,
  recordedAt: Instant.make("2012-12-31T00:00:00.000Z"),
});

/** Days of facts in the order they are recorded, some followed by the reversal of one of them. */
const ledger = fc
  .array(fc.record({ day: fc.integer({ min: 1, max: 9 }), reverses: fc.option(fc.nat()) }), {
    maxLength: 30,
  })
  .map((lines) => {
    const events: RecordedEvent[] = [];
    for (const { day, reverses } of lines) {
      const standing = effective(events);
      const original = reverses === null ? undefined : standing[reverses % standing.length];
      const fact = event(events.length + 1, day);
      events.push(
        original === undefined
          ? fact
          : {
              ...fact,
              type: "EventReversed",
              effectiveOn: original.effectiveOn,
              data: { target: addressOf(original), reason: "nhầm", original },
            },
      );
    }
    return events;
  });

/** Remembers in which order it met the events. */
const law: Law<unknown> = {
  on: "branch",
  initial: () => [],
  evolve: (state, { data }: { data: unknown }) => {
    (state as unknown[]).push((data as { name: string }).name);
  },
  objections: () => [],
};

const foldedTo = ({ events }: Timeline): unknown => {
  const state = law.initial("branch:cell" as never);
  for (const one of events) law.evolve(state, one as never, []);
  return state;
};

test("a timeline holds the standing events in the order of their effect", () => {
  fc.assert(
    fc.property(ledger, (events) => {
      const timeline = emptyTimeline();
      for (const one of events) extend(timeline, one);
      expect(timeline.events.map(addressOf)).toEqual(
        effective(events).toSorted(byEffect).map(addressOf),
      );
    }),
  );
});

test("the end state it keeps is that of a fold over its events", () => {
  fc.assert(
    fc.property(ledger, (events) => {
      const timeline = emptyTimeline();
      for (const one of events) {
        timeline.ends.set(law, foldedTo(timeline));
        extend(timeline, one);
        const end = timeline.ends.get(law);
        if (end !== undefined) expect(end).toEqual(foldedTo(timeline));
      }
    }),
  );
});

test("the whole of a day counts, and an event comes behind those of its day", () => {
  const events = [event(2, 1), event(5, 3), event(7, 3), event(1, 8)];
  const days = [1, 2, 3, 8, 9].map((day) => event(0, day).effectiveOn);
  expect(days.map((day) => countUntil(events, day))).toEqual([1, 1, 3, 4, 4]);
  expect(placeOf(events, event(9, 3))).toBe(3);
  expect(placeOf(events, event(6, 3))).toBe(2);
  expect(placeOf(events, event(9, 9))).toBe(4);
});
