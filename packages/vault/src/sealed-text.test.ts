import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { isSealedText, openText, sealText } from "./sealed-text.ts";

const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
const person = "p-17";
const text = '{"name":"Trần Thị Mơ"}';
// Computed with Python's `cryptography` and `hmac`: stored ledgers hold such texts for ever.
const sealed =
  "v1.6sXWMVWN7M2XGSYkLOcSrcHf4RZTOB8AurzGdScLJXD_jJU9Rovu7DYkO1caHA2pG9IOb6nVR9awYb5DqGCnTI" +
  "UD9fOkPtKyjblXwT9wz9jkxITtr4EKl9kPmsk";

test("version 1 of the format stays as it was first written", () => {
  expect(sealText({ key, person, text })).toBe(sealed);
  expect(openText({ key, person, sealed })?.trimEnd()).toBe(text);
});

test("a text with any one character changed does not open", () => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. \n\0é";
  for (let at = 0; at < sealed.length; at += 1) {
    for (const letter of letters) {
      if (letter === sealed[at]) continue;
      const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
      expect(openText({ key, person, sealed: changed }), changed).toBeUndefined();
    }
  }
});

test("a text with any one byte changed does not open", () => {
  const bytes = Buffer.from(sealed.slice(3), "base64url");
  for (const [at, byte] of bytes.entries()) {
    for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
      const changed = Buffer.from(bytes);
      changed[at] = byte ^ bit;
      const moved = `v1.${changed.toString("base64url")}`;
      expect(openText({ key, person, sealed: moved }), `byte ${at}`).toBeUndefined();
    }
  }
});

test("a text cut or lengthened anywhere does not open", () => {
  for (let length = 0; length < sealed.length; length += 1) {
    expect(openText({ key, person, sealed: sealed.slice(0, length) })).toBeUndefined();
  }
  for (const more of ["A", "AAAA", "=", "\n", " "]) {
    expect(openText({ key, person, sealed: sealed + more })).toBeUndefined();
  }
});

test("a text of another person, key or version does not open", () => {
  expect(openText({ key, person: "p-18", sealed })).toBeUndefined();
  expect(openText({ key: Buffer.alloc(32), person, sealed })).toBeUndefined();
  expect(openText({ key, person, sealed: sealed.replace("v1", "v2") })).toBeUndefined();
});

test("the length tells only how many blocks of 64 bytes are filled", () => {
  const lengthOf = (bytes: number) => sealText({ key, person, text: "x".repeat(bytes) }).length;
  expect(new Set([1, 2, 30, 63, 64].map(lengthOf))).toEqual(new Set([lengthOf(64)]));
  expect(new Set([65, 100, 128].map(lengthOf))).toEqual(new Set([lengthOf(128)]));
  expect(lengthOf(65)).toBeGreaterThan(lengthOf(64));
});

test("equal texts of two persons seal apart, and so do two texts of one person", () => {
  const nonceOf = (one: { person: string; text: string }) => sealText({ key, ...one }).slice(3, 19);
  const nonces = [
    nonceOf({ person, text }),
    nonceOf({ person: "p-18", text }),
    nonceOf({ person, text: '{"name":"Trần Thị Mai"}' }),
  ];
  expect(new Set(nonces).size).toBe(3);
});

test("a text sealed by any vault is one, and neither a name in base64 nor a cut one is", () => {
  const sealed = sealText({ key: randomBytes(32), person: "p", text: "x".repeat(100) });
  const plain = `v1.${Buffer.from("Hoang".padEnd(92)).toString("base64url")}`;
  const texts = [sealed, plain, sealed.slice(0, -4), sealed.slice(3), "v1.SG9hbmcgTEVBS05BTUU"];
  expect(texts.map(isSealedText)).toEqual([true, false, false, false, false]);
});
