import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
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

test("nor by a file that a killed program left, or that another put there", async () => {
  const { path, kept, checkpoints } = beside();
  chmodSync(path, 0o600);
  writeFileSync(`${kept}.new`, "", { mode: 0o644 });
  await checkpoints.save("books", value);
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  const other = file("other.txt");
  writeFileSync(other, "other");
  symlinkSync(other, `${kept}.new`);
  await checkpoints.save("books", value);
  expect(readFileSync(other, "utf8")).toBe("other");
  expect(await checkpoints.load("books")).toEqual(value);
});

test.runIf(process.getuid?.() === 0)("nor may another group than that of the ledger", async () => {
  const { path, kept, checkpoints } = beside();
  chmodSync(path, 0o640);
  await checkpoints.save("books", value);
  expect(statSync(kept).mode & 0o777).toBe(0o640);
  chownSync(path, 0, 4321);
  await checkpoints.save("books", value);
  expect(statSync(kept).mode & 0o777).toBe(0o600);
});

test("it lies beside the ledger itself, not beside a link to it", async () => {
  const { path, kept, checkpoints } = beside();
  const link = file("link.jsonl");
  symlinkSync(path, link);
  await checkpointsBeside(link).save("books", value);
  expect([existsSync(kept), existsSync(`${link}.books`)]).toEqual([true, false]);
  for (const one of [checkpoints, checkpointsBeside(link)]) {
    expect(await one.load("books")).toEqual(value);
  }
});

test("one that cannot be kept leaves nothing behind", async () => {
  const { kept, checkpoints } = beside();
  mkdirSync(kept);
  await expect(checkpoints.save("books", value)).rejects.toThrow();
  expect(existsSync(`${kept}.new`)).toBe(false);
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

test.skipIf(process.platform === "win32")(
  "a named pipe instead of one is not waited for",
  async () => {
    const { kept, checkpoints } = beside();
    execFileSync("mkfifo", [kept]);
    await expect(checkpoints.load("books")).rejects.toThrow(ShelfUnreadable);
  },
);
