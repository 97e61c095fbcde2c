/**
 * Values by name, kept between runs. Each is replaced in one step: after a crash there is the one
 * before or the new one, whole. A value is of plain objects, lists, lists of numbers such as
 * `Uint32Array`, Maps, Sets, texts and numbers. Calls reject with the error of the place where that
 * fails.
 */
export interface Shelf {
  /**
   * A copy of what is kept; undefined where nothing of that name is. Rejects with
   * `ShelfUnreadable`.
   */
  load(name: string): Promise<unknown>;
  /** Rejects where the value cannot be kept, such as a function. */
  save(name: string, value: unknown): Promise<void>;
  /**
   * Takes a name for the caller alone, until it is let go or the program ends, however it ends.
   * Undefined where another has it, in this program or in another. Loading and saving go on.
   */
  hold(name: string): Promise<Hold | undefined>;
}

/** A name of a shelf that nobody else can hold. */
export interface Hold {
  release(): void;
}

/** What is kept cannot be read, as when another version of the program wrote it. */
export class ShelfUnreadable extends Error {
  override readonly name = "ShelfUnreadable";
}

/** A shelf for as long as the program runs. */
export const inMemoryShelf = (): Shelf => {
  const values = new Map<string, unknown>();
  const holds = new Map<string, Hold>();
  return {
    load: async (name) => structuredClone(values.get(name)),
    save: async (name, value) => {
      values.set(name, structuredClone(value));
    },
    hold: async (name) => {
      if (holds.has(name)) return undefined;
      const release = (): void => {
        if (holds.get(name) === hold) holds.delete(name);
      };
      const hold: Hold = { release };
      holds.set(name, hold);
      return hold;
    },
  };
};
