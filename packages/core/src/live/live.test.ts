import { commandOf, type Desk, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { addressOf, type RecordedEvent } from "../kernel/event.ts";
import type { Projection } from "../kernel/projection.ts";
import {
  inMemoryShelf,
  keepReacting,
  keepView,
  ProjectionView,
  type Reaction,
  type Shelf,
  ShelfUnreadable,
} from "./index.ts";

const branch = branchLine("EstablishBranch", "2012-01-01");
const ministry = branch("m", "upper-committee");
const cells = ["a", "b", "c", "d"].map((id) => branch(id, "cell", "m"));
const reversed = (target: string): Line => [
  "ReverseEvent",
  "2012-02-01",
  { target, reason: "nhầm" },
];

/** The branches established, in the order they came, and how often anything was applied. */
const founded = (version = 1) => {
  const seen: string[] = [];
  const projection: Projection<{ names: string[] }, string> = {
    name: "founded",
    version,
    reads: ["BranchEstablished"],
    initial: () => ({ names: [] }),
    apply: (draft, event) => {
      seen.push(addressOf(event));
      draft.names.push((event.data as { branch: string }).branch);
    },
    finish: ({ names }) => names.join(" "),
  };
  return { projection, seen };
};

const recording = async (lines: readonly Line[]) => {
  const desk = await openDesk();
  let commands = 0;
  const record = async (...more: readonly Line[]): Promise<number> => {
    for (const line of more) {
      commands += 1;
      const outcome = await desk.handler.handle(commandOf(line, `c${commands}`));
      expect(outcome).toMatchObject({ outcome: "Recorded" });
    }
    return (await desk.store.head()).position;
  };
  await record(...lines);
  return { ...desk, record } satisfies Desk & { record: unknown };
};

describe("a view", () => {
  test("answers for the ledger as it stands, and for what is recorded from then on", async () => {
    const { store, record } = await recording([ministry]);
    const { projection } = founded();
    const view = new ProjectionView(projection);
    expect(view.answered()).toBe(undefined);
    const kept = keepView(store, view);
    await kept.reached(1);
    expect(view.answered()?.answer).toBe("m");
    const before = view.answered();
    const position = await record(...cells);
    await kept.reached(position);
    const { hash } = await store.head();
    expect(view.answered()).toEqual({
      at: { ledger: "test", position: 5, hash },
      answer: "m a b c d",
    });
    expect(before?.answer).toBe("m");
    await kept.stop();
  });

  test("goes on where it was when it is kept again, and takes nothing in twice", async () => {
    const { store, record } = await recording([ministry, ...cells]);
    const shelf = inMemoryShelf();
    const first = keepView(store, new ProjectionView(founded().projection, { shelf }));
    await first.reached(5);
    await first.stop();
    const last = await record(branch("e", "cell", "m"));
    const { projection, seen } = founded();
    const view = new ProjectionView(projection, { shelf });
    const kept = keepView(store, view);
    await kept.reached(last);
    expect([view.answered()?.answer, seen]).toEqual(["m a b c d e", ["6.0"]]);
    await kept.stop();
  });

  test("is saved every so many commits, so that a crash costs no more than those", async () => {
    const { store, record } = await recording([ministry]);
    const shelf = inMemoryShelf();
    const view = new ProjectionView(founded().projection, { shelf, saveEvery: 2 });
    const kept = keepView(store, view);
    await kept.reached(1);
    for (const cell of cells.slice(0, 3)) await kept.reached(await record(cell));
    expect(await shelf.load("founded")).toMatchObject({ at: { position: 3 } });
    await kept.stop();
    expect(await shelf.load("founded")).toMatchObject({ at: { position: 4 } });
  });

  test("of another version is made anew, the old one kept until the new one is whole", async () => {
    const { store } = await recording([ministry, ...cells]);
    const shelf = inMemoryShelf();
    const first = keepView(store, new ProjectionView(founded().projection, { shelf }));
    await first.reached(5);
    await first.stop();
    const { projection } = founded(2);
    const during: Promise<unknown>[] = [];
    const apply = (draft: { names: string[] }, event: RecordedEvent): void => {
      during.push(shelf.load("founded"));
      projection.apply(draft, event);
    };
    const view = new ProjectionView({ ...projection, apply }, { shelf });
    const kept = keepView(store, view);
    await kept.reached(5);
    expect(await Promise.all(during)).toMatchObject(
      cells.concat([ministry]).map(() => ({ version: 1 })),
    );
    expect(await shelf.load("founded")).toMatchObject({ version: 2 });
    expect(view.answered()?.answer).toBe("m a b c d");
    await kept.stop();
  });

  test("is made anew where an event that it took in falls, not where another does", async () => {
    const { store, record } = await recording([ministry, ...cells]);
    const { projection, seen } = founded();
    const during: unknown[] = [];
    const view: ProjectionView<{ names: string[] }, string> = new ProjectionView({
      ...projection,
      apply: (draft, event) => {
        during.push(view.answered()?.answer);
        projection.apply(draft, event);
      },
    });
    const kept = keepView(store, view);
    await kept.reached(5);
    during.length = 0;
    const last = await record(reversed("3.0"));
    await kept.reached(last);
    expect(view.answered()?.answer).toBe("m a c d");
    expect(during).toEqual(["m a b c d", "m a b c d", "m a b c d", "m a b c d"]);
    seen.length = 0;
    const directive: Line = ["IssueDirective", "2012-03-01", { directive: "d", title: "D" }];
    await record(directive);
    await kept.reached(await record(reversed("7.0")));
    expect(seen).toEqual([]);
    await kept.stop();
  });

  test("that reads reversals is given every event and its reversal", async () => {
    const { store, record } = await recording([ministry, ...cells]);
    const { projection, seen } = founded();
    const reads = ["EventReversed", "BranchEstablished"];
    const apply = (_: object, event: RecordedEvent) => void seen.push(addressOf(event));
    const kept = keepView(store, new ProjectionView({ ...projection, reads, apply }));
    await kept.reached(5);
    await kept.reached(await record(reversed("3.0")));
    expect(seen).toEqual(["1.0", "2.0", "3.0", "4.0", "5.0", "6.0"]);
    await kept.stop();
  });

  test.each([
    ["another ledger", { ledger: "other" }],
    ["another future of the ledger", { hash: "0".repeat(64) }],
    ["records that the ledger has lost", { position: 9 }],
  ])("that went with %s is made anew", async (_, wrong) => {
    const { store } = await recording([ministry]);
    const { hash } = await store.head();
    const shelf = inMemoryShelf();
    const at = { ledger: "test", position: 1, hash };
    const state = { names: ["old"] };
    await shelf.save("founded", { version: 1, at: { ...at, ...wrong }, state });
    const view = new ProjectionView(founded().projection, { shelf });
    const kept = keepView(store, view);
    await kept.reached(1);
    await expect.poll(() => view.answered()).toEqual({ at, answer: "m" });
    await kept.stop();
    await shelf.save("founded", { version: 1, at, state });
    const fits = new ProjectionView(founded().projection, { shelf });
    const again = keepView(store, fits);
    await again.reached(1);
    expect(fits.answered()?.answer).toBe("old");
    await again.stop();
  });

  test("that is stopped while it is made anew is left, and what was there stays", async () => {
    const { store } = await recording([ministry, ...cells]);
    const told: string[] = [];
    const kept = keepView(store, {
      name: "slow",
      reads: "all",
      checkpoint: async () => undefined,
      take: async () => "Taken",
      close: async () => void told.push("closed"),
      anew: async () => ({
        take: async () => void kept.stop(),
        publish: async () => {
          told.push("published");
          return "Published";
        },
        discard: async () => void told.push("discarded"),
      }),
    });
    await kept.ended;
    expect(told).toEqual(["discarded", "closed"]);
  });

  test("of an empty ledger has an answer too", async () => {
    const { store } = await openDesk();
    const view = new ProjectionView(founded().projection);
    const kept = keepView(store, view);
    await kept.reached(0);
    const at = { ledger: "test", position: 0, hash: store.headerHash };
    expect(view.answered()).toEqual({ at, answer: "" });
    await kept.stop();
  });

  test("that fails tells whoever waits, and stays as it was", async () => {
    const { store, record } = await recording([ministry]);
    const { projection } = founded();
    const view = new ProjectionView({
      ...projection,
      apply: (draft, event) => {
        projection.apply(draft, event);
        if (event.position === 3) throw new Error("no room");
      },
    });
    const kept = keepView(store, view);
    await kept.reached(1);
    await record(...cells.slice(0, 1));
    await kept.reached(2);
    const waiting = kept.reached(3);
    await record(...cells.slice(1, 2));
    await expect(waiting).rejects.toThrow("no room");
    await expect(kept.reached(9)).rejects.toThrow("no room");
    await expect(kept.stop()).rejects.toThrow("no room");
    expect(view.answered()?.answer).toBe("m a");
  });

  test("that is not kept any more tells whoever waits", async () => {
    const { store } = await recording([ministry]);
    const kept = keepView(store, new ProjectionView(founded().projection));
    await kept.reached(1);
    const waiting = kept.reached(2);
    const told = expect(waiting).rejects.toThrow("founded is not kept any more");
    await kept.stop();
    await told;
    await kept.reached(1);
  });
});

describe("a reaction", () => {
  const letters = (fails = (_: string): boolean => false) => {
    const sent: string[] = [];
    const doubted: string[] = [];
    const reaction: Reaction = {
      name: "letters",
      reads: ["BranchEstablished"],
      react: async (event) => {
        if (fails(addressOf(event))) throw new Error("the post is closed");
        sent.push(addressOf(event));
      },
      inDoubt: async (event) => void doubted.push(addressOf(event)),
    };
    return { sent, doubted, reaction };
  };

  test("follows what is recorded behind its beginning, each event once", async () => {
    const { store, record } = await recording([ministry, ...cells.slice(0, 1)]);
    const { sent, reaction } = letters();
    const reacting = keepReacting(store, reaction, { shelf: inMemoryShelf(), after: 1 });
    await record(...cells.slice(1));
    await expect.poll(() => sent).toEqual(["2.0", "3.0", "4.0", "5.0"]);
    await reacting.stop();
  });

  test("is not repeated when it goes on, wherever it was stopped", async () => {
    const desk = await openDesk();
    const lines = [ministry, ...cells];
    await desk.handler.handleTogether(lines.map((line, at) => commandOf(line, `c${at}`)));
    for (const stopAt of ["1.0", "1.2", "1.4"]) {
      const shelf = inMemoryShelf();
      const first = letters();
      const reacting = keepReacting(
        desk.store,
        {
          ...first.reaction,
          react: async (event) => {
            await first.reaction.react(event);
            if (addressOf(event) === stopAt) void reacting.stop();
          },
        },
        { shelf, after: 0 },
      );
      await expect.poll(() => first.sent.at(-1)).toBe(stopAt);
      await reacting.stop();
      const second = letters();
      const again = keepReacting(desk.store, second.reaction, { shelf, after: 0 });
      const all = ["1.0", "1.1", "1.2", "1.3", "1.4"];
      await expect.poll(() => [...first.sent, ...second.sent]).toEqual(all);
      await again.stop();
      expect(second.doubted).toEqual([]);
    }
  });

  test("that was cut short is told of as in doubt, and not done again", async () => {
    const { store } = await recording([ministry, ...cells]);
    const shelf = inMemoryShelf();
    const first = letters((address) => address === "3.0");
    const reacting = keepReacting(store, first.reaction, { shelf, after: 0 });
    await expect(reacting.ended).rejects.toThrow("the post is closed");
    const second = letters();
    const again = keepReacting(store, second.reaction, { shelf, after: 0 });
    await expect.poll(() => second.sent).toEqual(["4.0", "5.0"]);
    expect([first.sent, second.doubted]).toEqual([["1.0", "2.0"], ["3.0"]]);
    await again.stop();
  });

  test("ends with a fault where the ledger is closed under it", async () => {
    const { store } = await recording([ministry]);
    const { sent, reaction } = letters();
    const reacting = keepReacting(store, reaction, { shelf: inMemoryShelf(), after: 0 });
    await expect.poll(() => sent).toEqual(["1.0"]);
    const ended = expect(reacting.ended).rejects.toThrow("was closed under letters");
    await store.close();
    await ended;
  });

  test.each([
    ["of another ledger", { ledger: "other" }],
    ["beyond the end of the ledger", { position: 9 }],
    ["of another future of it", { hash: "0".repeat(64) }],
  ])("that is %s does nothing", async (_, part) => {
    const { store } = await recording([ministry]);
    const { position, hash } = await store.head();
    const shelf: Shelf = inMemoryShelf();
    const mark = { ledger: "test", position, hash, index: 0, done: true, ...part };
    await shelf.save("letters", mark);
    const { sent, reaction } = letters();
    const reacting = keepReacting(store, reaction, { shelf, after: 0 });
    await expect(reacting.ended).rejects.toMatchObject({ fault: "UnequalPrefix" });
    expect(sent).toEqual([]);
  });

  test("whose mark cannot be read does nothing; a view is made anew", async () => {
    const { store } = await recording([ministry]);
    const shelf: Shelf = {
      load: async () => Promise.reject(new ShelfUnreadable("of another version")),
      save: async () => {},
      hold: async () => ({ release: () => {} }),
    };
    const { sent, reaction } = letters();
    const reacting = keepReacting(store, reaction, { shelf, after: 0 });
    await expect(reacting.ended).rejects.toThrow("of another version");
    expect(sent).toEqual([]);
    const view = new ProjectionView(founded().projection, { shelf });
    const kept = keepView(store, view);
    await kept.reached(1);
    expect(view.answered()?.answer).toBe("m");
    await kept.stop();
  });
});
