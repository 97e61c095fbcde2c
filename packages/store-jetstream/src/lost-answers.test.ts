import type { EventStore, LedgerStorage } from "@tongket/core/log";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isMissing, type NatsServers, startNats } from "../../../.config/nats-server.ts";
import { anyway, draftOf, headerOf, now } from "../test/drafts.ts";
import { type LossyWay, startLossyWay } from "../test/lossy-way.ts";
import { openJetStreamStorage } from "./index.ts";

describe.skipIf(isMissing)("an append", () => {
  let running: NatsServers;
  let way: LossyWay;
  beforeAll(async () => {
    running = await startNats();
    way = await startLossyWay(running.login.servers[0] as string);
  });
  afterAll(async () => {
    await way?.stop();
    await running?.stop();
  });

  /** The words that each message of a commit has, and no other request. */
  const commit = "Tongket-Attempt";

  const overWay = async (
    ledger: string,
    answerWaitMs: number,
    run: (store: EventStore, storage: LedgerStorage) => Promise<void>,
  ): Promise<void> => {
    const servers = [way.address];
    const storage = await openJetStreamStorage({ ...running.login, servers, answerWaitMs });
    const store = await storage.create(headerOf(ledger));
    await run(store, storage);
    await store.close();
    await storage.close();
  };

  const commandIds = async (store: EventStore): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const batch of store.read()) found.push(...batch.map((one) => one.commit.commandId));
    return found;
  };

  for (const what of ["request", "answer"] as const) {
    test(`whose ${what} is lost on the way stands once, and is told as written`, async () => {
      await overWay(`lost-${what}`, 10_000, async (store) => {
        const before = way.lost();
        way.lose(commit, what);
        const result = await store.append(draftOf("c1"), anyway, now);
        expect(result).toMatchObject({ append: "Appended", stored: { commit: { position: 1 } } });
        expect(way.lost()).toBe(before + 1);
        await store.append(draftOf("c2"), anyway, now);
        expect(await commandIds(store)).toEqual(["c1", "c2"]);
      });
    });
  }

  test("that another has overtaken with the same text is not told as its own", async () => {
    await overWay("overtaken", 10_000, async (store) => {
      const other = await openJetStreamStorage(running.login);
      const theirs = await other.open("overtaken");
      await store.append(draftOf("c0"), anyway, now);
      way.lose(commit, "request");
      const mine = store.append(draftOf("c1"), anyway, now);
      expect((await theirs.append(draftOf("c1"), anyway, now)).append).toBe("Appended");
      expect((await mine).append).toBe("CommandKnown");
      expect(await commandIds(store)).toEqual(["c0", "c1"]);
      await theirs.close();
      await other.close();
    });
  });

  test("that may or may not stand says so; asked again, it is known", async () => {
    await overWay("unknown", 2000, async (store) => {
      way.lose(commit, "answer", true);
      await expect(store.append(draftOf("c1"), anyway, now)).rejects.toMatchObject({
        fault: "StorageUnreachable",
        facts: { written: "unknown" },
      });
      way.restore();
      expect((await store.append(draftOf("c1"), anyway, now)).append).toBe("CommandKnown");
      expect(await commandIds(store)).toEqual(["c1"]);
    });
  });

  test("of a header whose answer is lost makes its ledger", async () => {
    const servers = [way.address];
    const storage = await openJetStreamStorage({ ...running.login, servers });
    way.lose(commit, "answer");
    const store = await storage.create(headerOf("header-lost"));
    expect((await store.head()).position).toBe(0);
    await store.close();
    await storage.close();
  });
});
