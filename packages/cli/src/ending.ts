import { setImmediate } from "node:timers/promises";
import { interrupted } from "./fault.ts";

/**
 * Whether the program was asked to end. It waits a turn first: a store that never waits would
 * hold up every signal.
 */
export const isEnding = async (ending: AbortSignal): Promise<boolean> => {
  await setImmediate();
  return ending.aborted;
};

/** Throws where the program was asked to end. */
export const demandGoingOn = async (ending: AbortSignal): Promise<void> => {
  if (await isEnding(ending)) throw interrupted(ending);
};
