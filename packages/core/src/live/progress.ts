/** A position that grows until it ends, and who waits for it. */
export class Progress {
  #position = -1;
  #ended: { readonly why: unknown } | undefined;
  readonly #waiting = new Set<{
    readonly position: number;
    readonly resolve: () => void;
    readonly reject: (why: unknown) => void;
  }>();

  reach(position: number): void {
    this.#position = position;
    for (const one of this.#waiting) {
      if (one.position > position) continue;
      this.#waiting.delete(one);
      one.resolve();
    }
  }

  /** Whoever waits for more waits in vain: told why. */
  end(why: unknown): void {
    this.#ended = { why };
    for (const { reject } of this.#waiting) reject(why);
    this.#waiting.clear();
  }

  reached(position: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (position <= this.#position) resolve();
      else if (this.#ended !== undefined) reject(this.#ended.why);
      else this.#waiting.add({ position, resolve, reject });
    });
  }
}
