import { deepStrictEqual, match, notStrictEqual, strictEqual } from "node:assert/strict";
import { hashedText, hashOfText } from "@tongket/core/log";
import { type Demand, headerOf } from "../bench.ts";
import { appended, entry, newYear, readAll, rejectsWith } from "../entries.ts";

export const newLedgers: readonly Demand[] = [
  {
    says: "is headed by its header, at position 0 and the time it was made",
    proved: async (bench) => {
      const store = await bench.ledger();
      const { hash } = hashedText(store.header);
      strictEqual(store.headerHash, hash);
      deepStrictEqual(await store.head(), { position: 0, hash, recordedAt: newYear });
    },
  },
  {
    says: "has a hash of 64 hexadecimal digits",
    proved: async (bench) => match((await bench.ledger()).headerHash, /^[0-9a-f]{64}$/),
  },
  {
    says: "holds no commit, forward or backward, before its first",
    proved: async (bench) => {
      const store = await bench.ledger();
      deepStrictEqual(await readAll(store), []);
      deepStrictEqual(await readAll(store, { backwards: true }), []);
      const stored = await appended(store, entry("c1"));
      deepStrictEqual(await readAll(store), [stored]);
      deepStrictEqual(await readAll(store, { backwards: true }), [stored]);
    },
  },
  {
    says: "knows no command before its commit",
    proved: async (bench) => {
      const store = await bench.ledger();
      strictEqual(await store.find("c1"), undefined);
      deepStrictEqual(await appended(store, entry("c1")), await store.find("c1"));
    },
  },
  {
    says: "gives the header it was made with",
    proved: async ({ storage }) => {
      const header = headerOf({ simulated: true, regime: "own-rules" });
      const store = await storage.create(header);
      deepStrictEqual(store.header, header);
      await store.close();
      const again = await storage.open(header.ledger);
      deepStrictEqual(again.header, header);
      await again.close();
    },
  },
  {
    says: "has one header hash for every handle, and another than a ledger of another id",
    proved: async (bench) => {
      const store = await bench.ledger();
      strictEqual((await bench.again(store)).headerHash, store.headerHash);
      notStrictEqual((await bench.ledger()).headerHash, store.headerHash);
    },
  },
  {
    says: "is not made where one of its id is kept, and that one stays as it is",
    proved: async (bench) => {
      const store = await bench.ledger();
      await appended(store, entry("c1"));
      const head = await store.head();
      strictEqual(head.position, 1);
      await rejectsWith("LedgerExists", bench.storage.create(store.header));
      deepStrictEqual(await store.head(), head);
    },
  },
  {
    says: "is made once where ten try at the same time",
    proved: async ({ storage }) => {
      const header = headerOf();
      const tries = await Promise.allSettled(
        Array.from({ length: 10 }, () => storage.create(header)),
      );
      const made = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      strictEqual(made.length, 1);
      for (const store of made) await store.close();
    },
  },
  {
    says: "is not opened where none of its id is kept, nor made by trying",
    proved: async ({ storage }) => {
      const { ledger } = headerOf();
      await rejectsWith("LedgerMissing", storage.open(ledger));
      await rejectsWith("LedgerMissing", storage.open(ledger));
    },
  },
  {
    says: "names its header's hash in its first commit, and that commit's hash is true of its text",
    proved: async (bench) => {
      const store = await bench.ledger();
      const { commit, hash, text } = await appended(store, entry("c1"));
      strictEqual(commit.prev, store.headerHash);
      strictEqual(hashOfText(text), hash);
    },
  },
];
