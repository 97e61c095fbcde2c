import type { Expected } from "./expectations.en.ts";
import { type Lang, languages } from "./lang.ts";
import type { Language } from "./language.ts";

type Found = readonly string[];

/** Expectations that hold a number or a choice. */
const patterns: readonly {
  readonly pattern: RegExp;
  readonly says: (language: Language, found: Found) => string;
}[] = [
  {
    pattern: /^a value between (-?\d+) and (-?\d+)$/,
    says: (language, [, low = "", high = ""]) => language.expectationForms.between(low, high),
  },
  {
    pattern: /^a value with a length of at most (\d+)$/,
    says: (language, [, most = ""]) => language.expectationForms.lengthMax(most),
  },
  {
    pattern: /^a value with a length of at least (\d+)$/,
    says: (language, [, least = ""]) => language.expectationForms.lengthMin(least),
  },
  {
    pattern: /^(number|boolean|string|object)( \| (number|boolean|string|object))+$/,
    says: (language, [all = ""]) =>
      language.expectationForms.anyKindOf(all.split(" | ").map((one) => fixed(language, one))),
  },
  {
    pattern: /^\{ .* \}$/,
    says: (language, [forms = ""]) => language.expectationForms.objectLike(forms),
  },
  {
    pattern: /^object (\{.+\})$/,
    says: (language, [, fields = ""]) => language.expectationForms.objectOf(fields),
  },
  {
    pattern: /^one of: (.+)$/,
    says: (language, [, shapes = ""]) =>
      language.expectationForms.oneShapeOf(
        shapes.split(/, (?![^{]*\})/).map((one) => fixed(language, one)),
      ),
  },
  {
    pattern: /^version (\d+) of (\w+) or an older one$/,
    says: (language, [, version = "", type = ""]) =>
      language.expectationForms.version(version, type),
  },
  {
    pattern: /^a string matching the RegExp (.+)$/,
    says: (language, [, regExp = ""]) => language.expectationForms.pattern(regExp),
  },
  {
    pattern: /^"[^"]+"( \| "[^"]+")+$/,
    says: (language, [all = ""]) => language.expectationForms.wordOf(all.split(" | ")),
  },
];

const isFixed = (expected: string): expected is Expected =>
  Object.hasOwn(languages.en.expectations, expected);

const fixed = ({ expectations }: Language, expected: string): string =>
  isFixed(expected) ? expectations[expected].says : expected;

/** Whether the catalogue knows what a schema expects. */
export const knowsExpectation = (expected: string): boolean =>
  isFixed(expected) || patterns.some(({ pattern }) => pattern.test(expected));

/** What a schema expects, in the language; as it stands where the catalogue does not know it. */
export const sayExpected = (lang: Lang, expected: string): string => {
  if (isFixed(expected)) return fixed(languages[lang], expected);
  for (const { pattern, says } of patterns) {
    const found = pattern.exec(expected);
    if (found !== null) return says(languages[lang], found);
  }
  return expected;
};

/** What to do where an expectation was not met. */
export const sayToDo = (lang: Lang, expected: string): string => {
  const { expectations, expectationForms } = languages[lang];
  return isFixed(expected) ? expectations[expected].toDo : expectationForms.toDo;
};
