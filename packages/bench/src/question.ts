import type { Keeping } from "@tongket/core/projections";

/**
 * The question that all engines answer: of every type, branch and year, how many events there are
 * and how many people they reached. An answer is its lines in order.
 */
export const answerOf = (rows: Iterable<readonly (string | number)[]>): string =>
  Array.from(rows, (row) => row.join(" "))
    .sort()
    .join("\n");

/** A type, a branch and a year in one text, with what was counted of them. */
export type Row = readonly [key: string, events: number, reached: number];

/** The rows of parts of a log, added up. */
export const addedUp = (parts: readonly (readonly Row[])[]): readonly Row[] => {
  const sums = new Map<string, Row>();
  for (const row of parts.flat()) {
    const [key, events, reached] = row;
    const before = sums.get(key);
    sums.set(key, before === undefined ? row : [key, events + before[1], reached + before[2]]);
  }
  return [...sums.values()];
};

interface Sum {
  events: number;
  reached: number;
}

/** The sums of one type, by year and branch. */
class Sums {
  readonly #years = new Map<number, Map<string, Sum>>();
  /** Years come one after another, so the last is kept at hand. */
  #year = Number.NaN;
  #ofYear = new Map<string, Sum>();

  count(effectiveOn: string, branch = "", reached = 0): void {
    const year = yearOf(effectiveOn);
    if (year !== this.#year) this.#moveTo(year);
    const sum = this.#ofYear.get(branch);
    if (sum === undefined) {
      this.#ofYear.set(branch, { events: 1, reached });
    } else {
      sum.events += 1;
      sum.reached += reached;
    }
  }

  #moveTo(year: number): void {
    this.#year = year;
    this.#ofYear = this.#years.get(year) ?? new Map();
    this.#years.set(year, this.#ofYear);
  }

  *rows(type: string): Iterable<Row> {
    for (const [year, branches] of this.#years) {
      for (const [branch, { events, reached }] of branches) {
        yield [`${type} ${branch} ${year}`, events, reached];
      }
    }
  }
}

/** Our projection of it, for any of the three ways. */
export const countingEvents = (): Keeping<readonly Row[]> => {
  const sums = new Map<string, Sums>();
  const sumsOf = (type: string): Sums => {
    const ofType = sums.get(type) ?? new Sums();
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
          ofType.count(effectiveOn, values[0] as string, values[1] as number),
      };
    },
    take: ({ type, effectiveOn, data }) => {
      const { branch, reached } = data as { branch?: string; reached?: number };
      sumsOf(type).count(effectiveOn, branch, reached);
    },
    close: () => [...sums].flatMap(([type, ofType]) => [...ofType.rows(type)]),
  };
};

/** Without a text for each event. */
const yearOf = (date: string): number =>
  1000 * date.charCodeAt(0) +
  100 * date.charCodeAt(1) +
  10 * date.charCodeAt(2) +
  date.charCodeAt(3) -
  1111 * 0x30;
