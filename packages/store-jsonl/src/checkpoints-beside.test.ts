import { appendFileSync, chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { ShelfUnreadable } from "@tongket/core/log";
import { expect, test } from "vitest";
import { folderOfTest } from "../test/folder.ts";
import { checkpointsBeside } from "./index.ts";

const file = folderOfTest();
const beside = () => {
  const path = file("year.jsonl");
  writeFileSync(path, "");
  return { path, kept: `${path}.books`, checkpoints: checkpointsBeside(path) };
};
const value = { at: 3, tally: new Map([["b", new Map([[2012, new Map([["Đ", -1]])]])]]) };

test("a checkpoint is a file beside the ledger, the last one kept", async () => {
  const { kept, checkpoints } = beside();
  expect(await checkpoints.load("books")).toBe(undefined);
  await checkpoints.save("books", { at: 1 });
  await checkpoints.save("books", value);
  expect(await checkpoints.load("books")).toEqual(value);
  expect(statSync(kept).size).toBeGreaterThan(0);
});

test("whoever may not read the ledger may not read it", async () => {
  const { path, kept, checkpoints } = beside();
  chmodSync(path, 0o600);
  await checkpoints.save("books", value);
  expect(statSync(kept).mode & 0o777).toBe(0o600);
});

test("a damaged one is told", async () => {
  const { kept, checkpoints } = beside();
  await checkpoints.save("books", value);
  const sound = readFileSync(kept);
  for (let at = 0; at < sound.length; at += 1) {
    const damaged = Buffer.from(sound);
    damaged[at] = (damaged[at] as number) ^ 1;
    writeFileSync(kept, damaged);
    await expect(checkpoints.load("books")).rejects.toThrow(ShelfUnreadable);
  }
  for (const part of [sound.subarray(0, -1), sound.subarray(0, 5), Buffer.alloc(0)]) {
    writeFileSync(kept, part);
    await expect(checkpoints.load("books")).rejects.toThrow(ShelfUnreadable);
  }
  writeFileSync(kept, sound);
  appendFileSync(kept, "x");
  await expect(checkpoints.load("books")).rejects.toThrow(ShelfUnreadable);
});
