import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOfValue, valueOfBytes } from "./value-bytes.ts";

const leaf = fc.oneof(
  fc.uint8Array(),
  fc.int8Array(),
  fc.uint16Array(),
  fc.int32Array(),
  fc.float64Array(),
  fc.bigInt64Array(),
  fc.string(),
  fc.integer(),
  fc.constant(undefined),
);
const value = fc.array(fc.oneof(leaf, fc.dictionary(fc.string(), leaf), fc.array(leaf)));

test("a value comes back as it was, wherever its bytes lie", () => {
  fc.assert(
    fc.property(value, fc.nat({ max: 9 }), (kept, before) => {
      const bytes = Buffer.concat([Buffer.alloc(before), ...bytesOfValue(kept)]);
      expect(valueOfBytes(new Uint8Array(bytes).subarray(before))).toEqual(kept);
    }),
    { numRuns: 500 },
  );
});

test("a list is kept as it lies, and read as it lies", () => {
  const list = Uint16Array.from({ length: 5000 }, (_, at) => at);
  const parts = bytesOfValue({ list: list.subarray(8) });
  expect(parts.some((part) => part.buffer === list.buffer)).toBe(true);
  const bytes = new Uint8Array(Buffer.concat(parts));
  const read = valueOfBytes(bytes) as { readonly list: Uint16Array };
  expect(read.list).toEqual(list.subarray(8));
  expect(read.list.buffer).toBe(bytes.buffer);
});

test("what is no value is refused", () => {
  for (const bytes of [[], [1, 2, 3], Array(64).fill(255), [0, 0, 0, 0, 0, 0, 0, 0]]) {
    expect(() => valueOfBytes(Uint8Array.from(bytes))).toThrow();
  }
  const kept = new Uint8Array(Buffer.concat(bytesOfValue(Uint8Array.of(1, 2, 3))));
  expect(() => valueOfBytes(kept.subarray(0, -8))).toThrow("ends too early");
  const kindAt = 11;
  expect(kept[kindAt]).toBe(1);
  expect(() => valueOfBytes(kept.with(kindAt, 99))).toThrow("of this kind");
  expect(() => bytesOfValue(new DataView(new ArrayBuffer(8)))).toThrow(TypeError);
});
