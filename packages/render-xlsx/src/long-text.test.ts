import { plainText, type Text } from "@tongket/core/report";
import { expect, test } from "vitest";
import { cellLimit, piecesOf, printable } from "./long-text.ts";

const count = (amount: number) =>
  ({ figure: "a@2012", value: { is: "count", count: amount } }) as const;

test("what XML cannot hold is shown as such, and all else stands", () => {
  expect(printable("a\u0000b\u001Fc\uFFFEd\uD800e\r\nf\rg\th")).toBe(
    "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\nf\ng\th",
  );
  expect(printable("đề án 😀 \u202Ex")).toBe("đề án 😀 \u202Ex");
});

test("a text that a cell holds is one piece, empty or not", () => {
  const short: Text = ["Kết nạp ", count(35), " người"];
  expect(piecesOf(short, "vi")).toEqual([short]);
  expect(piecesOf("", "vi")).toEqual([[""]]);
});

test("a longer one goes on in others: nothing is lost, and no sign or figure is cut", () => {
  const text: Text = [`${"a".repeat(cellLimit - 2)}`, count(1234), "😀".repeat(cellLimit), "b"];
  const pieces = piecesOf(text, "en").map((piece) => plainText(piece, "en"));
  expect(pieces.join("")).toBe(plainText(text, "en"));
  expect(pieces.map(({ length }) => length)).toEqual([cellLimit - 2, cellLimit, cellLimit - 1, 7]);
  expect(pieces[1]?.startsWith("1,234😀")).toBe(true);
  expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
});
