import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtWalker, walkerModule } from "./walker.ts";

test("the walker is built of its source", async () => {
  expect(await builtWalker()).toBe(readFileSync(walkerModule, "utf8"));
});
