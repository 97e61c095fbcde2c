import { setFlagsFromString } from "node:v8";

const growingBy = (factor: number) => setFlagsFromString(`--semi-space-growth-factor=${factor}`);

/**
 * Keeps V8's space for new objects as small as it is: by itself it grows until long readings hold
 * 250 MiB.
 */
export const keepSpaceForNew = (): void => growingBy(1);

/** Half as much again as the megabyte that the space holds at first. */
const objectsToHold = 50_000;

/**
 * Asks V8 to double that space, once. It does so only when more than the space holds was found to
 * be in use still, so that so much is made meanwhile, but less than would double it twice. About
 * once in a hundred times, beside a collection of all objects, it stays as it was.
 */
export const doubleSpaceForNew = (): void => {
  growingBy(2);
  let held: object | undefined;
  for (let count = 0; count < objectsToHold; count += 1) held = { held };
  growingBy(1);
};
