import * as fc from "fast-check";

/** One seed for all laws of a process: given as TONGKET_SEED, or drawn, and told either way. */
const seed = Number(process.env["TONGKET_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
console.log(`laws run with TONGKET_SEED=${seed}`);

/** A thousand, or as many as TONGKET_RUNS says, for a long search. */
const numRuns = Number(process.env["TONGKET_RUNS"] ?? 1000);

/** For laws that come as properties of their own. */
export const thousandRuns = { seed, numRuns };

/** Shrinking ends in time to be told before the test runner gives up on the test. */
const interruptAfterTimeLimit = 600 * numRuns;

/** Runs a property a thousand times; a failure shows the smallest case found, and its path. */
export const inThousandRuns = <T>(
  arbitrary: fc.Arbitrary<T>,
  holds: (value: T) => void | Promise<void>,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      await holds(value);
    }),
    { seed, numRuns, interruptAfterTimeLimit, markInterruptAsFailure: true },
  );

/** Whether the property fails for some case within a thousand: what a planted fault must do. */
export const failsWithinThousandRuns = async <T>(
  arbitrary: fc.Arbitrary<T>,
  holds: (value: T) => void | Promise<void>,
): Promise<boolean> => {
  const details = await fc.check(
    fc.asyncProperty(arbitrary, async (value) => {
      await holds(value);
    }),
    { seed, numRuns, endOnFailure: true },
  );
  return details.failed;
};
