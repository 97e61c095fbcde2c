import { describe, expect, test } from "vitest";
import { type Commit, hashedText } from "../log/commit.ts";
import type { Upcaster } from "../log/upcasters.ts";
import { bytesOf } from "./bytes.ts";
import { projected } from "./projected.ts";
import { Replaying } from "./replaying.ts";
import { trusted } from "./trusted.ts";
import type { WantedOf } from "./wanted.ts";

const from = { position: 0, hash: "0".repeat(64), recordedAt: "2012-01-01T00:00:00.000Z" } as never;

const wantedOf: WantedOf = (type) => {
  if (type === "Told" || type === "EventReversed") return "whole";
  if (type === "Left") return "nothing";
  if (type === "Sought") {
    const onlyIf = ({ data }: { data: unknown }) => (data as { branch?: string }).branch === "b1";
    return { members: ["branch"], onlyIf };
  }
  return { members: ["branch", "year", "from"], wholeWith: ["title"] };
};

const event = (data: object, part: object = {}) => ({
  data,
  effectiveOn: "2012-03-01",
  tags: ["branch:b1", "person:a]b"],
  type: "Counted",
  version: 1,
  ...part,
});
const textOf = (events: readonly object[], part: object = {}): string =>
  hashedText({
    actor: "clerk",
    commandHash: "0".repeat(64),
    commandId: "c1",
    events,
    position: 1,
    prev: "0".repeat(64),
    recordedAt: "2012-03-01T00:00:00.000Z",
    ...part,
  } as unknown as Commit).text;

/** A reversal that names no original. */
const toldOfNothing = (text: string): string => text.replace('"Counted"', '"EventReversed"');

/** What the walker itself reads of a line; undefined where it gives it up. */
const walked = (text: string, upcasters?: readonly Upcaster[]): readonly unknown[] | undefined => {
  const found: unknown[] = [];
  let isGivenUp = false;
  const record = () => {
    isGivenUp = true;
    return { events: [], actor: "" };
  };
  const way = { ...projected(wantedOf, upcasters), record };
  new Replaying(from, way, ({ data }) => found.push(data)).lines(bytesOf(`${text}\n`));
  return isGivenUp ? undefined : found;
};

describe("of an event it reads", () => {
  test.each<[string, object, object]>([
    ["the members wanted", { branch: "b1", other: "x", year: 2012 }, { branch: "b1", year: 2012 }],
    ["no member that is not there", { other: 1 }, {}],
    ["nothing of no members", {}, {}],
    ["letters beyond ASCII", { branch: "Đảng bộ 𝄞" }, { branch: "Đảng bộ 𝄞" }],
    ["texts that look like objects", { branch: "{[", year: 1 }, { branch: "{[", year: 1 }],
    ["what stands beside other objects", { a: { b: ["]}", [[]]] }, year: 1 }, { year: 1 }],
    ["objects and lists", { from: { b: ["]}", [[]]] } }, { from: { b: ["]}", [[]]] } }],
    ["fractions and large numbers", { from: 1.5e-7, year: -1e21 }, { from: 1.5e-7, year: -1e21 }],
    ["negative numbers", { year: -12 }, { year: -12 }],
    ["what is no number and no text", { branch: null, from: true }, { branch: null, from: true }],
  ])("%s", (_, data, expected) => {
    expect(walked(textOf([event(data)]))).toEqual([expected]);
  });
});

test("of an event without members it reads nothing, whatever the one before had", () => {
  expect(walked(textOf([event({ branch: "b1", year: 1 }), event({})]))).toEqual([
    { branch: "b1", year: 1 },
    {},
  ]);
});

test("an event that is wanted whole, or has what makes it so, comes whole", () => {
  const told = event({ any: { thing: ["Đ"] } }, { type: "Told" });
  const titled = event({ branch: "b1", title: "x", z: 1 });
  const left = event({ branch: "b1" }, { type: "Left" });
  expect(walked(textOf([told, left, titled]))).toEqual([told.data, titled.data]);
});

test("of events that are wanted only if something holds come those, whole", () => {
  const sought = (branch: string) => event({ branch, other: "x" }, { type: "Sought" });
  const found = walked(textOf([sought("b1"), sought("b2"), sought("b1")]));
  expect(found).toEqual([sought("b1").data, sought("b1").data]);
});

test("an event that takes a place says so only where it comes whole", () => {
  const placed = event({ branch: "b1" }, { inPlaceOf: "2.0/9.1" });
  expect(walked(textOf([placed]))).toEqual([{ branch: "b1" }]);
});

