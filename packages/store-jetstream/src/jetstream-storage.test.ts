import {
  DiscardPolicy,
  type JetStreamManager,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from "@nats-io/jetstream";
import { connect, type NatsConnection } from "@nats-io/transport-node";
import { type EventStore, hashedText } from "@tongket/core/log";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { isMissing, type NatsServers, startNats } from "../../../.config/nats-server.ts";
import { anyway, draftOf, headerOf, now } from "../test/drafts.ts";
import { type JetStreamStorage, openJetStreamStorage } from "./index.ts";
import { configOf, streamOf, subjectOf } from "./stream-config.ts";

describe.skipIf(isMissing)("ledgers of a server", () => {
  let running: NatsServers;
  let storage: JetStreamStorage;
  let other: NatsConnection;
  let manager: JetStreamManager;
  beforeAll(async () => {
    running = await startNats();
    storage = await openJetStreamStorage(running.login);
    other = await connect(running.login);
    manager = await jetstreamManager(other);
  });
  afterAll(async () => {
    await storage?.close();
    await other?.close();
    await running?.stop();
  });

  /** A ledger in a stream that another program made. */
  const madeBy = async (ledger: string, part: Partial<StreamConfig>): Promise<void> => {
    await manager.streams.add({ ...configOf(streamOf(ledger), 1), ...part });
    await other.request(subjectOf(streamOf(ledger)), hashedText(headerOf(ledger)).text);
  };

  const losing: readonly Partial<StreamConfig>[] = [
    { max_age: 3_600_000_000_000 },
    { max_msgs: 1000 },
    { max_bytes: 10_000_000 },
    { max_msgs_per_subject: 1000 },
    { max_msg_size: 100_000 },
    { discard: DiscardPolicy.Old },
    { storage: StorageType.Memory },
    { retention: RetentionPolicy.Workqueue },
    { deny_delete: false },
    { deny_purge: false },
    { deny_purge: false, allow_rollup_hdrs: true },
    { no_ack: true },
  ];

  test.each(losing)("in a stream with %o are refused, to open and to make", async (part) => {
    const ledger = `losing-${JSON.stringify(part).replace(/\W/g, "")}`;
    await manager.streams.add({ ...configOf(streamOf(ledger), 1), ...part });
    const [setting] = Object.keys(part);
    const refusal = { fault: "StorageUnfit", facts: { setting } };
    await expect(storage.create(headerOf(ledger))).rejects.toMatchObject(refusal);
    await expect(storage.open(ledger)).rejects.toMatchObject(refusal);
    expect((await manager.streams.info(streamOf(ledger))).state.messages).toBe(0);
  });

  test("in a stream that listens to more than its own are refused", async () => {
    await madeBy("more", { subjects: [subjectOf(streamOf("more")), "more"] });
    await expect(storage.open("more")).rejects.toMatchObject({ facts: { setting: "subjects" } });
  });

  test("that have lost a record are refused", async () => {
    await madeBy("gap", { deny_delete: false });
    const subject = subjectOf(streamOf("gap"));
    for (const _ of [1, 2, 3]) await other.request(subject, "{}");
    await manager.streams.deleteMessage(streamOf("gap"), 2);
    const { config } = await manager.streams.info(streamOf("gap"));
    await manager.streams.update(streamOf("gap"), { ...config, deny_delete: true });
    await expect(storage.open("gap")).rejects.toMatchObject({ fault: "PositionGap" });
  });

  test("on fewer servers than asked for are refused", async () => {
    await (await storage.create(headerOf("alone"))).close();
    const three = await openJetStreamStorage({ ...running.login, replicas: 3 });
    const refusal = { fault: "StorageUnfit", facts: { setting: "num_replicas", found: "1" } };
    await expect(three.open("alone")).rejects.toMatchObject(refusal);
    await three.close();
  });

  test("whose header was never written are missing, and can be made", async () => {
    await manager.streams.add(configOf(streamOf("half"), 1));
    await expect(storage.open("half")).rejects.toMatchObject({ fault: "LedgerMissing" });
    const store = await storage.create(headerOf("half"));
    expect((await store.head()).position).toBe(0);
    await store.close();
    await expect(storage.create(headerOf("half"))).rejects.toMatchObject({ fault: "LedgerExists" });
  });

  test("made at once by two, of the very same header, are made by one", async () => {
    const second = await openJetStreamStorage(running.login);
    for (let round = 1; round <= 20; round += 1) {
      const tries = await Promise.allSettled(
        [storage, second].map((one) => one.create(headerOf(`at-once-${round}`))),
      );
      const [lost, ...others] = tries.flatMap((one) => (one.status === "rejected" ? [one] : []));
      expect(lost?.reason).toMatchObject({ fault: "LedgerExists" });
      expect(others).toEqual([]);
    }
    await second.close();
  });

  test("tell of a known command before a conflict, also of another handle", async () => {
    const store = await storage.create(headerOf("behind"));
    const other = await storage.open("behind");
    await store.append(draftOf("c1"), anyway, now);
    await other.append(draftOf("c2"), anyway, now);
    const conflicting = { failIfMatch: "all", after: 0 } as const;
    expect((await store.append(draftOf("c2"), conflicting, now)).append).toBe("CommandKnown");
    expect(await store.append(draftOf("c3"), conflicting, now)).toEqual({
      append: "Conflict",
      position: 1,
    });
    await store.close();
    await other.close();
  });

  test("are read whichever time is given to wait for an answer", async () => {
    const store = await storage.create(headerOf("long"));
    for (let number = 1; number <= 40; number += 1) {
      await store.append(draftOf(`c${number}`), anyway, now);
    }
    await store.close();
    for (const answerWaitMs of [1001, 8000, 10_000]) {
      const patient = await openJetStreamStorage({ ...running.login, answerWaitMs });
      expect(await patient.verify("long")).toMatchObject({ verified: "Whole", commits: 40 });
      await patient.close();
    }
  });

  test("tell of a message that is no record, and of a record out of place", async () => {
    const store = await storage.create(headerOf("foreign"));
    const result = await store.append(draftOf("c1"), anyway, now);
    const text = result.append === "Appended" ? result.stored.text : "";
    await other.request(subjectOf(streamOf("foreign")), text);
    await expect(store.head()).rejects.toMatchObject({ fault: "PositionGap" });
    await other.request(subjectOf(streamOf("foreign")), "{}");
    await expect(store.head()).rejects.toMatchObject({ fault: "BrokenRecord" });
    await expect(store.append(draftOf("c2"), anyway, now)).rejects.toMatchObject({
      name: "LedgerFault",
    });
  });
});

const readOf = async (store: EventStore): Promise<void> => {
  for await (const _ of store.read());
};

describe.skipIf(isMissing)("a server that goes away", () => {
  test("is a fault at the next call, nothing hangs, and all goes on when it is back", async () => {
    const running = await startNats();
    onTestFinished(running.stop);
    const [node] = running.nodes;
    const storage = await openJetStreamStorage({ ...running.login, answerWaitMs: 2000 });
    const store = await storage.create(headerOf("a"));
    await store.append(draftOf("c1"), anyway, now);
    await node?.kill();
    const begun = performance.now();
    const failed = { fault: "StorageUnreachable" };
    await Promise.all([
      expect(store.head()).rejects.toMatchObject(failed),
      expect(store.find("c9")).rejects.toMatchObject(failed),
      expect(readOf(store)).rejects.toMatchObject(failed),
      expect(store.append(draftOf("c2"), anyway, now)).rejects.toMatchObject(failed),
      expect(storage.open("a")).rejects.toMatchObject(failed),
    ]);
    expect(performance.now() - begun).toBeLessThan(4000);
    await node?.start();
    expect((await store.append(draftOf("c3"), anyway, now)).append).toBe("Appended");
    expect((await store.find("c1"))?.commit.position).toBe(1);
    await store.close();
    await storage.close();
  });
});
