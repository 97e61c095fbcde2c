import { expect, test } from "vitest";
import { inert, restored } from "./inert.ts";

const held = (text: string): string => restored(inert(text));

test("letters stay as they are, but for those that XML cannot hold and the ends of lines", () => {
  expect(held("Đảng ủy <b>&amp; ]]> 😀 \u00a0\u200f\t{x}")).toBe(
    "Đảng ủy <b>&amp; ]]> 😀 \u00a0\u200f\t{x}",
  );
  expect(held("a\u0000\u0008\u001f\ufffe\uffffb")).toBe("a\ufffd\ufffd\ufffd\ufffd\ufffdb");
  expect(held("a \r\n\n b\rc")).toBe("a b c");
});

test("no brace is there for docx to fill in", () => {
  expect(inert("{ordered-0}")).not.toContain("{");
});

test.each([
  ["\u202eabc", "\u202eabc\u202c"],
  ["\u202eabc\u202c", "\u202eabc\u202c"],
  ["\u2067a\u202bb", "\u2067a\u202bb\u202c\u2069"],
  ["\u2067a\u202bb\u2069c", "\u2067a\u202bb\u2069c"],
  ["\u202aa\u2068b", "\u202aa\u2068b\u2069\u202c"],
  ["a\u202c\u2069b", "a\u202c\u2069b"],
  ["\u202aa\u2069\u202eb", "\u202aa\u2069\u202eb\u202c\u202c"],
])("a direction ends with its text: %j", (text, ended) => {
  expect(held(text)).toBe(ended);
});
