// NOTE: the schemas of core say the same, and loading them takes longer than a whole `verify`.

/** A day that the calendar has from 1900 to 2999, as YYYY-MM-DD. */
export const isDate = (text: string): boolean =>
  isInstant(`${text}T00:00:00.000Z`) && text >= "1900" && text < "3000";

/** A moment in UTC, as YYYY-MM-DDTHH:MM:SS.mmmZ. */
export const isInstant = (text: string): boolean => {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
};
