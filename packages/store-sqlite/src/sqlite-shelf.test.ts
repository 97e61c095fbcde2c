import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addressOf } from "@tongket/core";
import { inMemoryShelf, keepReacting, type Reaction, type Shelf } from "@tongket/core/live";
import type { EventStore, LedgerHeader } from "@tongket/core/log";
import { recordLines } from "@tongket/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSqliteLedger, openSqliteShelf } from "./index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tongket-shelf-"));
});
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

const header = {
  createdAt: "2012-01-01T00:00:00.000Z",
  ledger: "sample",
  regime: "vn-party",
  tongket: 1,
} as LedgerHeader;

/** A ledger of three commits: a branch, and two below it. */
const ledgerOfThree = async (file: string): Promise<EventStore> => {
  const store = await createSqliteLedger(file, header);
  const lines = ["m", "a", "b"].map((branch, at) => ({
    command: "CarryInBranch",
    effectiveOn: "2012-01-01",
    actor: "clerk",
    recordedAt: "2012-01-02T00:00:00.000Z",
    data: {
      branch,
      name: branch,
      ...(at === 0 ? { kind: "upper-committee" } : { kind: "cell", parent: "m" }),
    },
  }));
  for await (const _ of recordLines(store, lines));
  return store;
};

/** Keeps letters of all branches, and notes what it does. */
const keepLetters = (store: EventStore, shelf: Shelf, sending = async (): Promise<void> => {}) => {
  const done: string[] = [];
  const letters: Reaction = {
    name: "letters/branch",
    reads: ["BranchCarriedIn"],
    react: async (event) => {
      done.push(`sent ${addressOf(event)}`);
      await sending();
    },
    inDoubt: async (event) => void done.push(`doubt ${addressOf(event)}`),
  };
  return { done, reacting: keepReacting(store, letters, { shelf, after: 0 }) };
};

const inMemory = (): readonly Shelf[] => {
  const shelf = inMemoryShelf();
  return [shelf, shelf, shelf];
};
const inMemoryOfSqlite = (): readonly Shelf[] => {
  const shelf = openSqliteShelf(":memory:");
  return [shelf, shelf, shelf];
};
const inOneFile = (): readonly Shelf[] => {
  const [file, link] = [join(folder, "shelf.db"), join(folder, "link.db")];
  const shelves = [openSqliteShelf(file), openSqliteShelf(file)];
  symlinkSync(file, link);
  return [...shelves, openSqliteShelf(link)];
};

test.each([
  ["in memory", inMemory],
  ["in SQLite's memory", inMemoryOfSqlite],
  ["in a file of SQLite", inOneFile],
])("a reaction is kept by one at a time on a shelf %s", async (_, shelves) => {
  const store = await ledgerOfThree(join(folder, "l.db"));
  const [one, two, three] = shelves() as readonly [Shelf, Shelf, Shelf];
  let goOn = (): void => {};
  const sending = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const first = keepLetters(store, one, () => sending);
  await expect.poll(() => first.done).toEqual(["sent 1.0"]);
  for (const shelf of [one, two, three]) {
    const other = keepLetters(store, shelf);
    await expect(other.reacting.ended).rejects.toMatchObject({ name: "AlreadyKept" });
    await expect(other.reacting.ended).rejects.toThrow("letters/branch is kept already");
    expect(other.done).toEqual([]);
  }
  goOn();
  await expect.poll(() => first.done).toEqual(["sent 1.0", "sent 2.0", "sent 3.0"]);
  await first.reacting.stop();
  const last = keepLetters(store, three);
  const more = keepLetters(store, two);
  await expect(more.reacting.ended).rejects.toMatchObject({ name: "AlreadyKept" });
  await last.reacting.stop();
  expect([last.done, more.done]).toEqual([[], []]);
  await store.close();
});

test("a reaction of a living program is no other's, of a killed one the next one's", async () => {
  const ledger = join(folder, "l.db");
  const shelf = openSqliteShelf(join(folder, "shelf.db"));
  const store = await ledgerOfThree(ledger);
  const texts = ["index.ts", "../../core/src/live/index.ts"].map((path) =>
    JSON.stringify(join(import.meta.dirname, path)),
  );
  const program = `
    import { openSqliteLedger, openSqliteShelf } from ${texts[0]};
    import { keepReacting } from ${texts[1]};
    const store = await openSqliteLedger(${JSON.stringify(ledger)});
    const shelf = openSqliteShelf(${JSON.stringify(join(folder, "shelf.db"))});
    const react = async (event) => {
      console.log("begun");
      if (event.position === 2) await new Promise(() => {});
    };
    const reaction = { name: "letters/branch", reads: ["BranchCarriedIn"], react, inDoubt: react };
    keepReacting(store, reaction, { shelf, after: 0 });
    setInterval(() => globalThis.gc(), 10);
  `;
  const argv = ["--conditions=source", "--expose-gc", "--input-type=module", "-e", program];
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  let said = "";
  child.stdout.on("data", (data) => {
    said += data;
  });
  await expect.poll(() => said, { timeout: 20_000 }).toBe("begun\nbegun\n");
  const second = keepLetters(store, shelf);
  await expect(second.reacting.ended).rejects.toMatchObject({ name: "AlreadyKept" });
  expect(second.done).toEqual([]);
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  const third = keepLetters(store, shelf);
  await expect.poll(() => third.done).toEqual(["doubt 2.0", "sent 3.0"]);
  await third.reacting.stop();
  shelf.close();
  await store.close();
  const beside = readdirSync(folder).filter((name) => name.startsWith("shelf.db"));
  expect(beside).toEqual(["shelf.db", "shelf.db.letters%2Fbranch.held"]);
});

test("a name that was let go twice is still the next one's", async () => {
  for (const shelf of [inMemoryShelf(), openSqliteShelf(join(folder, "shelf.db"))]) {
    const before = await shelf.hold("a");
    before?.release();
    const now = await shelf.hold("a");
    before?.release();
    expect([await shelf.hold("a"), typeof (await shelf.hold("b"))]).toEqual([undefined, "object"]);
    now?.release();
    expect(await shelf.hold("a")).toBeDefined();
  }
});
