import { describe, expect, test } from "vitest";
import { CalendarDate, Instant } from "../kernel/date.ts";
import { addressOf, type RecordedEvent } from "../kernel/event.ts";
import { byEffect, effective, within } from "./effective.ts";

const at = (address: string, effectiveOn: string, recordedOn = "2012-12-31"): RecordedEvent => {
  const [position = 0, index = 0] = address.split(".").map(Number);
  return {
    type: "BranchRenamed",
    version: 1,
    effectiveOn: CalendarDate.make(effectiveOn),
    tags: [],
    data: {},
    position,
    index,
    recordedAt: Instant.make(`${recordedOn}T12:00:00.000Z`),
  };
};
const reversal = (address: string, of: RecordedEvent, recordedOn?: string): RecordedEvent => ({
  ...at(address, of.effectiveOn, recordedOn),
  type: "EventReversed",
  data: { target: addressOf(of), reason: "nhầm", original: of },
});
const addresses = (events: readonly RecordedEvent[]) => events.map(addressOf);

describe("the order of facts", () => {
  test("is that of the days they took effect, then that of the ledger", () => {
    const events = [
      at("3.0", "2012-02-01"),
      at("10.0", "2012-01-01"),
      at("2.10", "2012-01-01"),
      at("2.9", "2012-01-01"),
      at("1.0", "2012-02-01"),
    ];
    expect(addresses(events.toSorted(byEffect))).toEqual(["2.9", "2.10", "10.0", "1.0", "3.0"]);
  });

  test("holds a fact equal to itself only", () => {
    const one = at("2.9", "2012-01-01");
    expect(byEffect(one, one)).toBe(0);
    expect(byEffect(one, at("2.10", "2012-01-01"))).toBeLessThan(0);
  });
});

describe("a horizon", () => {
  const late = at("5.0", "2012-01-31", "2012-03-01");

  test("holds the whole of its day, and what was known at its instant", () => {
    expect(within(late, { asOf: CalendarDate.make("2012-01-31") })).toBe(true);
    expect(within(late, { asOf: CalendarDate.make("2012-01-30") })).toBe(false);
    expect(within(late, { knownAt: Instant.make("2012-03-01T12:00:00.000Z") })).toBe(true);
    expect(within(late, { knownAt: Instant.make("2012-03-01T11:59:59.999Z") })).toBe(false);
  });

  test("asks for both where both are given, for neither where none is", () => {
    const asOf = CalendarDate.make("2012-12-31");
    expect(within(late, { asOf, knownAt: Instant.make("2012-02-01T00:00:00.000Z") })).toBe(false);
    expect(within(late, {})).toBe(true);
  });
});

describe("the events that stand", () => {
  const [one, two, three] = [
    at("1.0", "2012-01-01"),
    at("2.0", "2012-02-01"),
    at("2.1", "2012-02-01"),
  ] as const;

  test("are those not reversed, in the order given", () => {
    expect(addresses(effective([one, two, three]))).toEqual(["1.0", "2.0", "2.1"]);
    expect(addresses(effective([one, two, three, reversal("3.0", two)]))).toEqual(["1.0", "2.1"]);
  });

  test("include a fact recorded anew with its reversal", () => {
    const anew = at("3.1", "2012-02-01");
    expect(addresses(effective([one, two, reversal("3.0", two), anew]))).toEqual(["1.0", "3.1"]);
  });

  test("include a fact whose reversal was not known yet", () => {
    const events = [one, two, reversal("3.0", two, "2013-06-01")];
    const horizon = { knownAt: Instant.make("2013-01-01T00:00:00.000Z") };
    const known = events.filter((event) => within(event, horizon));
    expect(addresses(effective(known))).toEqual(["1.0", "2.0"]);
  });

  test("are the same as of any day, since a reversal has the day of its fact", () => {
    const events = [one, two, reversal("3.0", two)];
    const asOf = CalendarDate.make("2012-02-01");
    expect(addresses(effective(events.filter((event) => within(event, { asOf }))))).toEqual([
      "1.0",
    ]);
  });
});
