import { expect, test } from "vitest";
import { openValue, sealValue, type ValueForm } from "./sealed-value.ts";
import { ShelfUnreadable } from "./shelf.ts";

const json: ValueForm = {
  serialize: (value) => new TextEncoder().encode(JSON.stringify(value)),
  deserialize: (bytes) => JSON.parse(new TextDecoder().decode(bytes)),
};

test("a value comes back from its bytes", () => {
  expect(openValue(sealValue({ at: 3 }, json), json)).toEqual({ at: 3 });
});

test("bytes that are others are told, also where they make up a value", () => {
  const changed = { ...sealValue({ at: 3 }, json), value: json.serialize({ at: 4 }) };
  expect(() => openValue(changed, json)).toThrow(ShelfUnreadable);
});

test("so are bytes of another form", () => {
  const text: ValueForm = { ...json, serialize: (value) => new TextEncoder().encode(`${value}`) };
  expect(() => openValue(sealValue("at", text), json)).toThrow(ShelfUnreadable);
});
