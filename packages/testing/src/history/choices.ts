/**
 * Numbers drawn one after another, each read as a choice among what is possible just then. Behind
 * their end every draw is 0, the plainest choice, so that smaller numbers make a plainer history.
 */
export class Choices {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    const drawn = this.#numbers[this.#next] ?? 0;
    this.#next += 1;
    return count < 1 ? 0 : drawn % count;
  }

  /** True once in so many draws; never for a draw of 0. */
  onceIn(draws: number): boolean {
    return this.below(draws) === draws - 1;
  }

  /** One of the list; undefined where it is empty. */
  of<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }

  /** One of the list, or the fallback where it is empty. */
  ofOr<T>(list: readonly T[], fallback: T): T {
    return this.of(list) ?? fallback;
  }
}
