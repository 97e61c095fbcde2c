import { expect, test } from "vitest";
import { namePeople } from "./name-people.ts";

const names: Record<string, string> = { "p-1": "Trần Thị Mơ", "p/2": "$& {person:p-1}" };
const lookup = (person: string) => names[person];

test("people are named, and those whose key is gone stand by their id in brackets", () => {
  expect(namePeople("{person:p-1} thay {person:p-9}, {person:p-1}.", lookup)).toBe(
    "Trần Thị Mơ thay [p-9], Trần Thị Mơ.",
  );
});

test("what a name holds is text, not a pattern and not a mention", () => {
  expect(namePeople("ông {person:p/2}", lookup)).toBe("ông $& {person:p-1}");
});

test.each(["{person:}", "{person:a b}", "{Person:p-1}", "{ person:p-1}", "{person:p-1", "{p-1}"])(
  "%j names nobody",
  (text) => {
    expect(namePeople(text, lookup)).toBe(text);
  },
);

test("a mention holds an id of at most 96 characters", () => {
  expect(namePeople(`{person:${"x".repeat(96)}}`, lookup)).toBe(`[${"x".repeat(96)}]`);
  expect(namePeople(`{person:${"x".repeat(129)}}`, lookup)).toBe(`{person:${"x".repeat(129)}}`);
});
