import { expect, test } from "vitest";
import { profileText, readProfile } from "./profile.ts";

test("a profile has one text, whatever the order of its fields", () => {
  const text = '{"10":"b","2":"c","name":"Trần Thị Mơ"}';
  expect(profileText({ name: "Trần Thị Mơ", 2: "c", 10: "b" })).toBe(text);
  expect(profileText({ 10: "b", name: "Trần Thị Mơ", 2: "c" })).toBe(text);
});

test("fields are sorted by UTF-16 units, as RFC 8785 says", () => {
  expect(profileText({ "\u{10000}": "", "\uffee": "" })).toBe('{"\u{10000}":"","\uffee":""}');
});

test("an empty profile is a profile", () => {
  expect(profileText({})).toBe("{}");
});

test.each([
  ["null", null],
  ["a text", "Mơ"],
  ["an array", ["Mơ"]],
  ["a Map", new Map([["name", "Mơ"]])],
])("%s is not a flat record", (_, value) => {
  expect(profileText(value)).toMatchObject({ outcome: "ProfileRefused", rule: "FlatRecord" });
});

test.each([
  ["a number", { age: 40 }, "StringsOnly", 'field "age" is of type number'],
  ["null", { name: null }, "StringsOnly", 'field "name" is of type null'],
  ["a record", { name: { first: "Mơ" } }, "StringsOnly", 'field "name" is of type object'],
  ["undefined", { name: undefined }, "StringsOnly", 'field "name" is of type undefined'],
  ["a lone surrogate", { name: "M\ud83d" }, "NoLoneSurrogates", 'field "name"'],
  ["a lone surrogate in a field's name", { "\udc00": "x" }, "NoLoneSurrogates", '"\\udc00"'],
  ["NFD", { name: "Mơ".normalize("NFD") }, "UnicodeNfc", 'field "name"'],
  ["NFD in a field's name", { ["tên".normalize("NFD")]: "x" }, "UnicodeNfc", "field"],
])("%s is refused, with the field and without its value", (_, profile, rule, words) => {
  const refusal = profileText(profile);
  expect(refusal).toMatchObject({ outcome: "ProfileRefused", rule });
  expect(JSON.stringify(refusal)).not.toMatch(/Mơ|M\\/u);
  expect((refusal as { message: string }).message).toContain(words);
});

test("a text is read only when it is the one text of its profile", () => {
  expect(readProfile('{"a":"1","b":"2"}   ')).toEqual({ a: "1", b: "2" });
  for (const text of ['{"b":"2","a":"1"}', '{"a": "1"}', '{"a":1}', '{"a":"1"', "[]", '"a"', ""]) {
    expect(readProfile(text), text).toBeUndefined();
  }
});
