import * as Schema from "effect/Schema";
import { describe, expect, test } from "vitest";
import {
  addMonths,
  CalendarDate,
  dayAfter,
  dayOf,
  Instant,
  weekdayOf,
  Year,
  yearEnd,
  yearOf,
} from "./date.ts";

const isDay = Schema.is(CalendarDate);
const isInstant = Schema.is(Instant);
const day = (text: string) => CalendarDate.make(text);

describe("a calendar date", () => {
  test.each(["2012-01-01", "2012-02-29", "2000-02-29", "2012-12-31", "1900-01-01", "2999-12-31"])(
    "%s is one",
    (text) => {
      expect(isDay(text)).toBe(true);
    },
  );

  test.each([
    "2013-02-29",
    "1899-12-31",
    "3000-01-01",
    "1900-02-29",
    "2012-04-31",
    "2012-00-10",
    "2012-13-01",
    "2012-01-00",
    "2012-01-32",
    "2012-1-1",
    "12-01-01",
    "2012/01/01",
    "2012-01-01T00:00:00.000Z",
    " 2012-01-01",
    "2012-01-01\n",
    "٢٠١٢-٠١-٠١",
    "",
    20120101,
    null,
  ])("%j is none", (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe("an instant", () => {
  test.each(["2012-01-01T00:00:00.000Z", "2012-02-29T23:59:59.999Z"])("%s is one", (text) => {
    expect(isInstant(text)).toBe(true);
  });

  test.each([
    "2012-01-01T24:00:00.000Z",
    "2012-01-01T00:60:00.000Z",
    "2012-01-01T00:00:60.000Z",
    "2012-01-01T00:00:00Z",
    "2012-01-01T00:00:00.000+07:00",
    "2013-02-29T00:00:00.000Z",
    "2012-01-01 00:00:00.000Z",
    "2012-01-01T00:00:00.000Z\n",
  ])("%j is none", (text) => {
    expect(isInstant(text)).toBe(false);
  });
});

test("a year is one from 1900 to 2999", () => {
  const isYear = Schema.is(Year);
  expect([1900, 2012, 2999].every((year) => isYear(year))).toBe(true);
  expect([1899, 3000, 2012.5, "2012"].some((year) => isYear(year))).toBe(false);
});

test("a day has its year, a year its last day, an instant its day in UTC", () => {
  expect(yearOf(day("2012-12-31"))).toBe(2012);
  expect(yearEnd(2012)).toBe("2012-12-31");
  expect(dayOf(Instant.make("2012-12-31T23:59:59.999Z"))).toBe("2012-12-31");
});

describe("months later", () => {
  test.each([
    ["2012-01-15", 1, "2012-02-15"],
    ["2012-01-31", 1, "2012-02-29"],
    ["2013-01-31", 1, "2013-02-28"],
    ["2012-02-29", 12, "2013-02-28"],
    ["2012-02-29", 48, "2016-02-29"],
    ["2012-12-31", 2, "2013-02-28"],
    ["2012-11-30", 1, "2012-12-30"],
    ["2012-12-01", 1, "2013-01-01"],
    ["2012-05-19", 0, "2012-05-19"],
    ["2012-03-31", -1, "2012-02-29"],
    ["2012-01-31", -1, "2011-12-31"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test("count from the first day, so two steps may fall short of one", () => {
    expect(addMonths(addMonths(day("2012-01-31"), 1), 1)).toBe("2012-03-29");
    expect(addMonths(day("2012-01-31"), 2)).toBe("2012-03-31");
  });

  test("sort as text, as all days do", () => {
    const days = Array.from({ length: 60 }, (_, months) => addMonths(day("2011-10-31"), months));
    expect(days.toSorted()).toEqual(days);
  });
});

test("day after day, with its day of the week, is the calendar of the platform", () => {
  let date = day("1995-12-30");
  for (let time = Date.UTC(1995, 11, 30); time < Date.UTC(2025, 0, 1); time += 86_400_000) {
    const platform = new Date(time);
    expect(date).toBe(platform.toISOString().slice(0, 10));
    expect(weekdayOf(date)).toBe(((platform.getUTCDay() + 6) % 7) + 1);
    date = dayAfter(date);
  }
});

test.each([
  ["1900-02-28", "1900-03-01", 3],
  ["2000-02-28", "2000-02-29", 1],
  ["2100-12-31", "2101-01-01", 5],
])("the day after %s is %s, itself day %i of the week", (date, after, weekday) => {
  expect(dayAfter(day(date))).toBe(after);
  expect(weekdayOf(day(date))).toBe(weekday);
});
