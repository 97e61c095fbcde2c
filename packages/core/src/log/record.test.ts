import { expect, test } from "vitest";
import { demandReadable, isEvent } from "./record.ts";

const event = { type: "Noted", effectiveOn: "2012-01-01", tags: [], data: {} };

const isReadable = (commit: object): boolean => {
  try {
    demandReadable({ position: 7, commandId: "c1", ...commit } as never);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ fault: "RecordUnreadable", facts: { position: 7 } });
    return false;
  }
};

test.each<[string, unknown, boolean]>([
  ["with all that a reader needs", event, true],
  ["with more", { ...event, version: 1 }, true],
  ["that is none", null, false],
  ["that is a text", "Noted", false],
  ["without a type", { ...event, type: undefined }, false],
  ["without a day", { ...event, effectiveOn: 20120101 }, false],
  ["without tags", { ...event, tags: "branch:b" }, false],
  ["without data", { ...event, data: null }, false],
  ["that is reversed", { ...event, type: "EventReversed", data: { original: event } }, true],
  ["that is none reversed", { ...event, type: "EventReversed" }, false],
])("an event is read or not: %s", (_, one, is) => {
  expect(isEvent(one)).toBe(is);
  expect(isReadable({ events: [event, one] })).toBe(is);
});

test("ids are texts, and further ones a list of them, where there are any", () => {
  expect(isReadable({ events: [], furtherIds: ["c1"] })).toBe(true);
  expect(isReadable({ events: [], furtherIds: "c1" })).toBe(false);
  expect(isReadable({ events: [], furtherIds: ["c1", 2] })).toBe(false);
  expect(isReadable({})).toBe(false);
  expect(isReadable({ events: [], commandId: 1 })).toBe(false);
  expect(isReadable({ events: [], commandId: undefined })).toBe(false);
});
