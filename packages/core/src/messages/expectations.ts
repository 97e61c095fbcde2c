import { fixedExpectations as expectations } from "./fixed-expectations.ts";
import type { Lang } from "./lang.ts";

/** Expectations that hold a number or a choice. */
const patterns: readonly {
  readonly pattern: RegExp;
  readonly vi: (found: readonly string[]) => string;
}[] = [
  {
    pattern: /^a value between (-?\d+) and (-?\d+)$/,
    vi: ([, low, high]) => `một số từ ${low} đến ${high}`,
  },
  {
    pattern: /^a value with a length of at most (\d+)$/,
    vi: ([, most]) => `một danh sách có nhiều nhất ${most} mục`,
  },
  {
    pattern: /^a value with a length of at least (\d+)$/,
    vi: ([, least]) => `một danh sách có ít nhất ${least} mục`,
  },
  {
    pattern: /^(number|boolean|string|object)( \| (number|boolean|string|object))+$/,
    vi: ([all = ""]) =>
      all
        .split(" | ")
        .map((one) => expectations.get(one)?.vi ?? one)
        .join(", hoặc "),
  },
  {
    pattern: /^\{ .* \}$/,
    vi: ([forms]) => `một đối tượng thuộc dạng ${forms}`,
  },
  {
    pattern: /^object (\{.+\})$/,
    vi: ([, fields]) => `một đối tượng ${fields}`,
  },
  {
    pattern: /^one of: (.+)$/,
    vi: ([, shapes = ""]) =>
      `một trong các dạng: ${shapes
        .split(/, (?![^{]*\})/)
        .map((one) => expectations.get(one)?.vi ?? one)
        .join(", ")}`,
  },
  {
    pattern: /^version (\d+) of (\w+) or an older one$/,
    vi: ([, version, type]) => `phiên bản ${version} của ${type} hoặc cũ hơn`,
  },
  {
    pattern: /^a string matching the RegExp (.+)$/,
    vi: ([, regExp]) => `một văn bản theo mẫu ${regExp}`,
  },
  {
    pattern: /^"[^"]+"( \| "[^"]+")+$/,
    vi: ([all = ""]) => `một trong các từ ${all.split(" | ").join(", ")}`,
  },
];

/** Whether the catalogue knows what a schema expects. */
export const knowsExpectation = (expected: string): boolean =>
  expectations.has(expected) || patterns.some(({ pattern }) => pattern.test(expected));

/** What a schema expects, in the language; as it stands where the catalogue does not know it. */
export const sayExpected = (lang: Lang, expected: string): string => {
  if (lang === "en") return expected;
  const known = expectations.get(expected)?.vi;
  if (known !== undefined) return known;
  for (const { pattern, vi } of patterns) {
    const found = pattern.exec(expected);
    if (found !== null) return vi(found);
  }
  return expected;
};

/** What to do where an expectation was not met. */
export const sayToDo = (lang: Lang, expected: string): string =>
  expectations.get(expected)?.toDo[lang] ??
  (lang === "vi" ? "Viết một giá trị như vậy." : "Write such a value.");
