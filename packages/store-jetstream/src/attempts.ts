import { setTimeout as sleep } from "node:timers/promises";
import { mayPass } from "./jetstream-fault.ts";

/** Makes a request again until its answer is definite. */
export type Answered = <T>(request: () => Promise<T>) => Promise<T>;

export interface Patience {
  /** How long one request waits for its answer. */
  readonly tryMs: number;
  /** How long requests are made again. */
  readonly waitMs: number;
}

/**
 * One that is lost with a leader is not waited for long; 2 s of the 30 s by default.
 * NOTE: in whole milliseconds, since a server reads no fraction of a nanosecond.
 */
export const patienceOf = (waitMs: number): Patience => ({
  tryMs: Math.ceil(Math.max(waitMs / 15, Math.min(500, waitMs / 4))),
  waitMs,
});

/** As long as another try fits in the time; the last one's error is what is told. */
export const answeredWithin =
  ({ tryMs, waitMs }: Patience): Answered =>
  async (request) => {
    const until = performance.now() + waitMs;
    for (let pauseMs = 10; ; pauseMs = Math.min(2 * pauseMs, 250)) {
      try {
        return await request();
      } catch (error) {
        if (!mayPass(error) || performance.now() + pauseMs + tryMs > until) throw error;
      }
      await sleep(pauseMs);
    }
  };
