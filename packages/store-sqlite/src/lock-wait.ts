import { setTimeout as sleep } from "node:timers/promises";
import { isBusy } from "./sqlite-fault.ts";

/**
 * Does what finds a lock taken again until it is free, or the time is over: then the fault is
 * thrown. A wait in SQLite would stop the whole program, and with it whoever holds the lock there.
 */
export const whenFree = async <T>(waitMs: number, work: () => T): Promise<T> => {
  const last = performance.now() + waitMs;
  for (let pauseMs = 1; ; pauseMs = Math.min(20, pauseMs * 2)) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > last) throw error;
      await sleep(pauseMs * Math.random());
    }
  }
};
