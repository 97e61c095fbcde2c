import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

const growingBy = (factor: number) => setFlagsFromString(`--semi-space-growth-factor=${factor}`);

/**
 * Keeps V8's space for new objects as small as it is: by itself it grows until long readings hold
 * 250 MiB.
 */
export const keepSpaceForNew = (): void => growingBy(1);

const sizeNow = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0;

/** Half a megabyte of small objects, and no more than that so many times. */
const [objectsHeldAtOnce, timesMax] = [10_000, 50];

/**
 * Doubles that space, once. V8 does so only when as much as it holds was found to be in use still,
 * so that something is held meanwhile.
 */
export const doubleSpaceForNew = (): void => {
  const before = sizeNow();
  const held: (readonly number[])[][] = [];
  growingBy(2);
  while (sizeNow() === before && held.length < timesMax) {
    held.push(Array.from({ length: objectsHeldAtOnce }, (_, at) => [at]));
  }
  growingBy(1);
};
