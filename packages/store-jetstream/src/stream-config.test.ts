import { expect, test } from "vitest";
import { ledgerOf, streamOf } from "./stream-config.ts";

test("no two ledgers share a stream, also where case does not count", () => {
  const ids = ["a", "A", "_a", "_A", "a_", "0", ".", "_0", "_", "__", ":", "/", "-", "a.b", "a/b"];
  const names = ids.map((id) => streamOf(id).toLowerCase());
  expect(new Set(names).size).toBe(ids.length);
  expect(names.map(ledgerOf)).toEqual(ids);
  for (const name of names) expect(name).toMatch(/^tongket-[a-z0-9_-]+$/);
});

test("a name that is no ledger's names none", () => {
  for (const name of ["tongket-", "tongket-_", "tongket-__", "tongket-A", "tongket-_4", "other"]) {
    expect(ledgerOf(name)).toBe(undefined);
  }
});

test("the longest id has a name that a folder can have", () => {
  expect(streamOf("X".repeat(96)).length).toBeLessThan(255);
});

test("an id that no ledger has is refused", () => {
  for (const id of ["", "a b", "a*", ">", "ă", "a".repeat(97)]) {
    expect(() => streamOf(id)).toThrow(RangeError);
  }
});
