import { setTimeout as sleep } from "node:timers/promises";

/**
 * A writer is never told that others wait: the first to write is right, and one that writes without
 * a rest is nearly always the first. So it rests by itself, a tenth of its time.
 */
const workMs = 900;
const restMs = 100;

export class Rest {
  #since = 0;
  #last = 0;

  /** Waits, if the time of the work has come to an end. */
  async taken(): Promise<void> {
    const now = performance.now();
    if (now - this.#last > restMs) this.#since = now;
    if (now - this.#since > workMs) {
      await sleep(restMs);
      this.#since = performance.now();
    }
  }

  /** Tells that something was written. */
  wrote(): void {
    this.#last = performance.now();
  }
}
