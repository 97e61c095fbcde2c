import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { firstLedger } from "./first-ledger.ts";

test("the first ledger says what its expected output says", async () => {
  const expected = readFileSync(new URL("expected.txt", import.meta.url), "utf8");
  expect(`${(await firstLedger()).join("\n")}\n`).toBe(expected);
});
