import { setTimeout as sleep } from "node:timers/promises";
import { jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import { hashOfText, type LedgerStorage } from "@tongket/core/log";
import { type NatsServers, startNats } from "../../../.config/nats-server.ts";
import { openJetStreamStorage } from "../src/index.ts";
import { streamOf } from "../src/stream-config.ts";
import { anyway, draftOf, headerOf, now } from "./drafts.ts";

/** What became of the commits of several writers while leaders were killed. */
export interface KillsSurvived {
  readonly acknowledged: number;
  /** Acknowledged, and not where it was told. */
  readonly lost: number;
  /** Records of a command that has one already. */
  readonly doubled: number;
  /** Records that do not follow the one before, or are not true of their hash. */
  readonly broken: number;
  /** Appends that could not be told for certain, and were asked again. */
  readonly unsure: number;
  /** The longest that nothing was acknowledged. */
  readonly pauseMsMax: number;
}

const ledger = "kills";

/** Kills the leader of a ledger's stream with -9, again and again, while writers append to it. */
export const killLeaders = async (kills: number, writers = 3): Promise<KillsSurvived> => {
  const running = await startNats(3);
  const storages: (LedgerStorage & { close(): Promise<void> })[] = [];
  const open = async () => {
    const storage = await openJetStreamStorage({ ...running.login, replicas: 3 });
    storages.push(storage);
    return storage;
  };
  try {
    await (await (await open()).create(headerOf(ledger))).close();
    const tally = new Tally();
    const writing = Array.from({ length: writers }, async (_, writer) =>
      write(await open(), `w${writer}`, tally),
    );
    for (let kill = 1; kill <= kills; kill += 1) await killLeader(running, tally);
    tally.isOver = true;
    await Promise.all(writing);
    return { ...tally.figures, ...(await audit(await open(), tally.acknowledged)) };
  } finally {
    for (const storage of storages) await storage.close();
    await running.stop();
  }
};

class Tally {
  readonly acknowledged = new Map<string, number>();
  isOver = false;
  unsure = 0;
  #pauseMsMax = 0;
  #last = performance.now();

  acknowledge(commandId: string, position: number): void {
    this.acknowledged.set(commandId, position);
    this.#pauseMsMax = Math.max(this.#pauseMsMax, performance.now() - this.#last);
    this.#last = performance.now();
  }

  /** Waits until so many more are acknowledged. */
  async more(count: number): Promise<void> {
    for (const goal = this.acknowledged.size + count; this.acknowledged.size < goal; ) {
      await sleep(10);
    }
  }

  get figures() {
    const { acknowledged, unsure } = this;
    return { acknowledged: acknowledged.size, unsure, pauseMsMax: Math.round(this.#pauseMsMax) };
  }
}

const write = async (storage: LedgerStorage, writer: string, tally: Tally): Promise<void> => {
  const store = await storage.open(ledger);
  for (let number = 1; !tally.isOver; number += 1) {
    const commandId = `${writer}-${number}`;
    for (let isTold = false; !isTold; ) {
      try {
        const result = await store.append(draftOf(commandId), anyway, now);
        if (result.append === "Conflict") throw new Error("nothing conflicts");
        tally.acknowledge(commandId, result.stored.commit.position);
        isTold = true;
      } catch {
        tally.unsure += 1;
      }
    }
  }
  await store.close();
};

/** Behind it the cluster is whole again: two of three have to stand for anything to be written. */
const killLeader = async ({ login, nodes }: NatsServers, tally: Tally): Promise<void> => {
  await tally.more(100 + Math.floor(Math.random() * 100));
  const leader = (await clusterOf(login)).leader;
  const node = nodes.find(({ name }) => name === leader);
  if (node === undefined) return killLeader({ login, nodes } as NatsServers, tally);
  await node.kill();
  await tally.more(50);
  await node.start();
  for (;;) {
    const { leader: next, replicas } = await clusterOf(login);
    if (next !== undefined && replicas.length === 2 && replicas.every((one) => one)) return;
    await sleep(100);
  }
};

/** Who leads the stream, and of each of the others whether it has all that the leader has. */
const clusterOf = async (login: NatsServers["login"]) => {
  const connection = await connect(login);
  try {
    const manager = await jetstreamManager(connection, { checkAPI: false });
    const { cluster } = await manager.streams.info(streamOf(ledger));
    const replicas = (cluster?.replicas ?? []).map(({ current, offline }) => current && !offline);
    return { leader: cluster?.leader, replicas };
  } catch {
    return { leader: undefined, replicas: [] };
  } finally {
    await connection.close();
  }
};

const audit = async (storage: LedgerStorage, acknowledged: ReadonlyMap<string, number>) => {
  const store = await storage.open(ledger);
  const stands = new Map<string, number>();
  let [doubled, broken] = [0, 0];
  let last = { position: 0, hash: store.headerHash };
  for await (const batch of store.read()) {
    for (const { commit, hash, text } of batch) {
      const { position, prev, commandId } = commit;
      if (position !== last.position + 1 || prev !== last.hash) broken += 1;
      if (hashOfText(text) !== hash) broken += 1;
      if (stands.has(commandId)) doubled += 1;
      stands.set(commandId, position);
      last = { position, hash };
    }
  }
  await store.close();
  const lost = [...acknowledged].filter(([id, position]) => stands.get(id) !== position).length;
  return { lost, doubled, broken };
};
