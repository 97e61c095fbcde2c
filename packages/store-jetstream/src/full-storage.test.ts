import { chmodSync } from "node:fs";
import { join } from "node:path";
import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import type { CommitDraft, EventStore } from "@tongket/core/log";
import { describe, expect, onTestFinished, test } from "vitest";
import { isMissing, type NatsServers, startNats } from "../../../.config/nats-server.ts";
import { anyway, draftOf, headerOf, now } from "../test/drafts.ts";
import { type JetStreamOptions, openJetStreamStorage } from "./index.ts";

type Option = Parameters<typeof startNats>[1];

const started = async (count: 1 | 3, option?: Option): Promise<NatsServers> => {
  const running = await startNats(count, option);
  onTestFinished(running.stop);
  return running;
};

const opened = async (running: NatsServers, options: JetStreamOptions = {}) => {
  const storage = await openJetStreamStorage({ ...running.login, ...options });
  onTestFinished(storage.close);
  return storage;
};

/** A stream of somebody else takes 3 MB on as many servers; gives how to make that room again. */
const roomTaken = async ({ login }: NatsServers, replicas: number): Promise<() => unknown> => {
  const connection = await connect(login);
  onTestFinished(() => connection.close());
  const { streams } = await jetstreamManager(connection);
  await streams.add({ name: "other", subjects: ["other"], num_replicas: replicas });
  for (let written = 0; written < 6; written += 1) {
    await jetstream(connection).publish("other", new Uint8Array(512 * 1024));
  }
  return () => streams.delete("other");
};

const bigDraft = (commandId: string): CommitDraft => {
  const draft = draftOf(commandId);
  const data = { note: "x".repeat(100_000) };
  return { ...draft, events: draft.events.map((event) => ({ ...event, data })) } as CommitDraft;
};

/** Appends until the storage fails; gives what was acknowledged, and the fault. */
const appendedUntilFull = async (store: EventStore) => {
  const acknowledged: string[] = [];
  for (;;) {
    const commandId = `c${acknowledged.length + 1}`;
    try {
      await store.append(bigDraft(commandId), anyway, now);
      acknowledged.push(commandId);
    } catch (fault) {
      return { acknowledged, fault };
    }
  }
};

const commandIds = async (store: EventStore): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const batch of store.read()) found.push(...batch.map((one) => one.commit.commandId));
  return found;
};

/** The one that failed may stand behind those acknowledged; the last is the one after it. */
const expectNothingLost = (found: readonly string[], acknowledged: readonly string[]): void => {
  const maybe = found.length === acknowledged.length + 2 ? [`c${acknowledged.length + 1}`] : [];
  expect(found).toEqual([...acknowledged, ...maybe, "more"]);
};

describe.skipIf(isMissing)("a server", () => {
  test("that stores no more by its own limit refuses at once, and goes on with room", async () => {
    const running = await started(1, { storage: "max_file_store: 4MB" });
    const storage = await opened(running);
    const store = await storage.create(headerOf("a"));
    const makeRoom = await roomTaken(running, 1);
    const begun = performance.now();
    const { acknowledged, fault } = await appendedUntilFull(store);
    expect(performance.now() - begun).toBeLessThan(5000);
    const refusal = { fault: "StorageFailed", facts: { code: 10_023 } };
    expect(fault).toMatchObject(refusal);
    expect(fault).not.toHaveProperty("facts.written");
    await expect(store.append(draftOf("small"), anyway, now)).rejects.toMatchObject(refusal);
    await expect(storage.create(headerOf("b"))).rejects.toMatchObject(refusal);
    expect(await commandIds(await storage.open("a"))).toEqual(acknowledged);
    await makeRoom();
    expect((await store.append(draftOf("more"), anyway, now)).append).toBe("Appended");
    expect(await commandIds(await storage.open("a"))).toEqual([...acknowledged, "more"]);
    expect((await (await storage.create(headerOf("b"))).head()).position).toBe(0);
  });

  test("whose disk takes no other file says so at once, and goes on when it does", async () => {
    const running = await started(1);
    const storage = await opened(running);
    const store = await storage.create(headerOf("a"));
    const folder = join(running.nodes[0]?.data ?? "", "jetstream/$G/streams/tongket-a/msgs");
    chmodSync(folder, 0o555);
    const begun = performance.now();
    const { acknowledged, fault } = await appendedUntilFull(store);
    expect(performance.now() - begun).toBeLessThan(10_000);
    const found = expect.stringContaining("permission denied");
    const facts = { code: 10_077, found, written: "unknown" };
    expect(fault).toMatchObject({ fault: "StorageFailed", facts });
    chmodSync(folder, 0o755);
    expect((await store.append(draftOf("more"), anyway, now)).append).toBe("Appended");
    expect(await commandIds(await storage.open("a"))).toEqual([...acknowledged, "more"]);
    expect(await storage.verify("a")).toMatchObject({ verified: "Whole" });
  });

  test("whose disk is full within a record loses nothing that it acknowledged", async () => {
    const running = await started(1);
    const [node] = running.nodes;
    await node?.end();
    await node?.start(2000);
    const storage = await opened(running, { answerWaitMs: 2000 });
    const store = await storage.create(headerOf("a"));
    const { acknowledged, fault } = await appendedUntilFull(store);
    // One of 2.9.10 answers no more for that stream, and would not end by itself either.
    const named = expect.stringMatching(/^Storage(?:Unreachable|Failed)$/);
    expect(fault).toMatchObject({ fault: named, facts: { written: "unknown" } });
    await node?.kill();
    await node?.start();
    expect((await store.append(draftOf("more"), anyway, now)).append).toBe("Appended");
    expectNothingLost(await commandIds(await storage.open("a")), acknowledged);
    expect(await storage.verify("a")).toMatchObject({ verified: "Whole" });
  });
});

describe.skipIf(isMissing)("a cluster of three", () => {
  test("goes on where one stores no more", async () => {
    const running = await started(3, { storage: "max_file_store: 4MB" });
    await roomTaken(running, 1);
    // It has taken half a minute until another led in the place of the one without room.
    const storage = await opened(running, { answerWaitMs: 120_000, replicas: 3 });
    const store = await storage.create(headerOf("a"));
    for (let number = 1; number <= 20; number += 1) {
      expect((await store.append(bigDraft(`c${number}`), anyway, now)).append).toBe("Appended");
    }
    expect(await storage.verify("a")).toMatchObject({ verified: "Whole", commits: 20 });
  });

  test("that all store no more says so when its time is over, and goes on with room", async () => {
    const running = await started(3, { storage: "max_file_store: 4MB" });
    const storage = await opened(running, { answerWaitMs: 4000, replicas: 3 });
    const store = await storage.create(headerOf("a"));
    const makeRoom = await roomTaken(running, 3);
    const { acknowledged, fault } = await appendedUntilFull(store);
    const facts = { code: 10_023, written: "unknown" };
    expect(fault).toMatchObject({ fault: "StorageFailed", facts });
    await makeRoom();
    const patient = await opened(running, { replicas: 3 });
    const again = await patient.open("a");
    expect((await again.append(draftOf("more"), anyway, now)).append).toBe("Appended");
    expectNothingLost(await commandIds(again), acknowledged);
    expect(await patient.verify("a")).toMatchObject({ verified: "Whole" });
  });
});
