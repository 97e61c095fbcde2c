import { expect, test, vi } from "vitest";
import { type Commit, type Head, hashedText } from "../log/commit.ts";
import { bytesOf } from "./bytes.ts";
import { type EventShape, WordGuard } from "./event-shape.ts";
import { Plans } from "./plans.ts";
import { projected } from "./projected.ts";
import { Replaying, type Way } from "./replaying.ts";
import type { Check } from "./told-events.ts";
import { trusted } from "./trusted.ts";
import { WalkedLines } from "./walked-lines.ts";
import { Walker } from "./walker.ts";
import type { WantedOf } from "./wanted.ts";

// What is long or many for the walker, or comes while it is at work: all is read as if it were not.

const from = {
  position: 0,
  hash: "0".repeat(64),
  recordedAt: "2012-01-01T00:00:00.000Z",
} as Head;
const wantedOf: WantedOf = () => ({ members: ["branch", "year"] });

const event = (data: object, type = "Counted", tags = ["branch:b1"]) => ({
  data,
  effectiveOn: "2012-03-01",
  tags,
  type,
  version: 1,
});

/** Records that follow each other, one line each. */
const linesOf = (commits: readonly (readonly object[])[], before = 0): Uint8Array => {
  let prev = "0".repeat(64);
  const lines = commits.map((events, at) => {
    const { text, hash } = hashedText({
      actor: `clerk-${at % 7}`,
      commandHash: prev,
      commandId: `c${at}`,
      events,
      position: before + at + 1,
      prev,
      recordedAt: new Date(Date.UTC(2012, 2, 1) + 700 * at).toISOString(),
    } as unknown as Commit);
    prev = hash;
    return `${text}\n`;
  });
  return bytesOf(lines.join(""));
};

interface Seen {
  readonly parsed: number;
  readonly events: readonly unknown[];
}

/** What a way takes of lines, of each event what is wanted; and how many records were parsed. */
const seenBy = (way: Way, bytes: Uint8Array): Seen => {
  let parsed = 0;
  const events: unknown[] = [];
  const counted: Way = {
    ...way,
    record: (line) => {
      parsed += 1;
      return way.record(line);
    },
  };
  const replaying = new Replaying(from, counted, (one, actor) => {
    const { type, effectiveOn, position, index, recordedAt } = one;
    const { branch, year } = one.data as { branch?: unknown; year?: unknown };
    events.push({ type, effectiveOn, position, index, recordedAt, actor, branch, year });
  });
  replaying.lines(bytes);
  return { parsed, events };
};

const oneByOne: Way = { record: trusted.record };

const demandSame = (bytes: Uint8Array, parsed: number, way = projected(wantedOf)): void => {
  const walked = seenBy(way, bytes);
  expect(walked.events).toEqual(seenBy(oneByOne, bytes).events);
  expect(walked.parsed).toBe(parsed);
};

/** What a way takes of lines, with all that is told of each event. */
const allBy = (way: Way, bytes: Uint8Array): readonly unknown[] => {
  const all: unknown[] = [];
  new Replaying(from, way, (one, actor) => all.push([one, actor])).lines(bytes);
  return all;
};

/** Reads events that may have these members, of which none says "none", and these tags. */
const knowing = (
  names: readonly string[],
  subjects: EventShape["subjects"],
  check?: Check,
): Way => {
  const guard = new WordGuard((value) => value !== "none");
  const members = names.map((name) => ({ name, isRequired: false, primitive: undefined, guard }));
  const plans = new Plans(() => "whole", { shapeOf: () => ({ members, subjects }) });
  return { ...oneByOne, walking: (lines) => new WalkedLines(lines, plans, check) };
};

// The first, while few words are known: what were told beyond the room would change their plans.
test("more known events of one block than it tells at once", () => {
  const last = { "member-7": 7, "member-8": 8, "member-9": 9 };
  const members = ["branch", "first", ...Array.from({ length: 40 }, (_, at) => `m-${at}`)];
  members.push(...Object.keys(last));
  const tags = Array.from({ length: 40 }, (_, at) => `t${at}`);
  // Told in 560 to 720 bytes, so that the room ends at any part of an event.
  const commits = Array.from({ length: 300 }, (_, at) =>
    Array.from({ length: 1 + ((at * at) % 11) }, (_, index) => {
      const first = (at * 7 + index * 13) % 40;
      return event({ branch: "b", first, ...last }, "Known", tags.slice(first));
    }),
  );
  const way = knowing(members, (data) => tags.slice((data as { first: number }).first));
  for (let first = 0; first < 30; first += 1) {
    const bytes = linesOf(commits.slice(first));
    demandSame(bytes, 0, way);
    expect(allBy(way, bytes)).toEqual(allBy(oneByOne, bytes));
  }
});

