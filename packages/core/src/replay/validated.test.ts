import { expect, test } from "vitest";
import { sha256 } from "../kernel/sha256.ts";
import { type Commit, hashedText } from "../log/commit.ts";
import { tagsOf } from "../log/event-catalogue.ts";
import { bytesOf } from "./bytes.ts";
import { Replaying, type Way } from "./replaying.ts";
import { trusted } from "./trusted.ts";
import { validated } from "./validated.ts";

const zeros = "0".repeat(64);
const from = { position: 0, hash: zeros, recordedAt: "2012-01-01T00:00:00.000Z" } as never;

const event = (type: string, data: object, part: object = {}) => {
  const tags = tagsOf({ type, data } as never);
  return { data, effectiveOn: "2012-02-29", tags, type, version: 1, ...part };
};
const studied = event("DirectiveStudied", {
  audience: "cadre",
  branch: "b1",
  directive: "d1",
  eligible: 12,
  reached: 9,
  year: 2012,
});
const received = event("MemberReceived", {
  from: { branch: "b2" },
  member: "m1",
  status: "official",
  to: "b1",
});
const admitted = event("MemberAdmitted", {
  branch: "b1",
  decidedOn: "2012-02-20",
  introducers: [{ knownMonths: 12, person: "p1" }],
  member: "m1",
});
const renamed = event("BranchRenamed", { branch: "b1", name: "Chi bộ Đội 1" });
const rated = event("RatingAssigned", {
  baseOrganisation: "b1",
  branch: "b1",
  by: "b1",
  level: "good",
  pack: "p1",
  subject: "m1",
  subjectKind: "member",
  year: 2012,
});
const reversed = event("EventReversed", { original: studied, reason: "x", target: "1.0" });

const textOf = (events: readonly object[]): string =>
  hashedText({
    actor: "clerk",
    commandHash: "c".repeat(64),
    commandId: "c1",
    events,
    position: 1,
    prev: zeros,
    recordedAt: "2012-03-01T00:00:00.000Z",
  } as unknown as Commit).text;

/** A record with another text in place of some of it, and a hash that is true of that. */
const sealed = (text: string, some: string, other: string): string => {
  const body = text.replace(/,"hash":"\w+"\}$/, "}").replaceAll(some, other);
  if (!text.includes(some)) throw new Error(`${some} does not stand in the record`);
  return `${body.slice(0, -1)},"hash":"${sha256(body)}"}`;
};

/** What is read, or the fault; and whether one of them was read by itself. */
const readBy = (way: Way, text: string, head = from) => {
  const found: unknown[] = [];
  let isWalked = way.walking !== undefined;
  const record: Way["record"] = (line) => {
    isWalked = false;
    return way.record(line);
  };
  try {
    new Replaying(head, { ...way, record }, (one, actor) => found.push([one, actor])).lines(
      bytesOf(`${text}\n`),
    );
    return { isWalked, found };
  } catch (error) {
    return { isWalked, found: String(error) };
  }
};
const walked = (text: string) => readBy(validated, text);
/** As it is read by itself. */
const alone = (text: string) => readBy({ record: validated.record }, text);

test.each<[string, readonly object[], boolean]>([
  ["words and numbers", [studied], true],
  ["an object in the data", [received, admitted], true],
  ["letters beyond ASCII", [renamed], true],
  ["subjects that come twice", [rated], true],
  ["a reversal, by itself", [reversed], false],
  ["a place taken, by itself", [{ ...studied, inPlaceOf: "1.0" }], false],
])("a record is read: %s", (_, events, isWalked) => {
  const text = textOf(events);
  expect(walked(text)).toEqual({ ...alone(text), isWalked });
  expect(walked(text).found).toHaveLength(events.length);
  expect(readBy(trusted, text).found).toEqual(alone(text).found);
});

test("ids are of letters, digits and a few marks", () => {
  const text = sealed(textOf([studied]), '"clerk"', '"AZaz09._:/-"');
  expect(walked(text)).toEqual({ ...alone(text), isWalked: true });
});

test("tags that are no texts are read as one by one", () => {
  const text = textOf([{ ...studied, tags: ["branch:?"] }]);
  const bytes = bytesOf(`${text}\n`);
  bytes[text.indexOf("?")] = 0xff;
  for (const way of [trusted, { record: trusted.record }]) {
    const replaying = new Replaying(from, way, () => {});
    expect(() => replaying.lines(bytes)).toThrow('NotUtf8 {"position":1}');
  }
});

