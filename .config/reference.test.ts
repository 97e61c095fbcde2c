import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { referencePages } from "./reference.ts";

test.each([...referencePages()])("docs/reference/%s is what the code says", (name, text) => {
  const written = readFileSync(new URL(`../docs/reference/${name}`, import.meta.url), "utf8");
  expect(text, "run npm run reference").toBe(written);
});
