import { describe, expect, test } from "vitest";
import type { EventRecord } from "./events.ts";
import { type Upcaster, upcasterChain } from "./upcasters.ts";

const current = new Map([
  ["MeetingHeld", 3],
  ["BranchRenamed", 1],
  ["EventReversed", 1],
]);
/** Adds a member that names the step, so that the order of the steps can be read. */
const step = (type: string, from: number): Upcaster => ({
  type,
  from,
  up: (data) => ({ ...data, steps: `${data["steps"] ?? ""}${from}` }),
});
const steps = [step("MeetingHeld", 1), step("MeetingHeld", 2)];
const event = (type: string, version: number, data: EventRecord["data"] = {}): EventRecord =>
  ({ type, version, data, effectiveOn: "2012-01-01", tags: ["meeting:m"] }) as never;

describe("a chain is refused before any event is read", () => {
  test("when a step is missing", () => {
    expect(() => upcasterChain(current, [step("MeetingHeld", 1)])).toThrow(
      "Upcaster MeetingHeld@2: missing, the current version is 3",
    );
    expect(() => upcasterChain(current, [step("MeetingHeld", 2)])).toThrow("MeetingHeld@1");
  });

  test("when a step is given twice", () => {
    expect(() => upcasterChain(current, [...steps, step("MeetingHeld", 2)])).toThrow(
      "Upcaster MeetingHeld@2: given twice",
    );
  });

  test.each([
    [3, "at the current version"],
    [4, "above it"],
    [0, "below the first"],
  ])("when a step starts at %i, %s", (from) => {
    expect(() => upcasterChain(current, [...steps, step("MeetingHeld", from)])).toThrow(
      `Upcaster MeetingHeld@${from}: leads nowhere, the current version is 3`,
    );
  });

  test("when a step is of a type that there is not", () => {
    expect(() => upcasterChain(current, [...steps, step("MeetingHled", 1)])).toThrow(
      "Upcaster MeetingHled@1: no such event type",
    );
  });
});

describe("an event", () => {
  const lift = upcasterChain(current, steps);

  test("is lifted step by step from any version to the current one", () => {
    expect(lift(event("MeetingHeld", 1))).toEqual(event("MeetingHeld", 3, { steps: "12" }));
    expect(lift(event("MeetingHeld", 2))).toEqual(event("MeetingHeld", 3, { steps: "2" }));
  });

  test("of the current version, of a later one, or without steps stays as it is", () => {
    for (const same of [event("MeetingHeld", 3), event("MeetingHeld", 4), event("Unheard", 1)]) {
      expect(lift(same)).toBe(same);
    }
  });

  test("is not changed itself", () => {
    const old = event("MeetingHeld", 1);
    lift(old);
    expect(old).toEqual(event("MeetingHeld", 1));
  });

  test("that was reversed is lifted inside its reversal", () => {
    const reversal = (version: number, data: EventRecord["data"]) =>
      event("EventReversed", 1, {
        target: "3.0",
        original: event("MeetingHeld", version, data) as never,
      });
    expect(lift(reversal(1, {}))).toEqual(reversal(3, { steps: "12" }));
    const same = reversal(3, {});
    expect(lift(same)).toBe(same);
  });
});
