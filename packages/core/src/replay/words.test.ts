import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { bytesOf } from "./bytes.ts";
import { Words } from "./words.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const wordsIn = (words: Words, text: string): string => {
  const bytes = bytesOf(`--${text}--`);
  return words.textOf(bytes, 2, bytes.length - 2);
};

test("texts are those of their bytes, however many there are", () => {
  const words = new Words();
  for (let round = 0; round < 2; round += 1) {
    for (let at = 0; at < 150_000; at += 1) {
      const text = at % 3 === 0 ? `Đảng viên ${at}` : `m${at}`;
      if (wordsIn(words, text) !== text) expect(wordsIn(words, text)).toBe(text);
    }
  }
  for (const text of ["", "𝄞", "a".repeat(100_000)]) expect(wordsIn(words, text)).toBe(text);
});

test("a text is made but once while it is remembered", () => {
  const words = new Words();
  const texts = Array.from({ length: 1000 }, (_, at) => `word-number-${at}`);
  const first = new Set(texts.map((text) => wordsIn(words, text)));
  expect(texts.every((text) => first.has(wordsIn(words, text)))).toBe(true);
});

test("long texts are not remembered", () => {
  const words = new Words();
  const before = process.memoryUsage().arrayBuffers;
  for (let at = 0; at < 1000; at += 1) {
    const text = `${at} ${"x".repeat(100_000)}`;
    if (wordsIn(words, text) !== text) expect(wordsIn(words, text)).toBe(text);
  }
  collect();
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  expect(wordsIn(words, "a")).toBe("a");
});

test("words of one hash are told apart", () => {
  const words = new Words();
  for (const text of ["m149881", "m533800", "m149881"]) expect(wordsIn(words, text)).toBe(text);
});

test("bytes that are no text are told", () => {
  const words = new Words();
  expect(() => words.textOf(Uint8Array.of(0xff), 0, 1)).toThrow("NotUtf8");
  expect(wordsIn(words, "a")).toBe("a");
});
