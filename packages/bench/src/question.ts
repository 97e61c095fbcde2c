import type { Keeping } from "@tongket/core/projections";

/**
 * The question that all engines answer: of every type, branch and year, how many events there are
 * and how many people they reached. An answer is its lines in order.
 */
export const answerOf = (rows: Iterable<readonly (string | number)[]>): string =>
  Array.from(rows, (row) => row.join(" "))
    .sort()
    .join("\n");

/** A type, a branch and a year, with what was counted of them. */
export type Row = readonly [type: string, branch: string, year: string, ...counts: number[]];

/** The rows of parts of a log, added up. */
export const addedUp = (parts: readonly (readonly Row[])[]): readonly Row[] => {
  const sums = new Map<string, Row>();
  for (const row of parts.flat()) {
    const [type, branch, year, ...counts] = row;
    const key = JSON.stringify([type, branch, year]);
    const [, , , ...others] = sums.get(key) ?? [];
    const added = counts.map((count, at) => count + (others[at] ?? 0));
    sums.set(key, [type, branch, year, ...added]);
  }
  return [...sums.values()];
};

interface Sum {
  events: number;
  reached: number;
}

/** Our projection of it, for any of the three ways. */
export const countingEvents = (): Keeping<readonly Row[]> => {
  const types = new Map<string, Map<string, Map<string, Sum>>>();
  const years = new Map<string, string>();
  return {
    wantedOf: (type) => (type === "EventReversed" ? "whole" : { members: ["branch", "reached"] }),
    take: ({ type, effectiveOn, data }) => {
      const { branch = "", reached = 0 } = data as { branch?: string; reached?: number };
      const branches = held(types, type, () => new Map());
      const sums = held(branches, branch, () => new Map());
      const year = held(years, effectiveOn, () => effectiveOn.slice(0, 4));
      const sum = held(sums, year, () => ({ events: 0, reached: 0 }));
      sum.events += 1;
      sum.reached += reached;
    },
    close: () => [...rowsOf(types)],
  };
};

const held = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
};

function* rowsOf(
  types: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Sum>>>,
): Iterable<Row> {
  for (const [type, branches] of types) {
    for (const [branch, years] of branches) {
      for (const [year, { events, reached }] of years) yield [type, branch, year, events, reached];
    }
  }
}
