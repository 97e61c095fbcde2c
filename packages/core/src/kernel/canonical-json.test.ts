import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, canonicalOf } from "./canonical-json.ts";

describe("the samples of RFC 8785", () => {
  test("section 3.2.2: literals, numbers and strings", () => {
    const sample = {
      // biome-ignore lint/correctness/noPrecisionLoss: the sample is written so.
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test("section 3.2.3: keys stand in the order of their UTF-16 units", () => {
    const sample = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(canonicalJson(sample)))).toHaveLength(7);
    expect([...canonicalJson(sample).matchAll(/:"([^"]+)"/g)].map(([, name]) => name)).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test.each([
    [0, "0"],
    [-0, "0"],
    [5e-324, "5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [9007199254740992, "9007199254740992"],
    [295147905179352830000, "295147905179352830000"],
    [1e20, "100000000000000000000"],
    [1e21, "1e+21"],
    [9.999999999999997e22, "9.999999999999997e+22"],
    [1e-6, "0.000001"],
    [1e-7, "1e-7"],
    [333333333.3333332, "333333333.3333332"],
  ])("appendix B: %d is written %s", (number, text) => {
    expect(canonicalJson(number)).toBe(text);
  });
});

describe("texts", () => {
  test("are written as they are, but for quotes, backslashes and controls", () => {
    expect(canonicalJson("Đảng bộ 𝄞 \u2028 \u007f")).toBe('"Đảng bộ 𝄞 \u2028 \u007f"');
    expect(canonicalJson('"\\\b\t\n\f\r\u0001')).toBe('"\\"\\\\\\b\\t\\n\\f\\r\\u0001"');
  });

  test("composed and decomposed letters stay apart", () => {
    expect(canonicalJson({ "e\u0301": 1, "\u00e9": 2 })).toBe('{"e\u0301":1,"\u00e9":2}');
  });
});

test("numeric keys and keys like those of a prototype are keys like any other", () => {
  const value = JSON.parse('{"b":1,"10":2,"9":3,"__proto__":4,"constructor":5}');
  expect(canonicalJson(value)).toBe('{"10":2,"9":3,"__proto__":4,"b":1,"constructor":5}');
});

test("an absent member leaves no trace", () => {
  expect(canonicalJson({ a: undefined, b: { c: undefined } })).toBe('{"b":{}}');
});

test.each([
  ["NaN", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
  ["a lone high surrogate", "a\ud83d"],
  ["a lone low surrogate", "\ude00a"],
  ["a lone surrogate in a key", { "\ud83d": 1 }],
  ["undefined", undefined],
  ["undefined in a list", [undefined]],
  ["a bigint", 1n],
  ["a function", () => 1],
  ["a symbol", Symbol("a")],
])("%s has no canonical text", (_, value) => {
  expect(() => canonicalJson(value)).toThrow(RangeError);
  expect(() => canonicalJson({ deep: [[value]] })).toThrow(RangeError);
});

test("a value and its text say the same, whatever the order of its keys", () => {
  const value = fc.jsonValue().filter((one) => JSON.stringify(one).isWellFormed());
  fc.assert(
    fc.property(value, (json) => {
      const text = canonicalJson(json);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(json)));
      expect(canonicalJson(turned(json))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

const key = fc.oneof(
  fc.constantFrom("1", "10", "9", "1a", "a", "B", "__proto__", "toJSON", "constructor", "length"),
  fc.string({ unit: "grapheme", maxLength: 3 }),
);
const oddlyKeyed = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(null, true, 0, -0, 1.5, "", "Đ", '"\n'),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }).map((all) => Object.fromEntries(all)),
  ),
})).value;

test("the text is as the rule says, and the value beside it is what is parsed of the text", () => {
  fc.assert(
    fc.property(oddlyKeyed, (json) => {
      const { text, value } = canonicalOf(json);
      expect(text).toBe(byTheRule(json));
      expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
      expect(isDeepStrictEqual(value, JSON.parse(text))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("the value beside a text is no part of what it was made of", () => {
  const given = { list: [{ a: 1 }] };
  const { value } = canonicalOf(given);
  given.list[0] = { a: 2 };
  given.list.push({ a: 3 });
  expect(value).toEqual({ list: [{ a: 1 }] });
});

const byTheRule = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(byTheRule).join()}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${byTheRule(one)}`).join()}}`;
};

/** The same value with the keys of its objects put in the opposite order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, turned(one)]),
  );
};