test.each<[string, string, string]>([
  ["a hash that is untrue", '"reached":9', '"reached":8'],
  ["a hash that is too long", '"}', '0"}'],
])("a record is refused: %s", (_, some, other) => {
  const text = textOf([studied]);
  const at = text.lastIndexOf(some);
  const changed = `${text.slice(0, at)}${other}${text.slice(at + some.length)}`;
  expect(walked(changed).found).toMatch("LedgerFault");
  expect(walked(changed).found).toEqual(alone(changed).found);
});

/** Of a record with a text in place of another an event that has not its shape, or its day. */
const misshapen: readonly [string, string, string][] = [
  ["an event of another type", "DirectiveStudied", "DirectiveIssued"],
  ["a day that there is not", "2012-02-29", "2011-02-29"],
  ["a member too many", '"year":2012', '"year":2012,"zeal":1'],
  ["members out of order", '"branch":"b1","directive":"d1"', '"directive":"d1","branch":"b1"'],
  ["a member too few", '"audience":"cadre",', ""],
  ["a text for a number", '"reached":9', '"reached":"9"'],
  ["an id that is none", '"audience":"cadre"', '"audience":"the cadre"'],
  ["tags of others", '"branch:b1"', '"branch:b2"'],
  ["tags in another order", '"directive:d1","branch:b1"', '"branch:b1","directive:d1"'],
  ["a tag that goes on", '"branch:b1"]', '"branch:b12"]'],
  ["a tag twice", '"branch:b1"]', '"branch:b1","branch:b1"]'],
  ["a tag too few", ',"branch:b1"]', "]"],
  ["no tags", '"directive:d1","branch:b1"', ""],
];

test.each<[string, string, string]>([
  ...misshapen,
  ["an unknown type", "DirectiveStudied", "DirectiveStudying"],
  ["a later version", '"version":1', '"version":2'],
  ["no version", ',"version":1', ""],
  ["a day of no year", "2012-02-29", "1812-02-29"],
  ["an instant that there is not", "2012-03-01T00:00:00.000Z", "2012-03-01T24:00:00.000Z"],
  ["an instant of no month", "2012-03-01T00:00:00.000Z", "2012-13-01T00:00:00.000Z"],
  ["a member twice", '"reached":9', '"reached":9,"reached":9'],
  ["a number for a text", '"audience":"cadre"', '"audience":9'],
  ["a number written otherwise", '"reached":9', '"reached":9.0'],
  ["a number in powers of ten", '"reached":9', '"reached":9e0'],
  ["a number below nothing", '"reached":9', '"reached":-9'],
  ["minus nothing", '"reached":9', '"reached":-0'],
  ["a number too large", '"reached":9', '"reached":9999999999'],
  ["an endless number", '"reached":9', '"reached":1e999'],
  ["an id too long", '"cadre"', `"${"c".repeat(97)}"`],
  ["an actor that is no id", '"actor":"clerk"', '"actor":"the clerk"'],
  ["an actor too long", '"clerk"', `"${"c".repeat(97)}"`],
  ["no actor", '"clerk"', '""'],
  ["an actor with a bracket", '"clerk"', '"clerk["'],
  ["an actor with a brace", '"clerk"', '"clerk{"'],
  ["an actor with a grave accent", '"clerk"', '"clerk`"'],
  ["an actor with an at sign", '"clerk"', '"clerk@"'],
  ["an actor with a comma", '"clerk"', '"clerk,"'],
  ["an actor with a semicolon", '"clerk"', '"clerk;"'],
  ["a command's id that is none", '"commandId":"c1"', '"commandId":"c 1"'],
  ["a command's id too long", '"commandId":"c1"', `"commandId":"${"c".repeat(97)}"`],
  ["no command's id", '"commandId":"c1"', '"commandId":""'],
  ["a command's hash in capitals", "c".repeat(64), "C".repeat(64)],
  ["a command's hash of other letters", "c".repeat(64), "g".repeat(64)],
  ["a command's hash of other marks", "c".repeat(64), ":".repeat(64)],
  ["a command's hash too short", "c".repeat(64), "c".repeat(63)],
  ["a command's hash too long", "c".repeat(64), "c".repeat(65)],
  [
    "no events",
    /"events":\[.*\],"position"/.exec(textOf([studied]))?.[0] ?? "",
    '"events":[],"position"',
  ],
  ["a tag that is none", '"branch:b1"]', '"branch: b1"]'],
  ["an escape without need", '"cadre"', '"c\\u0061dre"'],
  ["a space", '"reached":9', '"reached": 9'],
])("a record with a true hash is refused: %s", (_, some, other) => {
  const text = sealed(textOf([studied]), some, other);
  expect(walked(text).found).toMatch("RecordUnreadable");
  expect(walked(text)).toEqual({ ...alone(text), isWalked: false });
});