/** How often the walker forgets its words meanwhile. */
const forgotten = (work: () => void): number => {
  const forget = vi.spyOn(Walker.prototype, "forget");
  work();
  const { length } = forget.mock.calls;
  forget.mockRestore();
  return length;
};

test("more words than it remembers", () => {
  const commits = Array.from({ length: 140_000 }, (_, at) => {
    const data = { branch: `branch-${at}`, year: at };
    return [event(data), event(data)];
  });
  expect(forgotten(() => demandSame(linesOf(commits), 0))).toBe(1);
});

test("a word of which a guard does not hold, in the place of one that was forgotten", () => {
  const all = new WordGuard(() => true);
  const check = { instants: { holdsAt: () => true }, days: all, isCanonical: () => true };
  const way = knowing(["branch"], () => ["branch:b1"], check);
  const twice = (branch: string) => [event({ branch }, "Known"), event({ branch }, "Known")];
  const commits = Array.from({ length: 140_000 }, (_, at) => twice(`branch-${at}`));
  const last = Array.from({ length: 20 }, () => twice("none"));
  const bytes = linesOf([...commits, ...last]);
  expect(forgotten(() => demandSame(bytes, last.length, way))).toBe(1);
});

test("more texts than that, of which each comes once", () => {
  const commits = Array.from({ length: 140_000 }, (_, at) => [event({ branch: `once-${at}` })]);
  expect(forgotten(() => demandSame(linesOf(commits), 0))).toBe(0);
});

/** Texts that `mixed` of `assembly/words.ts` gives the same hash, as undoing it tells. */
const sameHash = [
  ["branch-a", "2453----OBKFh2t:"],
  ["luORNE-JJ", "/86NB!wFc"],
  ["k8GtVyhETCTV", "h3TS[hF2YbHs"],
  ["cell-one-of-many", "5580----6DEWPoUG"],
];

test("texts of the same hash", () => {
  const texts = [...sameHash, ...sameHash, ...sameHash].flat();
  demandSame(linesOf(texts.map((branch) => [event({ branch, year: 1 })])), 0);
});

test("more of one block than it tells at once", () => {
  const commits = Array.from({ length: 900 }, (_, at) => [
    event({ branch: "b", year: at }, `T${"a".repeat(at % 30)}`),
  ]);
  demandSame(linesOf(commits), 0);
});

test("a record of more events than it tells at once, and one longer than it takes", () => {
  const many = Array.from({ length: 4000 }, (_, at) => event({ branch: "b", year: at }));
  const long = [event({ branch: "b", text: "x".repeat(300_000), year: 1 })];
  const few = [event({ branch: "b", year: 2 })];
  demandSame(linesOf([few, long, few, many, few]), 2);
});

const twentyMore = Array.from({ length: 20 }, (_, at) => `member-${at}`);

test("a record with more to be told of than there is room for, in members that it has not", () => {
  const many = Array.from({ length: 600 }, (_, at) => event({ branch: "b", year: at }));
  const few = [event({ branch: "b", year: 2 })];
  const members = ["branch", "year", ...twentyMore];
  demandSame(
    linesOf([few, many, few]),
    1,
    projected(() => ({ members })),
  );
});

test("events to be read whole, at any part of the room that it tells in", () => {
  const members = ["branch", "year", ...twentyMore];
  const way = projected((type) => (type === "Told" ? "whole" : { members }));
  const commits = Array.from({ length: 120 }, (_, at) => [
    ...Array.from({ length: 7 }, () => event({ branch: "b", year: at })),
    ...Array.from({ length: 1 + (at % 9) }, () => event({ branch: "b", year: at }, "Told")),
  ]);
  for (let first = 0; first < 40; first += 1) {
    demandSame(linesOf([...commits.slice(40 - first), ...commits]), 0, way);
  }
});

