import * as Schema from "effect/Schema";

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

const datePattern = /^(19|2\d)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const isCalendarDate = (text: string): boolean => {
  if (!datePattern.test(text)) return false;
  // Every month has 28 days.
  const day = Number(text.slice(8));
  return day <= 28 || day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
};

/** A day of the calendar, `YYYY-MM-DD`, of a year that can be reviewed; sorts as text. */
export const CalendarDate = Schema.String.check(
  Schema.makeFilter(
    (text: string) => isCalendarDate(text) || "a calendar date from 1900 to 2999 as YYYY-MM-DD",
    {
      expected: "a calendar date from 1900 to 2999 as YYYY-MM-DD",
    },
  ),
).pipe(Schema.brand("CalendarDate"));
export type CalendarDate = typeof CalendarDate.Type;

const instantPattern = /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** A moment in UTC to the millisecond, `YYYY-MM-DDTHH:MM:SS.mmmZ`; sorts as text. */
export const Instant = Schema.String.check(
  Schema.makeFilter(
    (text: string) =>
      (instantPattern.test(text) && isCalendarDate(text.slice(0, 10))) ||
      "an instant as YYYY-MM-DDTHH:MM:SS.mmmZ",
    { expected: "an instant as YYYY-MM-DDTHH:MM:SS.mmmZ" },
  ),
).pipe(Schema.brand("Instant"));
export type Instant = typeof Instant.Type;

/** No day comes after it: stands for the end of what has none. */
export const lastDay = "9999-12-31" as CalendarDate;

/** A calendar year, the unit of a review. */
export const Year = Schema.Int.check(
  Schema.isBetween({ minimum: 1900, maximum: 2999 }, { expected: "a year from 1900 to 2999" }),
);

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));

/** 31 December: the day whose tree and stock a year's report stands on. */
export const yearEnd = (year: number): CalendarDate => `${year}-12-31` as CalendarDate;

export const dayOf = (instant: Instant): CalendarDate => instant.slice(0, 10) as CalendarDate;

/** The same day `months` later, or the last day of that month where it is shorter. */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const whole = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(whole / 12);
  const month = (whole % 12) + 1;
  return dateOf(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)));
};

/** The next day of the calendar; of 9999-12-31 that day itself, since none follows. */
export const dayAfter = (date: CalendarDate): CalendarDate => {
  const [year, month, day] = partsOf(date);
  if (day < daysInMonth(year, month)) return dateOf(year, month, day + 1);
  if (month < 12) return dateOf(year, month + 1, 1);
  return year === 9999 ? date : dateOf(year + 1, 1, 1);
};

/** The day before; of 0000-01-01 that day itself. */
export const dayBefore = (date: CalendarDate): CalendarDate => {
  const [year, month, day] = partsOf(date);
  if (day > 1) return dateOf(year, month, day - 1);
  if (month > 1) return dateOf(year, month - 1, daysInMonth(year, month - 1));
  return year === 0 ? date : dateOf(year - 1, 12, 31);
};

const partsOf = (date: CalendarDate): readonly [number, number, number] => [
  yearOf(date),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
];

const dateOf = (year: number, month: number, day: number): CalendarDate =>
  `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}` as CalendarDate;

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** The day of the week: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: CalendarDate): number => {
  const [year, month, day] = [yearOf(date), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  // January and February belong to the year before, so that a leap day comes last.
  const counted = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(counted / 4) - Math.floor(counted / 100) + Math.floor(counted / 400);
  return ((counted + leapDays + (monthOffsets[month - 1] ?? 0) + day + 6) % 7) + 1;
};

const monthOffsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
