import { type CalendarDate, yearOf } from "./date.ts";
import type { Id } from "./ids.ts";

/** A discipline with its day, and the violation it punished where that is named. */
export interface Discipline {
  readonly on: CalendarDate;
  readonly violation: Id | undefined;
}

/**
 * The disciplines that first punished a violation in a year: one that is named counts once, however
 * many forms it met and in whichever years; of those not named, each discipline is one. They are
 * given in order of effect.
 */
export const firstPunishedIn = <One extends Discipline>(
  disciplines: readonly One[],
  year: number,
): readonly One[] => {
  const punished = new Set<Id>();
  return disciplines.filter(({ on, violation }) => {
    if (violation !== undefined && punished.has(violation)) return false;
    if (violation !== undefined) punished.add(violation);
    return yearOf(on) === year;
  });
};
