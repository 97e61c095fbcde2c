import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { outFiles } from "./out.ts";
import { here } from "./read-review.ts";

/** The script of a page is of the program, not of the review: it may be an older one. */
const withoutScript = (file: Buffer): Buffer => {
  if (!file.subarray(0, 15).equals(Buffer.from("<!doctype html>"))) return file;
  const text = file.toString().replace(/<script>[\s\S]*<\/script>/, "");
  return Buffer.from(text.replace(/script-src 'sha256-[^']+'/, ""));
};

test("the folder holds the review in every format and language, and nothing else", () => {
  expect(readdirSync(here("out/")).toSorted()).toEqual(outFiles.map(({ name }) => name).toSorted());
});

test.each(outFiles)(
  "$name is what is made of the ledger, byte for byte",
  async ({ name, make }) => {
    const [found, made] = [readFileSync(here(`out/${name}`)), await make()];
    expect(withoutScript(found).equals(withoutScript(made))).toBe(true);
  },
);
