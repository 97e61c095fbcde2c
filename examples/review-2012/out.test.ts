import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { outFiles } from "./out.ts";
import { here } from "./read-review.ts";

test("the folder holds the review in every format and language, and nothing else", () => {
  expect(readdirSync(here("out/")).toSorted()).toEqual(outFiles.map(({ name }) => name).toSorted());
});

test.each(outFiles)(
  "$name is what is made of the ledger, byte for byte",
  async ({ name, make }) => {
    expect(readFileSync(here(`out/${name}`)).equals(await make())).toBe(true);
  },
);
