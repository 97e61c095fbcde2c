import fc from "fast-check";
import { expect, test } from "vitest";
import { personFile, personOfFile } from "./person-file.ts";
import { personId } from "./person-id.arbitrary.ts";

test("a name is the base32 of RFC 4648 in lower case", () => {
  expect(["f", "fo", "foo", "foob", "fooba", "foobar"].map(personFile)).toEqual([
    "my",
    "mzxq",
    "mzxw6",
    "mzxw6yq",
    "mzxw6ytb",
    "mzxw6ytboi",
  ]);
});

test("a name is safe, within 255 bytes with its endings, and leads back to its person", () => {
  fc.assert(
    fc.property(personId, (person) => {
      const name = personFile(person);
      expect(name).toMatch(/^[a-z2-7]{2,205}$/);
      expect(personOfFile(name)).toBe(person);
    }),
  );
});

test("ids that a file system could confuse have names that differ beyond case", () => {
  const ids = ["A", "a", "..", ".", "a/b", "a:b", "a-b", "/", "a/", "-".repeat(95), "-".repeat(96)];
  expect(new Set(ids.map((id) => personFile(id).toLowerCase())).size).toBe(ids.length);
});

test.each(["", " ", "a b", "a\n", "Mơ", "a\0", "x".repeat(129)])("%j is no person id", (id) => {
  expect(() => personFile(id)).toThrow(TypeError);
});

test.each(["", "MY", "m", "mz", "my2", "a1", "aa", "mzxq====", "..", "notes"])(
  "%j is no person's file",
  (name) => {
    expect(personOfFile(name)).toBeUndefined();
  },
);