describe("values in place of events", () => {
  const taking = (wanted: object = {}) => {
    const taken: unknown[] = [];
    const way = projected((type) => {
      if (type !== "Counted") return "whole";
      const takeValues = (day: string, values: readonly unknown[]) => taken.push([day, ...values]);
      return { members: ["branch", "year", "from"], takeValues, ...wanted };
    });
    const read = (text: string) => {
      const take = ({ type, data }: { type: string; data: unknown }, actor: string) =>
        taken.push({ type, data, actor });
      new Replaying(from, way, take).lines(bytesOf(`${text}\n`));
      return taken;
    };
    return { taken, read };
  };
  const told = event({ thing: "Đ" }, { type: "Told" });
  const toldWhole = { type: "Told", data: told.data, actor: "clerk" };

  test("come in the order of the members, among events in the order of the record", () => {
    const first = event({ branch: "b1", from: [1], other: "x", year: 2012 });
    const second = event({ year: 1.5 }, { effectiveOn: "2013-04-02" });
    expect(taking().read(textOf([first, told, second]))).toEqual([
      ["2012-03-01", "b1", 2012, [1]],
      toldWhole,
      ["2013-04-02", undefined, 1.5, undefined],
    ]);
  });

  test("do not come of what is wanted whole, nor of a record that has to be parsed", () => {
    const titled = event({ branch: "b1", title: "x" });
    const whole = { type: "Counted", data: titled.data, actor: "clerk" };
    expect(taking({ wholeWith: ["title"] }).read(textOf([titled]))).toEqual([whole]);
    expect(taking({ onlyIf: () => true }).read(textOf([titled]))).toEqual([whole]);
    const parsed = textOf([titled]).replace('"title"', '"t\\u0069tle"');
    expect(taking().read(parsed)).toEqual([whole]);
  });

  test("do not come of a record that cannot be read to its end", () => {
    const { taken, read } = taking();
    const ofNothing = event({}, { type: "EventReversed" });
    expect(() => read(textOf([event({ branch: "b1" }), ofNothing]))).toThrow("RecordUnreadable");
    const noNumber = textOf([event({}), event({ year: 1 })]).replace('"year":1', '"year":01');
    expect(() => read(noNumber)).toThrow();
    expect(taken).toEqual([]);
  });
});

test.each<[string, (text: string) => string, object]>([
  ["in any order", (text) => text.replace('"branch":"b1","year":1', '"year":1,"branch":"b1"'), {}],
  ["that come twice", (text) => text.replace('"year":1', '"year":1,"year":2'), { year: 2 }],
])("members %s are read as JSON has them", (_, change, part) => {
  const changed = change(textOf([event({ branch: "b1", year: 1 })]));
  expect(walked(changed)).toEqual([{ branch: "b1", year: 1, ...part }]);
});

test.each<[string, (text: string) => string]>([
  ["a member it does not know", (text) => text.replace('"tags"', '"extra":1,"tags"')],
  ["a later version", (text) => text.replace('"version":1', '"version":2')],
  ["an actor with a control character", (text) => text.replace('"clerk"', '"cl\u0001erk"')],
  ["an escape", (text) => text.replace('"year"', '"y\\u0065ar"')],
  ["white space in an event's data", (text) => text.replace('"year":1', '"year": 1')],
  ["white space between the parts", (text) => text.replace('"tags":', '"tags": ')],
  ["a further member", (text) => text.replace('],"position"', '],"note":"x","position"')],
  ["a hash without its first quote", (text) => text.replace('Hash":"', 'Hash":x')],
  ["what is no comma between events", (text) => text.replace('1},{"data"', '1};{"data"')],
  ["what is no comma between members", (text) => text.replace(',"year"', ';"year"')],
  ["what is no comma between tags", (text) => text.replace('","person', '";"person')],
  ["no value", (text) => text.replace('"year":1', '"other":,"year":1')],
  ["a value of signs that none has", (text) => text.replace('"year":1', '"other":1/2,"year":1')],
  ["a list in the tags", (text) => text.replace('"person:a]b"', '["person:a"]')],
  ["a control character in a text", (text) => text.replace('"b1","', '"b\u0001","')],
  ["the last of these", (text) => text.replace('"b1","', '"b\u001f","')],
  ["a backslash in place of a quote", (text) => text.replace('"b1","y', '"b1\\,"y')],
  ["a backslash between values", (text) => text.replace('"year":1', '"other":{\\1},"year":1')],
  ["an instant beyond ASCII", (text) => text.replace("00:00:00.000Z", "00:00:00.00é")],
  ["an event to be read whole that cannot be", toldOfNothing],
  ["a number that is none", (text) => text.replace('"year":1', '"year":01')],
])("it gives up %s", (_, change) => {
  const text = textOf([event({ branch: "b1", year: 1 }), event({ year: 2 })]);
  expect(walked(text)).toBeDefined();
  const changed = change(text);
  expect(changed).not.toBe(text);
  expect(walked(changed)).toBeUndefined();
});

test("what an older version said is lifted, also inside a reversal", () => {
  const up = (data: object) => ({ ...data, lifted: true });
  const upcasters = [{ type: "Counted", from: 1, up }];
  const counted = event({ branch: "b1" });
  expect(walked(textOf([counted]), upcasters)).toEqual([{ branch: "b1", lifted: true }]);
  const reversal = event({ original: counted, z: 1 }, { type: "EventReversed" });
  const original = { ...counted, version: 2, data: { branch: "b1", lifted: true } };
  expect(walked(textOf([reversal]), upcasters)).toEqual([{ original, z: 1 }]);
});

