import type { FactKind, FactValue } from "@tongket/core/rulebook";
import { expect, test } from "vitest";
import { readFactValue } from "./fact-option.ts";

test.each<[FactKind["type"], string, FactValue | undefined]>([
  ["count", "12", 12],
  ["count", "0", 0],
  ["count", "-1", undefined],
  ["count", "1.250", undefined],
  ["count", "1/2", undefined],
  ["count", "99999999999999999", undefined],
  ["points", "90", 90],
  ["points", "90.5", { num: 905, den: 10 }],
  ["points", "90,5", { num: 905, den: 10 }],
  ["points", "-0,25", { num: -25, den: 100 }],
  ["points", "181/2", { num: 181, den: 2 }],
  ["points", "1/0", undefined],
  ["points", "1,", undefined],
  ["points", "1.2.3", undefined],
  ["points", "0.1234567891", undefined],
  ["yes-no", "có", true],
  ["yes-no", "Không", false],
  ["yes-no", "YES", true],
  ["yes-no", "1", undefined],
  ["text", "chậm", "chậm"],
  ["text", "", undefined],
])("%s %s", (type, text, value) => {
  expect(readFactValue(type, text)).toEqual(value);
});
