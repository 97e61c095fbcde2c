import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJsonLine } from "./json-line.ts";

const faultOf = (text: string) => {
  const line = readJsonLine(text);
  if (line.json === "Value") throw new Error(`no fault in ${text.slice(0, 80)}`);
  const { rule, place, facts } = line.fault;
  return { rule, ...place, ...facts };
};

/** JSON as `JSON.parse` reads it, without what this reader refuses beside. */
const lawful = fc
  .json({ stringUnit: "grapheme-ascii", maxDepth: 5 })
  .filter((text) => !/[eE][+-]?\d|\d{16}/.test(text));

test("every lawful line has the value that JSON.parse gives", () => {
  fc.assert(
    fc.property(lawful, fc.constantFrom("", " ", "\t", "\r"), (text, space) => {
      const line = readJsonLine(`${space}${text}${space}`);
      expect(line).toEqual({ json: "Value", value: JSON.parse(text) });
    }),
  );
});

test("what JSON.parse refuses is refused, wherever a line is cut or changed", () => {
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const letters = '{}[],:"\\0-.eEtfnu +\u0001é';
  fc.assert(
    fc.property(lawful, fc.nat(), fc.constantFrom(...letters, ""), (text, at, letter) => {
      const place = at % (text.length + 1);
      for (const changed of [
        text.slice(0, place),
        text.slice(0, place) + letter + text.slice(place),
      ]) {
        if (!parses(changed)) expect(readJsonLine(changed).json).toBe("Faulty");
      }
    }),
    { numRuns: 500 },
  );
});

describe("what JSON.parse hides", () => {
  test("a member given twice, at any depth, also when one is written with escapes", () => {
    expect(faultOf('{"a":1,"a":2}')).toMatchObject({
      rule: "DuplicateField",
      column: 8,
      found: "a",
    });
    expect(faultOf('{"a":[{"b":1},{"b":1,"\\u0062":2}]}')).toMatchObject({
      rule: "DuplicateField",
      path: ["a", 1, "b"],
    });
    expect(readJsonLine('{"a":{"a":1},"b":{"a":1}}').json).toBe("Value");
  });

  test("a number it would round, or lose", () => {
    const huge = ["9007199254740993", "1e999", "-1e400", "123456789012345678901234567890"];
    for (const found of huge) {
      expect(faultOf(`{"n":${found}}`)).toMatchObject({
        rule: "NumberNotExact",
        found,
        path: ["n"],
      });
    }
    expect(readJsonLine("[9007199254740991,-0.5,1e3]").json).toBe("Value");
  });

  test("half a character, and text that is not NFC, as value and as name", () => {
    expect(faultOf('{"a":"\\ud800"}')).toMatchObject({ rule: "LoneSurrogate", path: ["a"] });
    expect(faultOf('{"\\udc00x":1}')).toMatchObject({ rule: "LoneSurrogate" });
    expect(faultOf('["a\u0323"]')).toMatchObject({ rule: "NotNfc", path: [0] });
    expect(faultOf('["a\\u0323"]')).toMatchObject({ rule: "NotNfc", path: [0] });
    expect(readJsonLine('["\\ud83d\\ude00"]')).toEqual({ json: "Value", value: ["😀"] });
  });

  test("`__proto__` is a member like any other", () => {
    const line = readJsonLine('{"__proto__":{"a":1}}');
    expect(line.json === "Value" && Object.keys(line.value as object)).toEqual(["__proto__"]);
    expect(faultOf('{"__proto__":1,"__proto__":2}')).toMatchObject({ rule: "DuplicateField" });
  });

  test("depth that would overflow the stack of whoever walks the value", () => {
    expect(faultOf("[".repeat(100_000))).toMatchObject({ rule: "TooDeep", column: 65 });
    expect(faultOf('{"a":'.repeat(100_000))).toMatchObject({ rule: "TooDeep" });
    expect(readJsonLine(`${"[".repeat(64)}${"]".repeat(64)}`).json).toBe("Value");
  });
});

test("a fault tells its column, and what stands there", () => {
  expect(faultOf('{"a":1]')).toMatchObject({ rule: "NotJson", column: 7, found: "]" });
  expect(faultOf("{'a':1}")).toMatchObject({ rule: "NotJson", column: 2 });
  expect(faultOf('{"a":1} {"b":2}')).toMatchObject({ rule: "NotJson", column: 9 });
  expect(faultOf('{"a":"x\u0000y"}')).toMatchObject({ rule: "NotJson", column: 8, path: ["a"] });
  expect(faultOf('{"a":1,}')).toMatchObject({ rule: "NotJson", column: 8 });
  expect(faultOf('{"a":"b')).toMatchObject({ rule: "CutOff", path: ["a"] });
  expect(faultOf('{"a":nul')).toMatchObject({ rule: "NotJson", column: 6 });
});
