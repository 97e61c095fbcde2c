import { expect, test } from "vitest";
import { HeldValues } from "./event-shape.ts";
import type { Walker } from "./walker.ts";

const walkerOf = (vocabulary: object) => ({ vocabulary, wordsMax: 128 }) as unknown as Walker;

test("a word that has the shape is asked once, until the walker forgets its words", () => {
  const asked: unknown[] = [];
  const values = new HeldValues((value) => asked.push(value) > 0);
  const [before, after] = [walkerOf([]), walkerOf([])];
  const words = [0, 31, 32, 127];
  const ask = (walker: Walker) => words.map((word) => values.hasWord(walker, word, `word ${word}`));
  for (const walker of [before, before, after, after]) expect(ask(walker)).not.toContain(false);
  const each = words.map((word) => `word ${word}`);
  expect(asked).toEqual([...each, ...each]);
});

test("one that has not is none, as often as it is asked", () => {
  const values = new HeldValues((value) => value === "it");
  const walker = walkerOf([]);
  for (const _ of [1, 2]) {
    expect(values.hasWord(walker, 5, "another")).toBe(false);
    expect(values.hasWord(walker, 6, "it")).toBe(true);
  }
});
