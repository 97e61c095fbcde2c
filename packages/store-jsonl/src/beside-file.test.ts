import { readFileSync, writeFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { folderOfTest } from "../test/folder.ts";
import { writeBeside } from "./beside-file.ts";

const file = folderOfTest();
const size = fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 200_000 }), fc.constant(64 * 1024));

test("a file has its parts one behind the other, small or large", async () => {
  const ledger = file("year.jsonl");
  writeFileSync(ledger, "");
  const written = file("year.jsonl.parts");
  await fc.assert(
    fc.asyncProperty(fc.array(size), async (sizes) => {
      const parts = sizes.map((length, at) => new Uint8Array(length).fill(at + 1));
      await writeBeside(ledger, written, ...parts);
      expect(Buffer.concat(parts).equals(readFileSync(written))).toBe(true);
    }),
  );
});
