import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numRuns } from "../../test/num-runs.ts";
import type { CalendarDate } from "../kernel/date.ts";
import type { CalendarPack } from "./calendar-pack.ts";
import { addWorkingDays, workingDaysBetween } from "./working-days.ts";

const day = (text: string) => text as CalendarDate;

/** Only what is read of a pack: around Tết 2025, with a Saturday worked for a Friday off. */
const calendar = {
  inForceFrom: "2025-01-01",
  inForceTo: "2025-12-31",
  parameters: {
    restDays: { value: [6, 7] },
    holidays: { value: ["2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-05-02"] },
    workedRestDays: { value: ["2025-04-26", "2025-01-27"] },
  },
} as unknown as CalendarPack;

describe("working days later", () => {
  test.each([
    ["2025-03-03", 0, "2025-03-03"],
    ["2025-03-08", 0, "2025-03-08"],
    ["2025-03-03", 1, "2025-03-04"],
    ["2025-03-07", 1, "2025-03-10"],
    ["2025-03-08", 1, "2025-03-10"],
    ["2025-01-24", 1, "2025-01-31"],
    ["2025-04-25", 1, "2025-04-26"],
    ["2025-05-01", 1, "2025-05-05"],
    ["2025-12-30", 1, "2025-12-31"],
    ["2025-12-31", 0, "2025-12-31"],
  ])("%s and %i is %s", (from, days, to) => {
    expect(addWorkingDays(day(from), days, calendar)).toBe(to);
  });

  test("are unknown beyond the span of the calendar", () => {
    expect(addWorkingDays(day("2025-12-31"), 1, calendar)).toBeUndefined();
    expect(addWorkingDays(day("2024-12-31"), 1, calendar)).toBeUndefined();
    expect(addWorkingDays(day("2024-12-31"), 0, calendar)).toBeUndefined();
    expect(addWorkingDays(day("2026-01-01"), 0, calendar)).toBeUndefined();
  });

  test("end with the calendar of all days", () => {
    const { inForceTo: _, ...open } = calendar;
    expect(addWorkingDays(day("9999-12-30"), 1, open as CalendarPack)).toBe("9999-12-31");
    const always = { ...open, inForceFrom: day("0001-01-01") } as CalendarPack;
    expect(addWorkingDays(day("9999-12-31"), 1, always)).toBeUndefined();
  });
});

describe("working days between", () => {
  test.each([
    ["2025-03-03", "2025-03-03", 0],
    ["2025-03-03", "2025-03-10", 5],
    ["2025-03-10", "2025-03-03", -5],
    ["2025-01-01", "2025-12-31", 256],
    ["2025-04-25", "2025-04-27", 1],
  ])("%s and %s are %i", (a, b, days) => {
    expect(workingDaysBetween(day(a), day(b), calendar)).toBe(days);
  });

  test("are unknown where a day is outside the span", () => {
    expect(workingDaysBetween(day("2024-12-31"), day("2025-01-02"), calendar)).toBeUndefined();
    expect(workingDaysBetween(day("2025-01-02"), day("2026-01-01"), calendar)).toBeUndefined();
  });

  test("without worked rest days, a rest day is none", () => {
    const { workedRestDays: _, ...parameters } = calendar.parameters;
    const plain = { ...calendar, parameters } as CalendarPack;
    expect(workingDaysBetween(day("2025-04-25"), day("2025-04-27"), plain)).toBe(0);
  });
});

/** A walk by the platform's calendar, which shares no arithmetic with the code. */
const walked = (from: string, last: string, { parameters }: CalendarPack): number => {
  const lists = {
    holidays: new Set<string>(parameters.holidays.value),
    worked: new Set<string>(parameters.workedRestDays?.value ?? []),
  };
  let count = 0;
  for (let time = Date.parse(from) + 86_400_000; time <= Date.parse(last); time += 86_400_000) {
    const date = new Date(time);
    const text = date.toISOString().slice(0, 10);
    const rest = parameters.restDays.value.includes(((date.getUTCDay() + 6) % 7) + 1);
    if (!lists.holidays.has(text) && (!rest || lists.worked.has(text))) count += 1;
  }
  return count;
};

const dayIn = fc.integer({ min: 0, max: 240 }).map((offset) => {
  const date = new Date(Date.UTC(2023, 10, 1) + offset * 86_400_000);
  return day(date.toISOString().slice(0, 10));
});
const calendars = fc.record({
  restDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
  holidays: fc.array(dayIn, { maxLength: 12 }),
  worked: fc.array(dayIn, { maxLength: 12 }),
});

test("both agree with a walk from day to day", () => {
  fc.assert(
    fc.property(calendars, dayIn, dayIn, (lists, one, other) => {
      const own = {
        inForceFrom: "2020-01-01",
        parameters: {
          restDays: { value: lists.restDays },
          holidays: { value: lists.holidays },
          workedRestDays: { value: lists.worked },
        },
      } as unknown as CalendarPack;
      const [a, b] = one <= other ? [one, other] : [other, one];
      const count = walked(a, b, own);
      expect(workingDaysBetween(a, b, own)).toBe(count);
      const reached = addWorkingDays(a, count, own) ?? b;
      expect(reached <= b && walked(a, reached, own) === count).toBe(true);
      const dayBefore = new Date(Date.parse(reached) - 86_400_000).toISOString().slice(0, 10);
      expect(count === 0 ? reached === a : walked(a, dayBefore, own) === count - 1).toBe(true);
    }),
    { numRuns },
  );
});