test.each(misshapen)("the trusted way gives what is recorded: %s", (_, some, other) => {
  const text = sealed(textOf([studied, received]), some, other);
  const { found } = readBy({ record: trusted.record }, text);
  expect(found).toHaveLength(2);
  expect(readBy(trusted, text)).toEqual({ isWalked: true, found });
});

test.each<[string, object, string, string]>([
  ["a text for an object", received, '"from":{"branch":"b2"}', '"from":"b2"'],
  ["nothing for an object", received, '"from":{"branch":"b2"}', '"from":null'],
  ["a number for an object", received, '"from":{"branch":"b2"}', '"from":7'],
  ["an object for a text", received, '"member":"m1"', '"member":{"toString":"m1"}'],
  ["a number for an id", rated, '"subject":"m1"', '"subject":1'],
  ["a text for a year", rated, '"year":2012', '"year":"2012"'],
  ["an id that is none", rated, '"by":"b1"', '"by":"the b1"'],
  ["an object for a list", admitted, '[{"knownMonths":12,"person":"p1"}]', '{"map":1}'],
])("and so of what has not its shape: %s", (_, one, some, other) => {
  const text = sealed(textOf([one, studied]), some, other);
  const { found } = readBy({ record: trusted.record }, text);
  expect(found).toHaveLength(2);
  expect(readBy(trusted, text)).toEqual({ isWalked: true, found });
});

test("a tag is no other one whose bytes are the letters of an id", () => {
  const named = sealed(textOf([studied]), '"branch":"b1"', '"branch":"Ã©"');
  const text = sealed(named, '"branch:b1"', '"branch:é"');
  const { found } = readBy({ record: trusted.record }, text);
  expect(found).toMatchObject([[{ tags: ["directive:d1", "branch:é"] }, "clerk"]]);
  expect(readBy(trusted, text)).toEqual({ isWalked: true, found });
});

test.each<[string, object, string, string]>([
  [
    "an object with members out of order",
    admitted,
    '{"knownMonths":12,"person":"p1"}',
    '{"person":"p1","knownMonths":12}',
  ],
  ["an object with a space", received, '{"branch":"b2"}', '{ "branch":"b2"}'],
  ["an object that is none of two", received, '{"branch":"b2"}', '{"branch":2}'],
  ["a text in another form", renamed, "bộ", "bộ".normalize("NFD")],
  ["a text that is blank", renamed, "Chi bộ Đội 1", "  "],
])("so is %s", (_, one, some, other) => {
  const text = sealed(textOf([one]), some, other);
  expect(walked(text).found).toMatch("RecordUnreadable");
  expect(walked(text)).toEqual({ ...alone(text), isWalked: false });
});

test.each<[string, object, (text: string) => string]>([
  [
    "a hash of other digits",
    { hash: "Z".repeat(64) },
    (text) => sealed(text, zeros, "Z".repeat(64)),
  ],
  ["a hash in capitals", { hash: "A".repeat(64) }, (text) => sealed(text, zeros, "A".repeat(64))],
  [
    "a hash that is too short",
    { hash: "0".repeat(63) },
    (text) => sealed(text, zeros, `${"0".repeat(63)}"`),
  ],
  ["a short hash", { hash: "0" }, (text) => text],
  ["no position", { position: Number.NaN }, (text) => text],
  ["a position that is no whole number", { position: 0.5 }, (text) => text],
  ["a position far below", { position: -(2 ** 32) }, (text) => text],
])("behind a head with %s a record is read as by itself", (_, part, change) => {
  const text = change(textOf([studied]));
  const head = { ...(from as object), ...part } as never;
  for (const way of [validated, trusted]) {
    const { found } = readBy({ record: way.record }, text, head);
    expect(readBy(way, text, head).found).toEqual(found);
  }
});
