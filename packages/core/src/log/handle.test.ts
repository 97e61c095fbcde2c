import { commandOf, type Desk, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { CalendarDate, Instant } from "../kernel/date.ts";
import { openLedger } from "../open-ledger.ts";
import { commitBytesMax, eventBytesMax } from "./commit.ts";
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
  });

  test("takes the id of each command for ever", async () => {
    const { handler, store } = await openCell();
    await handler.handleTogether([
      commandOf(admitted("an"), "c1"),
      commandOf(admitted("ba"), "c2"),
    ]);
    expect((await store.find("c2"))?.commit).toMatchObject({ commandId: "c1", furtherIds: ["c2"] });
    for (const command of [commandOf(admitted("ba"), "c2"), commandOf(admitted("tu"), "c2")]) {
      for (const each of [handler, await reopened(store)]) {
        expect(refusalsOf(await each.handle(command))).toEqual([
          { refusal: "CommandIdReused", id: "c2", position: 3 },
        ]);
      }
    }
    const twice = [commandOf(admitted("tu"), "c3"), commandOf(admitted("do"), "c3")];
    expect(namesOf(await handler.handleTogether(twice))).toEqual(["CommandIdReused"]);
    expect((await store.head()).position).toBe(3);
  });

  test("has one actor, and a note that a ledger can hold", async () => {
    const { handler } = await openCell();
    const one = commandOf(admitted("an"), "c1");
    const other = { ...commandOf(admitted("ba"), "c2"), actor: "other" };
    await expect(handler.handleTogether([one, other])).rejects.toThrow(TypeError);
    for (const note of ["", "\ud800", "e\u0302", "x".repeat(20_001)]) {
      await expect(handler.handleTogether([one], note)).rejects.toThrow(TypeError);
    }
  });

  test("of nothing writes nothing", async () => {
    const { handler, store } = await openCell();
    expect(await handler.handleTogether([])).toEqual({ outcome: "Unchanged" });
    expect((await store.head()).position).toBe(2);
  });

  const speech = (id: string, letter: string, points: number): Line => [
    "GiveSpeech",
    "2012-03-01",
    {
      meeting: "m",
      speech: id,
      person: "an",
      occasion: "other",
      points: Array.from({ length: points }, () => letter.repeat(20_000)),
    },
  ];
  const openMeeting = async () => {
    const opened = await openCell();
    const held = { meeting: "m", branch: "cell", kind: "regular" };
    await opened.handler.handle(commandOf(["HoldMeeting", "2012-03-01", held], "m"));
    return opened;
  };

  test("is at most 900 KiB of UTF-8, and its ids stay free beyond that", async () => {
    const { handler } = await openMeeting();
    const together = (letter: string, points: number) =>
      handler.handleTogether(
        ["a", "b", "c", "d"].map((id) => commandOf(speech(id, letter, points), id)),
      );
    const tooLarge = await together("a", 12);
    expect(refusalsOf(tooLarge)).toMatchObject([{ bytesMax: commitBytesMax }]);
    // Three bytes a letter: 4 points of them weigh more than 11 points of one byte a letter.
    for (const outcome of [tooLarge, await together("ệ", 4)]) {
      expect(namesOf(outcome)).toEqual(["CommitTooLarge"]);
    }
    expect(namesOf(await together("a", 11))).toEqual(["Recorded"]);
  });

  test("holds no fact above 256 KiB, so that each can be reversed and told anew", async () => {
    const { handler } = await openMeeting();
    const tooLarge = await handler.handle(commandOf(speech("s", "a", 14), "s"));
    expect(namesOf(tooLarge)).toEqual(["EventTooLarge"]);
    const stated = { type: "SpeechGiven", bytesMax: eventBytesMax };
    expect(refusalsOf(tooLarge)).toMatchObject([stated]);
    const largest = await handler.handle(commandOf(speech("s", "a", 13), "s"));
    const reason = "ệ".repeat(20_000);
    expect(namesOf(largest)).toEqual(["Recorded"]);
    const target = "4.0";
    const anew = { ...commandOf(speech("s2", "a", 13), "s2"), inPlaceOf: target };
    const reverse = commandOf(["ReverseEvent", "2012-03-01", { target, reason }], "r");
    expect(namesOf(await handler.handleTogether([reverse, anew]))).toEqual(["Recorded"]);
  });

  test("states the bytes of its text exactly", async () => {
    const { handler, store } = await openMeeting();
    const text = "a đ ệ 𝄞 ".repeat(2_222);
    const speeches = (points: number) =>
      ["a", "b", "c", "d", "e", "f"].map((id) => {
        const told = { meeting: "m", speech: id, person: "an", occasion: "other" };
        const all = { ...told, points: Array.from({ length: points }, () => text) };
        return commandOf(["GiveSpeech", "2012-03-01", all], id);
      });
    const [refused] = refusalsOf(await handler.handleTogether(speeches(6)));
    await handler.handleTogether(speeches(4));
    const recorded = Buffer.byteLength((await store.find("f"))?.text ?? "");
    const oneMore = Buffer.byteLength(`,"${text}"`);
    expect(refused).toMatchObject({ bytes: recorded + 12 * oneMore });
  });
});

