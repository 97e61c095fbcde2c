import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** One of several ways to come to the same, by what it does in one round. */
export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/**
 * Milliseconds of each, medians of rounds in which all take turns, so that other work disturbs all
 * alike; the first round warms up and is not counted. What one leaves is collected before the next
 * begins, so that none is charged with it.
 */
export const inTurns = async (
  contenders: readonly Contender[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> => {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, run } of contenders) {
      collectGarbage();
      const began = performance.now();
      await run();
      if (round > 0) times.get(name)?.push(performance.now() - began);
    }
  }
  return new Map([...times].map(([name, taken]) => [name, median(taken)]));
};

/** Throws unless all come to the same. */
export const demandSame = (what: string, found: ReadonlyMap<string, string>): void => {
  const [[first, expected] = ["", ""], ...others] = found;
  for (const [name, answer] of others) {
    if (answer !== expected) throw new Error(`${what}: ${name} differs from ${first}`);
  }
};