test("texts of any length, and members up to sixty-four", () => {
  const texts = Array.from({ length: 1100 }, (_, at) => {
    const data = { branch: "x".repeat(at), [`k${"e".repeat(at % 71)}`]: "y", other: "z", year: at };
    return [event(data)];
  });
  demandSame(linesOf(texts), 0);
  const members = (count: number) =>
    Object.fromEntries(Array.from({ length: count - 1 }, (_, at) => [`m${1000 + at}`, at]));
  demandSame(linesOf([[event({ ...members(64), year: 1 })]]), 0);
  demandSame(linesOf([[event({ ...members(65), year: 1 })]]), 1);
});

test("numbers of any length", () => {
  const numbers = [0, -1, 123_456_789, -123_456_789, 1_234_567_890, 2 ** 53 - 1, -0.5, 1e21, 1e-7];
  numbers.push(-(0.1 + 0.2) * 1e-300);
  demandSame(linesOf(numbers.map((year) => [event({ year })])), 0);
  const bytes = linesOf([[event({ year: 12 })]]);
  const written = new TextDecoder().decode(bytes).replace('"year":12', '"year":-0');
  demandSame(bytesOf(written), 0);
});

test("more to be wanted than it holds plans for", () => {
  const types = Array.from(
    { length: 60 },
    (_, at) => `T${String.fromCharCode(97 + (at % 26))}${"b".repeat(at)}`,
  );
  const members = ["branch", "year", ...Array.from({ length: 200 }, (_, at) => `member-${at}`)];
  const commits = types.map((type) => [1, 2].map((year) => event({ branch: "b", year }, type)));
  demandSame(
    linesOf(commits),
    0,
    projected(() => ({ members })),
  );
});

test("known events, with more to be told of them than it holds plans for", () => {
  const more = Array.from({ length: 900 }, (_, at) => `member-${at}`);
  const way = knowing(["branch", ...more], () => ["branch:b1"]);
  const types = ["Aa", "Ab", "Ac", "Ad", "Ae"];
  const bytes = linesOf(types.map((type) => [1, 2].map(() => event({ branch: "b" }, type))));
  demandSame(bytes, 0, way);
  expect(allBy(way, bytes)).toEqual(allBy(oneByOne, bytes));
});

test.each(["once", "again, again"])("a known event with a text that is none: %s", (text) => {
  const words = text.split(", ").map((word) => [event({ branch: `${word}?` }, "Known")]);
  const bytes = linesOf(words).map((byte) => (byte === "?".charCodeAt(0) ? 0xff : byte));
  const way = knowing(["branch"], () => ["branch:b1"]);
  for (const one of [way, oneByOne]) expect(() => allBy(one, bytes)).toThrow("NotUtf8");
});

test("values of a day that is no text", () => {
  const bytes = linesOf([[event({ branch: "b", year: 1 })]]);
  bytes[new TextDecoder().decode(bytes).indexOf("2012-03-01")] = 0xff;
  const taken: unknown[] = [];
  const way = projected(() => ({ members: ["branch"], takeValues: (day) => taken.push(day) }));
  for (const one of [way, oneByOne]) expect(() => allBy(one, bytes)).toThrow("NotUtf8");
  expect(taken).toEqual([]);
});

test("readings that are begun by who takes the events of another", () => {
  const years = Array.from({ length: 9 }, (_, year) => year);
  // The fifth record is parsed.
  const data = (year: number) => ({ branch: year === 4 ? '"' : "b", year });
  const bytes = linesOf(years.map((year) => [event(data(year))]));
  const others = linesOf(years.map((at) => [event({ title: `t${at}` }), event({ other: at })]));
  const [found, foundInside]: [unknown[], unknown[]] = [[], []];
  const inside = () => {
    const titles = projected(() => ({ members: ["title"] }));
    new Replaying(from, titles, (one) => {
      // A whole event may be given where a member is wanted.
      foundInside.push((one.data as { title?: string }).title);
    }).lines(others);
  };
  const parsed: number[] = [];
  const way: Way = {
    ...projected(wantedOf),
    record: (line) => {
      parsed.push(line.ends.position);
      return trusted.record(line);
    },
  };
  new Replaying(from, way, (one) => {
    found.push(one.data);
    inside();
  }).lines(bytes);
  expect(found).toEqual(years.map(data));
  expect(parsed).toEqual([5]);
  const expected = years.flatMap((at) => [`t${at}`, undefined]);
  expect(foundInside.slice(0, 18)).toEqual(expected);
  expect(foundInside.slice(4 * 18, 5 * 18)).toEqual(expected);
});

