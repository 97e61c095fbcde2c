/**
 * Calendar days as text and as day numbers, for generators and independent counts. On purpose not
 * core's own arithmetic: what a law compares shall not share its mistakes.
 */
const msPerDay = 86_400_000;

/** Days since 1970-01-01. */
export const dayNumber = (day: string): number =>
  Math.round(Date.parse(`${day}T00:00:00Z`) / msPerDay);

export const dayText = (number: number): string =>
  new Date(number * msPerDay).toISOString().slice(0, 10);

export const daysLater = (day: string, days: number): string => dayText(dayNumber(day) + days);

export const yearOfDay = (day: string): number => Number(day.slice(0, 4));

/** The first instant of a day, with so many milliseconds. */
export const instantOn = (day: string, milliseconds = 0): string =>
  new Date(dayNumber(day) * msPerDay + milliseconds).toISOString();
