import { type CalendarDate, dayAfter, lastDay, weekdayOf } from "../kernel/date.ts";
import type { CalendarPack } from "./calendar-pack.ts";

/**
 * The day so many working days after a day, which itself does not count; 0 is the day itself.
 * Undefined, so unknown, where the way there leaves the span of the calendar.
 */
export const addWorkingDays = (
  date: CalendarDate,
  days: number,
  calendar: CalendarPack,
): CalendarDate | undefined => {
  if (!isWithin(date, calendar)) return undefined;
  let day = date;
  for (let left = days; left > 0; ) {
    if (day === lastDay) return undefined;
    day = dayAfter(day);
    if (!isWithin(day, calendar)) return undefined;
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
};

/**
 * The working days after `a` up to and with `b`; negative where `b` is before `a`. Undefined, so
 * unknown, where one of them is outside the span of the calendar.
 */
export const workingDaysBetween = (
  a: CalendarDate,
  b: CalendarDate,
  calendar: CalendarPack,
): number | undefined => {
  if (!isWithin(a, calendar) || !isWithin(b, calendar)) return undefined;
  return a <= b ? countFrom(a, b, calendar) : 0 - countFrom(b, a, calendar);
};

const countFrom = (before: CalendarDate, last: CalendarDate, calendar: CalendarPack): number => {
  let count = 0;
  for (let day = before; day < last; ) {
    day = dayAfter(day);
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
};

/** A holiday is none, even where a rest day is worked; other rest days are none unless worked. */
const isWorkingDay = (day: CalendarDate, { parameters }: CalendarPack): boolean => {
  if (parameters.holidays.value.includes(day)) return false;
  if (!parameters.restDays.value.includes(weekdayOf(day))) return true;
  return parameters.workedRestDays?.value.includes(day) ?? false;
};

const isWithin = (day: CalendarDate, { inForceFrom, inForceTo }: CalendarPack): boolean =>
  inForceFrom <= day && day <= (inForceTo ?? lastDay);
