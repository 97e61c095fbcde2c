import { expect, test, vi } from "vitest";
import { WordGuard } from "./event-shape.ts";
import { walkerHere } from "./walker.ts";

const walkerOf = (vocabulary: object) => ({ vocabulary, wordsMax: 128 });

test("of a word of which it holds it is asked once, until the walker forgets its words", () => {
  const asked = vi.fn(() => true);
  const guard = new WordGuard(asked);
  const [before, after] = [walkerOf({}), walkerOf({})];
  const words = [0, 31, 32, 127];
  for (const walker of [before, before, after, after]) {
    const found = words.map((word) => guard.holdsWord(walker, word, `word ${word}`));
    expect(found).not.toContain(false);
  }
  const each = words.map((word) => [`word ${word}`]);
  expect(asked.mock.calls).toEqual([...each, ...each]);
});

test("of another it never holds", () => {
  const guard = new WordGuard((value) => value === "it");
  const walker = walkerOf({});
  for (const _ of [1, 2]) {
    expect(guard.holdsWord(walker, 5, "another")).toBe(false);
    expect(guard.holdsWord(walker, 6, "it")).toBe(true);
  }
});

test("a walker that forgets its words has others", () => {
  const walker = walkerHere();
  const before = walker?.vocabulary;
  walker?.forget();
  expect(before).toBeDefined();
  expect(walker?.vocabulary).not.toBe(before);
});
