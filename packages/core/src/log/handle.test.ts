import { commandOf, type Desk, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { CalendarDate, Instant } from "../kernel/date.ts";
import { openLedger } from "../open-ledger.ts";
import { commitBytesMax } from "./commit.ts";
import type { EventStore } from "./event-store.ts";
import type { Outcome } from "./handle.ts";

const ministry: Line = [
  "EstablishBranch",
  "2012-01-01",
  { branch: "ministry", kind: "upper-committee", name: "Bộ" },
];
const cell = (id: string): Line => [
  "EstablishBranch",
  "2012-01-01",
  { branch: id, kind: "cell", name: id, parent: "ministry" },
];
const admitted = (member: string, branch = "cell"): Line => [
  "AdmitMember",
  "2012-02-01",
  { member, branch, decidedOn: "2012-02-01" },
];

/** A desk with a ministry and one cell: two commits. */
const openCell = async (): Promise<Desk> => {
  const desk = await openDesk();
  for (const [at, line] of [ministry, cell("cell")].entries()) {
    await desk.handler.handle(commandOf(line, `branch-${at}`));
  }
  return desk;
};

const now = Instant.make("2030-01-01T00:00:00.000Z");
const reopened = (store: EventStore, at = now) => openLedger(store, { now: () => at });

/** The store with some of its methods replaced. */
const withMethods = (store: EventStore, replaced: Partial<EventStore>): EventStore =>
  new Proxy(store, {
    get: (target, key) => {
      const own = replaced[key as keyof EventStore] ?? target[key as keyof EventStore];
      return typeof own === "function" ? own.bind(target) : own;
    },
  });

/** A store whose appends all wait until `writers` of them have decided. */
const withRace = (store: EventStore, writers: number) => {
  let waiting: (() => void)[] = [];
  let conflicts = 0;
  const racing = withMethods(store, {
    append: async (draft, condition, at) => {
      if (waiting.length < writers) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          if (waiting.length === writers) for (const go of waiting) go();
        });
        waiting = Array.from({ length: writers }, () => () => {});
      }
      const result = await store.append(draft, condition, at);
      if (result.append === "Conflict") conflicts += 1;
      return result;
    },
  });
  return { racing, conflicts: () => conflicts };
};

const namesOf = (outcome: Outcome): readonly string[] =>
  outcome.outcome === "Refused"
    ? outcome.refusals.map(({ refusal }) => refusal)
    : [outcome.outcome];

const refusalsOf = (outcome: Outcome): readonly object[] =>
  outcome.outcome === "Refused"
    ? outcome.refusals.map(({ refusal, facts }) => ({ refusal, ...facts }))
    : [];

describe("a command id", () => {
  test("brings the first result when its command comes again", async () => {
    const { handler, store } = await openCell();
    const first = await handler.handle(commandOf(admitted("an"), "c1"));
    const again = await handler.handle(commandOf(admitted("an"), "c1"));
    expect(first).toMatchObject({ outcome: "Recorded", again: false });
    expect(again).toMatchObject({ outcome: "Recorded", again: true });
    expect(again).toMatchObject({ stored: (first as { stored: object }).stored });
    expect((await store.head()).position).toBe(3);
  });

  test("brings it from a handler opened later, on another day", async () => {
    const { handler, store } = await openCell();
    await handler.handle(commandOf(admitted("an"), "c1"));
    const later = await reopened(store, Instant.make("2031-01-01T00:00:00.000Z"));
    expect(await later.handle(commandOf(admitted("an"), "c1"))).toMatchObject({ again: true });
    expect((await store.head()).position).toBe(3);
  });

  test("is refused for a command with other data, another day, actor or company", async () => {
    const { handler, store } = await openCell();
    const command = commandOf(admitted("an"), "c1");
    await handler.handle(command);
    const reused = [{ refusal: "CommandIdReused", id: "c1", position: 3 }];
    const day = CalendarDate.make("2012-02-02");
    const later = await reopened(store);
    for (const other of [
      [commandOf(admitted("binh"), "c1")],
      [{ ...command, effectiveOn: day }],
      [{ ...command, actor: "other" }],
      [command, commandOf(admitted("binh"), "c2")],
    ]) {
      expect(refusalsOf(await later.handleTogether(other))).toEqual(reused);
    }
    expect((await store.head()).position).toBe(3);
  });

  test("stays free when its command was refused or changed nothing", async () => {
    const { handler } = await openCell();
    expect(namesOf(await handler.handle(commandOf(admitted("an", "nowhere"), "c1")))).toEqual([
      "BranchUnknown",
    ]);
    expect(namesOf(await handler.handle(commandOf(cell("cell"), "c1")))).toEqual(["Unchanged"]);
    expect(namesOf(await handler.handle(commandOf(admitted("an"), "c1")))).toEqual(["Recorded"]);
  });

  test("of two equal commands sent at once makes one commit", async () => {
    const { store } = await openCell();
    const { racing } = withRace(store, 2);
    const [one, two] = [await reopened(racing), await reopened(racing)];
    const command = commandOf(admitted("an"), "c1");
    const outcomes = await Promise.all([one.handle(command), two.handle(command)]);
    expect(outcomes.map((each) => (each as { again?: boolean }).again)).toEqual([false, true]);
    expect((await store.head()).position).toBe(3);
  });
});

