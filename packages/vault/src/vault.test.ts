import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { personFile } from "./person-file.ts";
import { personId } from "./person-id.arbitrary.ts";
import { sealText } from "./sealed-text.ts";
import { openVault, type Vault } from "./vault.ts";

let home: string;
let vault: Vault;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "tongket-vault-"));
  vault = openVault(join(home, "keys"));
});
afterEach(() => rmSync(home, { recursive: true }));

const sealedOf = (of: Vault, person: string, profile: Record<string, string>): string => {
  const result = of.seal(person, profile);
  if (result.outcome !== "Sealed") throw new Error(result.message);
  return result.sealed;
};

const nfc = fc.string({ unit: "grapheme" }).map((text) => text.normalize("NFC"));
const aProfile = fc.dictionary(nfc, nfc);

test("what is sealed opens again, for any id and profile", () => {
  fc.assert(
    fc.property(personId, aProfile, (person, profile) => {
      const opened = vault.unseal(person, sealedOf(vault, person, profile));
      if (opened.outcome !== "Opened") throw new Error(opened.message);
      expect(Object.entries(opened.profile).sort()).toEqual(Object.entries(profile).sort());
    }),
  );
});

test("equal profiles of a person seal to equal texts, also from a vault opened anew", () => {
  const first = sealedOf(vault, "p-1", { name: "Trần Thị Mơ", phone: "12" });
  const again = openVault(join(home, "keys"));
  expect(sealedOf(again, "p-1", { phone: "12", name: "Trần Thị Mơ" })).toBe(first);
  expect(sealedOf(vault, "p-1", { name: "Trần Thị Mơ", phone: "13" })).not.toBe(first);
  expect(sealedOf(vault, "p-2", { name: "Trần Thị Mơ", phone: "12" })).not.toBe(first);
});

test("a sealed text tells neither the name nor its length", () => {
  const texts = ["Mơ", "Nguyễn Thị Thanh Tuyền"].map((name) => sealedOf(vault, "p-1", { name }));
  expect(new Set(texts.map((text) => text.length)).size).toBe(1);
  expect(Buffer.from(texts[1] ?? "", "base64url").toString("latin1")).not.toContain("Thanh");
});

test("a changed text, and one of another person or vault, is Damaged", () => {
  const sealed = sealedOf(vault, "p-1", { name: "Mơ" });
  sealedOf(vault, "p-2", { name: "Mai" });
  const damaged = { outcome: "Damaged", what: "sealed" };
  expect(vault.unseal("p-2", sealed)).toMatchObject({ ...damaged, person: "p-2" });
  expect(vault.unseal("p-1", `${sealed}A`)).toMatchObject(damaged);
  expect(vault.unseal("p-1", "Mơ")).toMatchObject(damaged);
  const other = openVault(join(home, "other"));
  sealedOf(other, "p-1", { name: "Mơ" });
  expect(other.unseal("p-1", sealed)).toMatchObject(damaged);
});

test("a text that the key opens but that is no profile is Damaged", () => {
  sealedOf(vault, "p-1", { name: "Mơ" });
  const key = readFileSync(join(home, "keys", `${personFile("p-1")}.key`));
  for (const text of ['{"name":1}', '["Mơ"]', "Mơ"]) {
    const sealed = sealText({ key, person: "p-1", text });
    expect(vault.unseal("p-1", sealed)).toMatchObject({ outcome: "Damaged", what: "sealed" });
  }
});

test("a destroyed key is gone, its person gets no new one, and the others keep theirs", () => {
  const sealed = sealedOf(vault, "p-1", { name: "Mơ" });
  const kept = sealedOf(vault, "p-2", { name: "Mai" });
  expect(vault.destroy("p-1")).toEqual({ outcome: "Destroyed", person: "p-1", hadKey: true });
  expect(vault.unseal("p-1", sealed)).toMatchObject({ outcome: "KeyGone", erased: true });
  expect(vault.seal("p-1", { name: "Mơ" })).toMatchObject({ outcome: "PersonErased" });
  expect(vault.destroy("p-1")).toMatchObject({ outcome: "Destroyed", hadKey: false });
  expect(vault.unseal("p-2", kept)).toEqual({ outcome: "Opened", profile: { name: "Mai" } });
  expect(vault.people()).toEqual(["p-2"]);
});

test("who is destroyed without a key gets none later", () => {
  expect(vault.destroy("p-1")).toMatchObject({ hadKey: false });
  expect(vault.seal("p-1", { name: "Mơ" })).toMatchObject({ outcome: "PersonErased" });
  expect(vault.has("p-1")).toBe(false);
});

test("who was never here has no key, and is told apart from the erased", () => {
  expect(vault.unseal("p-1", "v1.x")).toMatchObject({ outcome: "KeyGone", erased: false });
  expect([vault.has("p-1"), vault.people()]).toEqual([false, []]);
});

test("a refused profile makes no key", () => {
  const profile = { age: 40 } as unknown as Record<string, string>;
  expect(vault.seal("p-1", profile)).toMatchObject({ outcome: "ProfileRefused" });
  expect(vault.has("p-1")).toBe(false);
});

test("people are told apart by case, dots, colons and slashes, and listed in order", () => {
  const ids = ["..", "A", "a", "a/b", "a:b", "../../x", "x".repeat(96), `${"x".repeat(95)}y`];
  const texts = ids.map((id) => sealedOf(vault, id, { name: id }));
  expect(vault.people()).toEqual([...ids].sort());
  vault.destroy("A");
  expect(ids.filter((id) => vault.has(id))).toEqual(ids.filter((id) => id !== "A"));
  expect(vault.unseal("a", texts[2] ?? "")).toEqual({ outcome: "Opened", profile: { name: "a" } });
});

test("a text that is no person id is the caller's error", () => {
  expect(() => vault.seal("Trần Thị Mơ", {})).toThrow(/check ids where they come in/);
});

test("a key is given to another vault once, and never over another key", () => {
  const sealed = sealedOf(vault, "p-1", { name: "Mơ" });
  const directory = join(home, "copy");
  expect(vault.copyTo(directory, "p-1")).toEqual({ outcome: "KeyCopied", person: "p-1" });
  expect(vault.copyTo(directory, "p-1")).toEqual({ outcome: "KeyHeld", person: "p-1" });
  expect(openVault(directory).unseal("p-1", sealed)).toMatchObject({ outcome: "Opened" });
  const other = join(home, "other");
  const own = sealedOf(openVault(other), "p-1", { name: "Mai" });
  expect(vault.copyTo(other, "p-1")).toMatchObject({ outcome: "OtherKey" });
  expect(openVault(other).unseal("p-1", own)).toMatchObject({ outcome: "Opened" });
});

test("neither a key that is gone is given, nor one to a vault that erased the person", () => {
  sealedOf(vault, "p-1", { name: "Mơ" });
  const directory = join(home, "copy");
  openVault(directory).destroy("p-1");
  expect(vault.copyTo(directory, "p-1")).toMatchObject({ outcome: "KeyGone", erased: true });
  expect(openVault(directory).has("p-1")).toBe(false);
  vault.destroy("p-1");
  expect(vault.copyTo(join(home, "new"), "p-1")).toMatchObject({ outcome: "KeyGone" });
  expect(vault.copyTo(join(home, "new"), "p-9")).toMatchObject({ outcome: "KeyGone" });
});
