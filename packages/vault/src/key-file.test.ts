import {
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { personFile } from "./person-file.ts";
import { openVault } from "./vault.ts";

let home: string;
let keys: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "tongket-vault-"));
  keys = join(home, "keys");
});
afterEach(() => rmSync(home, { recursive: true }));

const fileOf = (person: string, ending: string) => join(keys, `${personFile(person)}.${ending}`);
const modeOf = (path: string) => statSync(path).mode & 0o777;

test("opening and reading make nothing on disk", () => {
  const vault = openVault(keys);
  vault.unseal("p-1", "v1.");
  vault.has("p-1");
  vault.people();
  expect(existsSync(keys)).toBe(false);
});

test.skipIf(process.platform === "win32")("only the owner may read keys", () => {
  const vault = openVault(keys);
  vault.seal("p-1", { name: "Mơ" });
  vault.destroy("p-2");
  expect(modeOf(keys)).toBe(0o700);
  expect(modeOf(fileOf("p-1", "key"))).toBe(0o600);
  expect(modeOf(fileOf("p-2", "erased"))).toBe(0o600);
});

test("a key is 32 bytes in one file, and destroying it leaves only a tombstone", () => {
  const vault = openVault(keys);
  vault.seal("p-1", { name: "Mơ" });
  expect(readdirSync(keys)).toEqual([`${personFile("p-1")}.key`]);
  expect(statSync(fileOf("p-1", "key")).size).toBe(32);
  vault.destroy("p-1");
  expect(readdirSync(keys)).toEqual([`${personFile("p-1")}.erased`]);
});

test("a key is overwritten before its name is removed", () => {
  const vault = openVault(keys);
  vault.seal("p-1", { name: "Mơ" });
  const before = readFileSync(fileOf("p-1", "key"));
  const otherName = join(home, "other-name");
  linkSync(fileOf("p-1", "key"), otherName);
  vault.destroy("p-1");
  const after = readFileSync(otherName);
  expect(after.length).toBe(32);
  expect(after.equals(before)).toBe(false);
});

test.each([0, 31, 33])("a key of %i bytes is Damaged and stays as it is", (length) => {
  const vault = openVault(keys);
  const sealed = vault.seal("p-1", { name: "Mơ" });
  const bytes = Buffer.alloc(length, 7);
  writeFileSync(fileOf("p-1", "key"), bytes);
  const damaged = { outcome: "Damaged", what: "key", person: "p-1" };
  expect(vault.seal("p-1", { name: "Mơ" })).toMatchObject(damaged);
  const text = sealed.outcome === "Sealed" ? sealed.sealed : "";
  expect(vault.unseal("p-1", text)).toMatchObject(damaged);
  expect(readFileSync(fileOf("p-1", "key")).equals(bytes)).toBe(true);
  expect(vault.destroy("p-1")).toMatchObject({ hadKey: true });
});

test("an erasure cut short after its tombstone is not undone, and can be finished", () => {
  const vault = openVault(keys);
  const sealed = vault.seal("p-1", { name: "Mơ" });
  writeFileSync(fileOf("p-1", "erased"), "");
  const text = sealed.outcome === "Sealed" ? sealed.sealed : "";
  expect(vault.unseal("p-1", text)).toMatchObject({ outcome: "KeyGone", erased: true });
  expect(vault.has("p-1")).toBe(true);
  expect(vault.seal("p-1", { name: "Mơ" })).toMatchObject({ outcome: "PersonErased" });
  expect(vault.has("p-1")).toBe(false);
});

test("files that are nobody's key are not people", () => {
  const vault = openVault(keys);
  vault.seal("p-1", { name: "Mơ" });
  writeFileSync(join(keys, "notes.key"), "");
  writeFileSync(join(keys, `${personFile("p-2")}.key.0f.new`), "");
  expect(vault.people()).toEqual(["p-1"]);
});