test("readings that take turns, each with wants of its own", () => {
  const bytes = linesOf(Array.from({ length: 50 }, (_, at) => [event({ branch: "b", year: at })]));
  const lines = new TextDecoder().decode(bytes).trimEnd().split("\n");
  const found = [["branch"], ["year"], []].map((members) => {
    const taken: unknown[] = [];
    const way = projected(() => ({ members }));
    return { members, taken, of: new Replaying(from, way, ({ data }) => taken.push(data)) };
  });
  for (const line of lines) {
    for (const { of } of found) of.lines(bytesOf(`${line}\n`));
  }
  expect(found.map(({ taken }) => taken)).toEqual([
    lines.map(() => ({ branch: "b" })),
    lines.map((_, year) => ({ year })),
    lines.map(() => ({})),
  ]);
});

test("who takes the events throws, and the reading goes on behind that record", () => {
  const bytes = linesOf(Array.from({ length: 5 }, (_, at) => [event({ year: at })]));
  const stop = new Error("stop");
  const replaying = new Replaying(from, projected(wantedOf), ({ position }) => {
    if (position === 3) throw stop;
  });
  expect(() => replaying.lines(bytes)).toThrow(stop);
  expect(replaying.head.position).toBe(3);
});

test("positions that it does not count to", () => {
  const [last] = new TextDecoder().decode(linesOf([[event({ year: 1 })]])).split("\n");
  for (const position of [2 ** 31 - 2, 2 ** 31 - 1, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 5]) {
    const text = last?.replace('"position":1', `"position":${position + 1}`);
    for (const way of [oneByOne, trusted, projected(wantedOf), projected(() => "nothing")]) {
      const found: number[] = [];
      const replaying = new Replaying({ ...from, position }, way, (one) =>
        found.push(one.position),
      );
      replaying.lines(bytesOf(`${text}\n`));
      expect(replaying.head.position).toBe(position + 1);
      if (found.length > 0) expect(found).toEqual([position + 1]);
    }
  }
  const untrue = [
    [2 ** 32 - 1, "", "BrokenRecord"],
    [2 ** 32, "1", "PositionGap"],
  ] as const;
  for (const [position, stated, fault] of untrue) {
    const text = last?.replace('"position":1', `"position":${stated}`);
    for (const way of [oneByOne, trusted, projected(wantedOf)]) {
      const replaying = new Replaying({ ...from, position }, way, () => {});
      expect(() => replaying.lines(bytesOf(`${text}\n`))).toThrow(fault);
    }
  }
});

test("records of one block on both sides of the last position that it counts to", () => {
  const position = 2 ** 31 - 3;
  const bytes = linesOf(
    [1, 2, 3, 4].map((year) => [event({ year })]),
    position,
  );
  for (const way of [oneByOne, trusted, projected(wantedOf), projected(() => "nothing")]) {
    const found: number[] = [];
    const replaying = new Replaying({ ...from, position }, way, (one) => found.push(one.position));
    replaying.lines(bytes);
    expect(replaying.head.position).toBe(position + 4);
    expect([1, 2, 3, 4].map((at) => position + at)).toEqual(expect.arrayContaining(found));
  }
});

test("a record that cannot be read is told behind one of which nothing is wanted", () => {
  const wants: WantedOf = (type) => (type === "Left" ? "nothing" : { members: ["year"] });
  const events = [event({ year: 1 }), event({ year: 2 }, "Left"), event({ year: 7 })];
  const bytes = linesOf(events.map((one) => [one]));
  const text = new TextDecoder().decode(bytes).replace('"year":7', '"year":07');
  for (const way of [oneByOne, trusted, projected(wants)]) {
    const replaying = new Replaying(from, way, () => {});
    expect(() => replaying.lines(bytesOf(text))).toThrow('BrokenRecord {"position":3}');
    expect(replaying.head.position).toBe(3);
  }
});