describe("a commit", () => {
  test("holds the actor and id of its first command, its note and all its events", async () => {
    const { handler, store } = await openCell();
    await handler.handleTogether(
      [commandOf(admitted("an"), "c1"), commandOf(admitted("binh"), "c2")],
      "đợt 3/2",
    );
    const stored = await store.find("c1");
    expect(stored?.commit).toMatchObject({ actor: "clerk", commandId: "c1", note: "đợt 3/2" });
    expect(stored?.commit.events.map(({ type }) => type)).toEqual([
      "MemberAdmitted",
      "MemberAdmitted",
    ]);
    expect(await store.find("c2")).toBeUndefined();
  });

  test("of nothing writes nothing", async () => {
    const { handler, store } = await openCell();
    expect(await handler.handleTogether([])).toEqual({ outcome: "Unchanged" });
    expect((await store.head()).position).toBe(2);
  });

  test("is at most 900 KiB of UTF-8, and its id stays free beyond that", async () => {
    const { handler } = await openCell();
    const speech = (letter: string, points: number): Line => [
      "GiveSpeech",
      "2012-03-01",
      {
        meeting: "m",
        speech: letter,
        person: "an",
        occasion: "other",
        points: Array.from({ length: points }, () => letter.repeat(20_000)),
      },
    ];
    await handler.handle(
      commandOf(["HoldMeeting", "2012-03-01", { meeting: "m", branch: "cell", kind: "regular" }], "m"),
    );
    const tooLarge = await handler.handle(commandOf(speech("a", 47), "s"));
    expect(namesOf(tooLarge)).toEqual(["CommitTooLarge"]);
    expect(refusalsOf(tooLarge)).toMatchObject([{ bytesMax: commitBytesMax }]);
    // Three bytes a letter: 16 points of them weigh more than 46 points of one byte a letter.
    expect(namesOf(await handler.handle(commandOf(speech("ệ", 16), "s")))).toEqual([
      "CommitTooLarge",
    ]);
    expect(namesOf(await handler.handle(commandOf(speech("a", 45), "s")))).toEqual(["Recorded"]);
  });

  test("states the size of its text exactly, to the byte", async () => {
    const { handler } = await openCell();
    const held: Line = [
      "HoldMeeting",
      "2012-03-01",
      { meeting: "m", branch: "cell", kind: "regular" },
    ];
    await handler.handle(commandOf(held, "m"));
    const text = "a đ ệ 𝄞".repeat(2_500);
    const line: Line = [
      "GiveSpeech",
      "2012-03-01",
      {
        meeting: "m",
        speech: "s",
        person: "an",
        occasion: "other",
        points: Array.from({ length: 50 }, () => text),
      },
    ];
    const refused = refusalsOf(await handler.handle(commandOf(line, "s")));
    const bytes = (refused[0] as { bytes: number }).bytes;
    const points = Array.from({ length: 30 }, () => text);
    await handler.handle(commandOf([line[0], line[1], { ...line[2], points }], "s"));
    const { store } = { store: await storedSize(handler) };
    expect(bytes - store).toBe(20 * (Buffer.byteLength(text) + 3));
  });
});