describe("a log is read in no way", () => {
  const line = textOf([event({ branch: "b1" })]);
  const instant = "2012-03-01T00:00:00.000Z";
  const many = line.replace('"position":1', `"position":1${"0".repeat(14)}1`);
  const inInstant = '","events":[],"e":"'.padEnd(instant.length, "x");
  const inHash = '","events":[],"e":"'.padEnd(64, "x");
  const oneByOne = { record: trusted.record };
  const ways = { oneByOne, trusted, projected: projected(wantedOf) };
  const refused = (text: string) =>
    Object.values(ways).map((way) => {
      let taken = 0;
      try {
        new Replaying(from, way, () => {
          taken += 1;
        }).lines(bytesOf(text));
        return "read";
      } catch (error) {
        return taken > 0 ? "taken" : (error as { readonly fault: string }).fault;
      }
    });
  test.each([
    ["with a torn tail", line.slice(0, -20), "BrokenRecord"],
    ["without the last newline", line, "BrokenRecord"],
    ["with lines that end as on Windows", `${line}\r\n`, "BrokenRecord"],
    ["that leaves one out", `${line.replace('"position":1', '"position":2')}\n`, "PositionGap"],
    ["that follows another", `${line.replace('"prev":"0', '"prev":"1')}\n`, "BrokenChain"],
    ["with a position of too many digits", `${many}\n`, "BrokenRecord"],
    ["with a position that begins with 0", `${line.replace(":1,", ":01,")}\n`, "BrokenRecord"],
    [
      "with a position beyond 64 bits",
      `${line.replace(":1,", `:${2n ** 64n + 1n},`)}\n`,
      "BrokenRecord",
    ],
    ["with an empty line", "\n", "BrokenRecord"],
    [
      "with an escape where its instant begins",
      `${line.replace('t":"2012', 't":"20\\2')}\n`,
      "BrokenRecord",
    ],
    ["with an escape in its instant", `${line.replace("000Z", "00\\x")}\n`, "BrokenRecord"],
    ["with an instant that ends in one", `${line.replace("00Z", "00\\")}\n`, "BrokenRecord"],
    ["with members in its instant", `${line.replace(instant, inInstant)}\n`, "BrokenRecord"],
    ["with a hash in capitals", `${line.slice(0, -66)}${"A".repeat(64)}"}\n`, "BrokenRecord"],
    ["with members in its hash", `${line.slice(0, -66)}${inHash}"}\n`, "BrokenRecord"],
  ])("%s", (_, text, fault) => {
    expect(refused(text)).toEqual([fault, fault, fault]);
  });

  test("and says where it was read to", () => {
    const replaying = new Replaying(from, trusted, () => {});
    replaying.lines(bytesOf(`${line}\n`));
    const { position, recordedAt } = replaying.head;
    expect([position, recordedAt]).toEqual([1, "2012-03-01T00:00:00.000Z"]);
    expect(line).toContain(replaying.head.hash);
  });
});

test("an instant is told as it stands in the bytes, also of a record that is parsed", () => {
  const at = "2012-03-01T00:00:00.0\\\\Z";
  const told = event({ branch: 'a "b"' }, { type: "Told" });
  const text = textOf([told]).replace("2012-03-01T00:00:00.000Z", at);
  for (const way of [trusted, projected(wantedOf)]) {
    const found: string[] = [];
    new Replaying(from, way, ({ recordedAt }) => found.push(recordedAt)).lines(
      bytesOf(`${text}\n`),
    );
    expect(found).toEqual([at]);
  }
});

test("instants are told of any minute, in any order", () => {
  const instants = [
    "2012-03-01T00:00:59.999Z",
    "2012-03-01T00:01:00.000Z",
    "2012-03-01T00:00:00.042Z",
  ];
  const found = instants.flatMap((recordedAt) => {
    const told: string[] = [];
    const replaying = new Replaying(from, trusted, (one) => told.push(one.recordedAt));
    replaying.lines(bytesOf(`${textOf([event({ branch: "b1" })], { recordedAt })}\n`));
    return told;
  });
  expect(found).toEqual(instants);
});

test("the head is known when the bytes are gone", () => {
  const replaying = new Replaying(
    from,
    projected(() => "nothing"),
    () => {},
  );
  const text = textOf([event({ branch: "b1" })]);
  const bytes = Buffer.from(`${text}\n`);
  replaying.lines(bytes);
  bytes.fill(0);
  const { position, hash, recordedAt } = replaying.head;
  expect([position, recordedAt]).toEqual([1, "2012-03-01T00:00:00.000Z"]);
  expect(text.endsWith(`"hash":"${hash}"}`)).toBe(true);
});
