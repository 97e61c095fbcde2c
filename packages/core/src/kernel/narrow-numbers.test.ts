import * as fc from "fast-check";
import { expect, test } from "vitest";
import { asWide, narrowNumbers, putNumber, Span } from "./narrow-numbers.ts";

const number = fc.oneof(
  fc.constantFrom(0, -1, 127, 128, -128, -129, 255, 256, 0xffff, 0x1_0000),
  fc.constantFrom(2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1),
  fc.maxSafeInteger(),
);

test("what was put into a list stands there, however wide the others are", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 9 }), number)), (puts) => {
      const plain = Array<number>(10).fill(0);
      let numbers = narrowNumbers(10);
      for (const [at, one] of puts) {
        plain[at] = one;
        numbers = putNumber(numbers, at, one);
        expect([...numbers]).toEqual(plain);
      }
    }),
    { numRuns: 500 },
  );
});

test("a list is as narrow as its numbers let it be", () => {
  const bytesFor = (...all: readonly number[]) => {
    let numbers = narrowNumbers(all.length);
    for (const [at, one] of all.entries()) numbers = putNumber(numbers, at, one);
    return numbers.BYTES_PER_ELEMENT;
  };
  expect(bytesFor(1, 255)).toBe(1);
  expect(bytesFor(-1, 127)).toBe(1);
  expect(bytesFor(50_000, 65_535)).toBe(2);
  expect(bytesFor(-1, 255)).toBe(4);
  expect(bytesFor(65_536)).toBe(4);
  expect(bytesFor(2 ** 31)).toBe(8);
});

test("for a span it is as narrow at once, and one that is as wide holds the same", () => {
  for (const [low, high, bytes] of [
    [0, 255, 1],
    [-128, 127, 1],
    [-1, 128, 4],
    [0, 65_535, 2],
    [0, 2 ** 31, 8],
  ] as const) {
    const span = new Span();
    span.include(high);
    span.include(low);
    const numbers = narrowNumbers(2, span);
    expect([numbers.BYTES_PER_ELEMENT, asWide(numbers, 3).BYTES_PER_ELEMENT]).toEqual([
      bytes,
      bytes,
    ]);
    numbers.set([low, high]);
    expect([...numbers]).toEqual([low, high]);
  }
});
