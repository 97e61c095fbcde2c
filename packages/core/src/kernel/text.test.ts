import * as Schema from "effect/Schema";
import { expect, test } from "vitest";
import { isText, Label, Text } from "./text.ts";

const takes = (schema: typeof Text, text: string): boolean => Schema.is(schema)(text);

test("a text may have lines, a label none", () => {
  expect([
    takes(Text, "a\n\tb"),
    isText("a\n\tb"),
    takes(Label, "a\nb"),
    takes(Label, "a\tb"),
  ]).toEqual([true, true, false, false]);
});

test.each([
  ["blank", " \n "],
  ["blank by other spaces", "\u00a0\u3000"],
  ["with NUL", "a\u0000"],
  ["with a carriage return", "a\r\nb"],
  ["with an escape", "a\u001b[2J"],
  ["with DEL", "a\u007f"],
  ["with a C1 control", "a\u009b2J"],
  ["with an override", "a\u202eb"],
  ["with an isolate", "a\u2066b\u2069"],
  ["not in NFC", "e\u0301"],
  ["with half a character", "\ud800"],
])("what is %s is neither", (_, text) => {
  expect([takes(Text, text), takes(Label, text), isText(text)]).toEqual([false, false, false]);
});

test("what people write is both", () => {
  for (const text of ["Đảng bộ Mẫu", "Chi bộ “Một”, 100%", "👩‍👩‍👧", "x".repeat(500)]) {
    expect([takes(Text, text), takes(Label, text)]).toEqual([true, true]);
  }
});
