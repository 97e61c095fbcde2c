const dayMs = 86_400_000;

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

export const yearOf = (day: string): number => Number(day.slice(0, 4));

export const yearEnd = (year: number): string => `${year}-12-31`;

/** The same day of the month so many months later, for days that every month has. */
export const monthsAfter = (day: string, months: number): string => {
  const whole = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = String((whole % 12) + 1).padStart(2, "0");
  if (day.slice(8) > "28") throw new Error(`${day} is not in every month`);
  return `${Math.floor(whole / 12)}-${month}-${day.slice(8)}`;
};

/** The day of the `index`-th of `count` things spread evenly over a span, up to the 28th. */
export const spreadOver = (
  span: { readonly from: string; readonly to: string },
  index: number,
  count: number,
): string => {
  const days = Math.round((Date.parse(span.to) - Date.parse(span.from)) / dayMs);
  const day = daysAfter(span.from, Math.floor((index * days) / count));
  return day.slice(8) > "28" ? `${day.slice(0, 8)}28` : day;
};
