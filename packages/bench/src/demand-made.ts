import type { Books } from "@tongket/core/projections";
import type { MadeCounts } from "./made-log.ts";

/** Throws unless books tell what the generator counted: meetings, and people reached by studies. */
export const demandMade = (way: string, { tally }: Books, made: MadeCounts): void => {
  const found = new Map<string, number>();
  const add = (key: string, amount: number) => found.set(key, (found.get(key) ?? 0) + amount);
  for (const [branch, years] of tally.counts) {
    for (const [year, account] of years) {
      const meetings = account.get("meetings regular");
      if (meetings !== undefined) add(`meetings ${branch} ${year}`, meetings);
    }
  }
  for (const [branch, years] of tally.subjects) {
    for (const [year, account] of years) {
      for (const [measure, held] of account) {
        if (!measure.startsWith("reached ")) continue;
        for (const amount of held.values()) add(`reached ${branch} ${year}`, amount);
      }
    }
  }
  const expected = new Map([
    ...[...made.meetings].map(([key, amount]) => [`meetings ${key}`, amount] as const),
    ...[...made.reached].map(([key, amount]) => [`reached ${key}`, amount] as const),
  ]);
  for (const [key, amount] of expected) {
    if (found.get(key) !== amount) throw new Error(`${way}: ${key} is not ${amount}`);
  }
  if (found.size !== expected.size) throw new Error(`${way}: more was found than was made`);
};
