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
export type Row = readonly [
  type: string,
  branch: string,
  year: string,
  events: number,
  reached: number,
];

/** The rows of parts of a log, added up. */
export const addedUp = (parts: readonly (readonly Row[])[]): readonly Row[] => {
  const sums = new Map<string, Row>();
  for (const [type, branch, year, events, reached] of parts.flat()) {
    const key = `${type} ${branch} ${year}`;
    const [, , , eventsBefore = 0, reachedBefore = 0] = sums.get(key) ?? [];
    sums.set(key, [type, branch, year, events + eventsBefore, reached + reachedBefore]);
  }
  return [...sums.values()];
};

interface Sum {
  events: number;
  reached: number;
}

/** By year, of which there are few, then by branch. */
type Sums = Map<number, Map<string, Sum>>;

/** Our projection of it, for any of the three ways. */
export const countingEvents = (): Keeping<readonly Row[]> => {
  const sums = new Map<string, Sums>();
  const sumsOf = (type: string): Sums => {
    const ofType: Sums = sums.get(type) ?? new Map();
    sums.set(type, ofType);
    return ofType;
  };
  return {
    wantedOf: (type) => {
      if (type === "EventReversed") return "whole";
      const ofType = sumsOf(type);
      return {
        members: ["branch", "reached"],
        // By their places: to take a list apart runs its iterator, a thirtieth of all.
        takeValues: (effectiveOn, values) =>
          count(ofType, effectiveOn, values[0] as string, values[1] as number),
      };
    },
    take: ({ type, effectiveOn, data }) => {
      const { branch, reached } = data as { branch?: string; reached?: number };
      count(sumsOf(type), effectiveOn, branch, reached);
    },
    close: () => [...rowsOf(sums)],
  };
};

const count = (ofType: Sums, effectiveOn: string, branch = "", reached = 0): void => {
  const year = yearOf(effectiveOn);
  let ofYear = ofType.get(year);
  if (ofYear === undefined) {
    ofYear = new Map();
    ofType.set(year, ofYear);
  }
  const sum = ofYear.get(branch);
  if (sum === undefined) {
    ofYear.set(branch, { events: 1, reached });
  } else {
    sum.events += 1;
    sum.reached += reached;
  }
};

function* rowsOf(sums: ReadonlyMap<string, Sums>): Iterable<Row> {
  for (const [type, years] of sums) {
    for (const [year, branches] of years) {
      for (const [branch, { events, reached }] of branches) {
        yield [type, branch, String(year), events, reached];
      }
    }
  }
}

/** Without a text for each event. */
const yearOf = (date: string): number =>
  1000 * date.charCodeAt(0) +
  100 * date.charCodeAt(1) +
  10 * date.charCodeAt(2) +
  date.charCodeAt(3) -
  1111 * 0x30;
