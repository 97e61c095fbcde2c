// #region own-pack
import { readFileSync } from "node:fs";
import { proveRatingPack } from "@tongket/testing";
import { test } from "vitest";

const pack = JSON.parse(readFileSync(new URL("appraisal-pack.json", import.meta.url), "utf8"));

test("my rating pack obeys the laws", () => proveRatingPack(pack));
// #endregion own-pack
