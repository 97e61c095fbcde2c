/**
 * Values by name, kept between runs. Each is replaced in one step: after a crash there is the one
 * before or the new one, whole. A value is of plain objects, lists, Maps, Sets, texts and numbers.
 * Both calls reject with the error of the place where that fails.
 */
export interface Shelf {
  /** Undefined where nothing of that name is kept; rejects with `ShelfUnreadable`. */
  load(name: string): Promise<unknown>;
  /** Rejects where the value cannot be kept, such as a function. */
  save(name: string, value: unknown): Promise<void>;
}

/** What is kept cannot be read, as when another version of the program wrote it. */
export class ShelfUnreadable extends Error {
  override readonly name = "ShelfUnreadable";
}

/** A shelf for as long as the program runs. */
export const inMemoryShelf = (): Shelf => {
  const values = new Map<string, unknown>();
  return {
    load: async (name) => values.get(name),
    save: async (name, value) => {
      values.set(name, value);
    },
  };
};
