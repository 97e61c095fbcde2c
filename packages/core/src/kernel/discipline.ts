import { type CalendarDate, yearOf } from "./date.ts";
import type { Id } from "./ids.ts";

/** A discipline with its day, and the violation it punished where that is named. */
export interface Discipline {
  readonly on: CalendarDate;
  readonly violation: Id | undefined;
}

/**
 * The violations first punished in a year: one that is named counts once, however many forms it
 * met and in whichever years; of those not named, each discipline is one.
 */
export const violationsIn = (disciplines: readonly Discipline[], year: number): number => {
  const punished = new Set<Id>();
  let count = 0;
  for (const { on, violation } of disciplines) {
    if (violation !== undefined && punished.has(violation)) continue;
    if (violation !== undefined) punished.add(violation);
    if (yearOf(on) === year) count += 1;
  }
  return count;
};
