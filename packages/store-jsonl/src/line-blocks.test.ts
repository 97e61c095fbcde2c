import { writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { folderOfTest } from "../test/folder.ts";
import { fewBytes, lineBlocks } from "./line-blocks.ts";

const file = folderOfTest();

const blocksOf = async (
  bytes: Buffer,
  { from = 0, to = bytes.length, atOnce }: { from?: number; to?: number; atOnce?: number },
) => {
  const path = file("lines");
  writeFileSync(path, bytes);
  const handle = await open(path);
  try {
    const blocks: Buffer[] = [];
    for await (const block of lineBlocks(handle, from, to, atOnce)) {
      expect(block.offset).toBe(from + Buffer.concat(blocks).length);
      blocks.push(Buffer.from(block.bytes));
    }
    return blocks;
  } finally {
    await handle.close();
  }
};

test("the lines of a file come in blocks of whole lines, whatever their lengths", async () => {
  const lengths = fc.array(fc.oneof(fc.nat(40), fc.nat(5_000), fc.nat(60_000)), { maxLength: 40 });
  const atOnce = fc.constantFrom(100, fewBytes, 4 * fewBytes, undefined);
  await fc.assert(
    fc.asyncProperty(lengths, atOnce, async (all, most) => {
      const bytes = Buffer.from(all.map((length) => `${"x".repeat(length)}\n`).join(""));
      const from = (all[0] ?? -1) + 1;
      const blocks = await blocksOf(bytes, { from, ...(most && { atOnce: most }) });
      expect(blocks.every((block) => block.at(-1) === 0x0a)).toBe(true);
      expect(Buffer.concat(blocks).equals(bytes.subarray(from))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("between an offset and one before it there are none", async () => {
  const bytes = Buffer.from("one\ntwo\n");
  expect(await blocksOf(bytes, { from: 8, to: 4 })).toEqual([]);
  expect(await blocksOf(bytes, { from: 4, to: 4 })).toEqual([]);
});
