import type { Text } from "@tongket/core/report";
import { expect, test } from "vitest";
import { textDifferences } from "./text-differences.ts";

const figure = (name: string, count: number) =>
  ({ figure: name, value: { is: "count", count } }) as const;

const text: Text = ["{person:p-1} kết nạp ", figure("a@2012", 35), ".", figure("b@2012", 7), "%"];
const against = (found: string) => textDifferences(text, found, "vi");

test("a text that stands there differs nowhere, by name or by id, with other white space", () => {
  expect(against("{person:p-1} kết nạp 35.7%")).toEqual([]);
  expect(against("Nguyễn Văn (Mẫu)  kết nạp\n35.7% ")).toEqual([]);
  expect(against("Nguyễn Văn Mẫu kết nạp 35.7%".normalize("NFD"))).toEqual([]);
});

test("figures are named with what stands there, words are told as words", () => {
  expect(textDifferences(["Có ", figure("a@2012", 35), " người"], "Có 36 người", "vi")).toEqual([
    { figure: { figure: "a@2012" }, expected: "35", found: "36" },
  ]);
  const named: Text = ["{person:p-1} và {person:p-2} kết nạp ", figure("a@2012", 35), " người"];
  expect(textDifferences(named, "Văn Một và Văn Hai kết nạp 36 người", "vi")).toEqual([
    { figure: { figure: "a@2012" }, expected: "35", found: "36" },
  ]);
  expect(textDifferences("Có 35 người", "Có 36 người", "vi")).toEqual([
    { expected: "35", found: "36" },
  ]);
  expect(against("Văn Mẫu kết nạp 35.8%")).not.toEqual([]);
});

test("no sign of a text is taken for a pattern", () => {
  const signs = "a.b*c+(d)[e]{f}^$|\\/?";
  expect(textDifferences(signs, signs, "en")).toEqual([]);
  expect(textDifferences("a.c", "abc", "en")).not.toEqual([]);
});
