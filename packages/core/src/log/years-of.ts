import { isReversal } from "./reversal.ts";

/** An event as far as it names days and years. */
export interface Dated {
  readonly type: string;
  readonly effectiveOn?: string;
  readonly data: unknown;
}

/**
 * The years that an event is of: that of its day, and each that a member of its data names, as a
 * `…year` or by a day `…On`. It posts in no other. A reversal is of its original's as well.
 * NOTE: files keep them: an index of ledgers, by its version.
 */
export const yearsOf = (event: Dated): ReadonlySet<number> => {
  const years = new Set<number>();
  addYears(years, event);
  if (isReversal(event)) addYears(years, event.data.original);
  return years;
};

const addYears = (years: Set<number>, { effectiveOn, data }: Omit<Dated, "type">): void => {
  addYear(years, effectiveOn);
  const members = (data ?? {}) as { readonly [member: string]: unknown };
  for (const name in members) {
    if (name === "year" || name.endsWith("Year") || name.endsWith("On")) {
      addYear(years, members[name]);
    }
  }
};

const addYear = (years: Set<number>, value: unknown): void => {
  const year = typeof value === "string" ? Number(value.slice(0, 4)) : value;
  if (Number.isInteger(year)) years.add(year as number);
};