describe("time", () => {
  const at = (clock: string, today?: string) => ({
    now: () => Instant.make(clock),
    ...(today === undefined ? {} : { today: () => CalendarDate.make(today) }),
  });

  test("no fact takes effect after the day it is recorded", async () => {
    const { store } = await openDesk();
    const handler = await openLedger(store, at("2011-12-31T23:59:59.999Z"));
    expect(refusalsOf(await handler.handle(commandOf(ministry, "c1")))).toEqual([
      { refusal: "EffectiveInFuture", effectiveOn: "2012-01-01", today: "2011-12-31" },
    ]);
  });

  test("the day is the clerk's own, where the handler is told", async () => {
    const { store } = await openDesk();
    const handler = await openLedger(store, at("2011-12-31T18:00:00.000Z", "2012-01-01"));
    const { effectiveOn: _, ...undated } = commandOf(ministry, "c1");
    const outcome = await handler.handle(undated);
    expect(outcome).toMatchObject({
      stored: {
        commit: {
          recordedAt: "2011-12-31T18:00:00.000Z",
          events: [{ effectiveOn: "2012-01-01" }],
        },
      },
    });
  });

  test("a clock may be a day behind the ledger, but no more", async () => {
    const { handler, store } = await openCell();
    await handler.handle(commandOf(admitted("an"), "c1"));
    const behind = await reopened(store, Instant.make("2029-12-30T23:59:59.999Z"));
    expect(refusalsOf(await behind.handle(commandOf(admitted("binh"), "c2")))).toEqual([
      {
        refusal: "ClockBehindLedger",
        now: "2029-12-30T23:59:59.999Z",
        last: "2030-01-01T00:00:00.000Z",
      },
    ]);
    const dayBehind = await reopened(store, Instant.make("2029-12-31T00:00:00.000Z"));
    expect(await dayBehind.handle(commandOf(admitted("binh"), "c2"))).toMatchObject({
      stored: { commit: { recordedAt: "2030-01-01T00:00:00.000Z" } },
    });
  });
});

