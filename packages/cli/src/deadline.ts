import { interrupted } from "./fault.ts";

/** How long what is waited for may go on once the program is asked to end. */
const graceMs = 1000;

/**
 * Waits for what may never come, such as an answer of a server, until the program is asked to end
 * and a second has gone by.
 * NOTE: no `Promise.race`, since a promise that is never settled would keep all it raced with.
 */
export class Deadline {
  static readonly #known = new WeakMap<AbortSignal, Deadline>();
  readonly #ending: AbortSignal;
  readonly #waiting = new Set<(reason: Error) => void>();
  #isOver = false;

  private constructor(ending: AbortSignal) {
    this.#ending = ending;
    const over = (): void => {
      this.#isOver = true;
      for (const reject of this.#waiting) reject(interrupted(ending));
    };
    const end = (): unknown => setTimeout(over, graceMs).unref();
    if (ending.aborted) end();
    else ending.addEventListener("abort", end, { once: true });
  }

  /** One for all that a call waits for, however many ledgers it opens. */
  static of(ending: AbortSignal): Deadline {
    const known = Deadline.#known.get(ending) ?? new Deadline(ending);
    Deadline.#known.set(ending, known);
    return known;
  }

  /** What comes of the work, or the failure `Interrupted`; the work is begun in any case. */
  within<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      work()
        .then(resolve, reject)
        .finally(() => this.#waiting.delete(reject));
      if (this.#isOver) reject(interrupted(this.#ending));
    });
  }
}