describe("handlers that race on one ledger", () => {
  test("of two on one subject one wins, and the other is judged on what then stands", async () => {
    const { store } = await openCell();
    const { racing, conflicts } = withRace(store, 2);
    const [one, two] = [await reopened(racing), await reopened(racing)];
    const outcomes = await Promise.all([
      one.handle(commandOf(admitted("an"), "c1")),
      two.handle(commandOf(admitted("an"), "c2")),
    ]);
    expect(outcomes.map(namesOf)).toEqual([["Recorded"], ["Unchanged"]]);
    expect(conflicts()).toBe(1);
  });

  test("two different facts that cannot both be: the later one is refused", async () => {
    const { store } = await openCell();
    const { racing } = withRace(store, 2);
    const [one, two] = [await reopened(racing), await reopened(racing)];
    const appointed = (person: string): Line => [
      "AppointOfficer",
      "2012-03-01",
      { person, in: { branch: "cell" }, office: "secretary" },
    ];
    const outcomes = await Promise.all([
      one.handle(commandOf(appointed("an"), "c1")),
      two.handle(commandOf(appointed("binh"), "c2")),
    ]);
    expect(outcomes.map(namesOf)).toEqual([["Recorded"], ["OfficeTaken"]]);
    expect((await store.head()).position).toBe(3);
  });

  test("facts about different subjects do not conflict at all", async () => {
    const { handler, store } = await openCell();
    await handler.handle(commandOf(cell("other"), "b"));
    const { racing, conflicts } = withRace(store, 2);
    const [one, two] = [await reopened(racing), await reopened(racing)];
    const outcomes = await Promise.all([
      one.handle(commandOf(admitted("an", "cell"), "c1")),
      two.handle(commandOf(admitted("binh", "other"), "c2")),
    ]);
    expect(outcomes.map(namesOf)).toEqual([["Recorded"], ["Recorded"]]);
    expect(conflicts()).toBe(0);
  });

  test("eight that admit into one cell are all recorded, without a gap", async () => {
    const { store } = await openCell();
    const { racing, conflicts } = withRace(store, 8);
    const handlers = await Promise.all(Array.from({ length: 8 }, () => reopened(racing)));
    const outcomes = await Promise.all(
      handlers.map((one, at) => one.handle(commandOf(admitted(`p${at}`), `c${at}`))),
    );
    const positions = outcomes.map((one) =>
      one.outcome === "Recorded" ? one.stored.commit.position : 0,
    );
    expect(positions.toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    expect(conflicts()).toBeGreaterThanOrEqual(7);
  });

  test("a handler sees what another recorded, and forgets nothing of its own", async () => {
    const { handler, store } = await openCell();
    const other = await reopened(store);
    await handler.handle(commandOf(admitted("an"), "c1"));
    expect(namesOf(await other.handle(commandOf(admitted("an", "cell"), "c2")))).toEqual([
      "Unchanged",
    ]);
    await other.handle(
      commandOf(["RemoveMember", "2012-03-01", { member: "an", reason: "resigned" }], "c3"),
    );
    const exempted: Line = ["ExemptMember", "2012-04-01", { member: "an" }];
    expect(namesOf(await handler.handle(commandOf(exempted, "c4")))).toEqual(["IsNoMember"]);
  });

  test("one handler takes its commands in the order they were given", async () => {
    const { handler } = await openDesk();
    const lines = [ministry, cell("cell"), admitted("an"), admitted("binh")];
    const outcomes = await Promise.all(
      lines.map((line, at) => handler.handle(commandOf(line, `c${at}`))),
    );
    expect(outcomes.map(namesOf)).toEqual(lines.map(() => ["Recorded"]));
  });
});

describe("a store that fails", () => {
  test("once while it is read leaves the handler right about the ledger", async () => {
    const { handler, store } = await openCell();
    let failing = false;
    const flaky = withMethods(store, {
      read: async function* (options) {
        for await (const batch of store.read(options)) {
          yield batch;
          if (failing) throw new Error("connection lost");
        }
      },
    });
    const clerk = await reopened(flaky);
    failing = true;
    await expect(clerk.handle(commandOf(admitted("an"), "c1"))).rejects.toThrow("lost");
    failing = false;
    expect(namesOf(await clerk.handle(commandOf(admitted("an"), "c1")))).toEqual(["Recorded"]);
    await handler.handle(commandOf(admitted("binh"), "c2"));
    failing = true;
    await expect(clerk.handle(commandOf(admitted("chi"), "c3"))).rejects.toThrow("lost");
    failing = false;
    const dissolved: Line = ["DissolveBranch", "2012-03-01", { branch: "cell" }];
    expect(refusalsOf(await clerk.handle(commandOf(dissolved, "c4")))).toEqual([
      { refusal: "HasMembers", branch: "cell", members: 2 },
    ]);
  });
});

describe("a commit of many commands", () => {
  test("reads its subjects in few passes, however many they are", async () => {
    const { store } = await openCell();
    let readings = 0;
    const counted = withMethods(store, {
      read: (options) => {
        readings += 1;
        return store.read(options);
      },
    });
    const handler = await reopened(counted);
    const lines = Array.from({ length: 200 }, (_, at) => admitted(`p${at}`));
    const outcome = await handler.handleTogether(
      lines.map((line, at) => commandOf(line, `c${at}`)),
    );
    expect(namesOf(outcome)).toEqual(["Recorded"]);
    expect(readings).toBeLessThan(6);
  });

  test("that is refused leaves no trace in what later commands are judged on", async () => {
    const { handler } = await openCell();
    await handler.handle(commandOf(admitted("an"), "c1"));
    const appointed = (person: string, branch: string): Line => [
      "AppointOfficer",
      "2012-03-01",
      { person, in: { branch }, office: "deputy-secretary" },
    ];
    const renamed: Line = ["RenameBranch", "2012-03-01", { branch: "cell", name: "Mới" }];
    const refused = await handler.handleTogether(
      [appointed("an", "cell"), appointed("binh", "cell"), renamed, appointed("an", "nowhere")].map(
        (line, at) => commandOf(line, `r${at}`),
      ),
    );
    expect(namesOf(refused)).toEqual(["BranchUnknown"]);
    const dissolved: Line = ["DissolveBranch", "2012-04-01", { branch: "cell" }];
    const left: Line = ["RemoveMember", "2012-04-01", { member: "an", reason: "resigned" }];
    const outcome = await handler.handleTogether(
      [renamed, left, dissolved].map((line, at) => commandOf(line, `c${at + 2}`)),
    );
    expect(namesOf(outcome)).toEqual(["Recorded"]);
  });

  test("does not reverse one event twice", async () => {
    const { handler } = await openCell();
    await handler.handle(commandOf(admitted("an"), "c1"));
    const reversal: Line = ["ReverseEvent", "2012-06-01", { target: "3.0", reason: "nhầm" }];
    const outcome = await handler.handleTogether([
      commandOf(reversal, "r1"),
      commandOf(reversal, "r2"),
    ]);
    expect(refusalsOf(outcome)).toEqual([
      { refusal: "AlreadyReversed", target: "3.0", type: "MemberAdmitted" },
    ]);
  });
});
