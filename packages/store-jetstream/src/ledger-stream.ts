import { randomUUID } from "node:crypto";
import type { JetStreamClient, JetStreamManager, StoredMsg } from "@nats-io/jetstream";
import { AckPolicy, DeliverPolicy } from "@nats-io/jetstream";
import { headers, type NatsConnection, nanos } from "@nats-io/transport-node";
import { type KeptText, LedgerFault, type StoredCommit, storedOf } from "@tongket/core/log";
import type { Answered } from "./attempts.ts";
import {
  isStorageFull,
  isStoringRefused,
  isWrongSequence,
  jetstreamFault,
  mayPass,
  NotYet,
  unsureFault,
} from "./jetstream-fault.ts";
import { subjectOf } from "./stream-config.ts";

/** What a stream needs of the connection to its server. */
export interface Connected {
  readonly connection: NatsConnection;
  readonly client: JetStreamClient;
  readonly manager: JetStreamManager;
  readonly answered: Answered;
  /** Which server it is, in messages. */
  readonly storage: string;
  /** How long one request waits for its answer. */
  readonly tryMs: number;
}

/** Names the attempt that wrote a message: two writers may well write the same text. */
const attemptHeader = "Tongket-Attempt";
/** So few are asked for one by one, and at once; a pull is of so many bytes at most. */
const fewMax = 32;
const pullBytesMax = 4 * 1024 * 1024;

/** The stream of one ledger: a message a record, with the sequence behind its position. */
export class LedgerStream {
  readonly #name: string;
  readonly #connected: Connected;
  /** No answer may say that the ledger ends before it: a server lags, or has lost records. */
  #seen = 0;

  constructor(connected: Connected, name: string) {
    this.#connected = connected;
    this.#name = name;
  }

  /** The last record; undefined where not even a header stands. */
  last(): Promise<KeptText | undefined> {
    return this.#connected.answered(async () => {
      const found = await this.#message({ last_by_subj: subjectOf(this.#name) });
      const position = found === null ? 0 : found.seq - 1;
      if (position < this.#seen) {
        throw new NotYet(`ends at ${position}, and has been at ${this.#seen}`);
      }
      this.#seen = position;
      return found === null ? undefined : { position, text: textIn(found.data, position) };
    });
  }

  /** The record at a position that the ledger has. */
  at(position: number): Promise<KeptText> {
    return this.#connected.answered(async () => {
      const found = await this.#message({ seq: position + 1 });
      if (found === null) throw new NotYet(`no record at ${position}`);
      return { position, text: textIn(found.data, position) };
    });
  }

  /** The first records behind a position, so many at most, by one request each and all at once. */
  following(position: number, most: number): Promise<readonly KeptText[]> {
    return this.#connected.answered(async () => {
      const asked = Array.from({ length: most }, (_, index) => position + 1 + index);
      const found = await Promise.all(asked.map((one) => this.#message({ seq: one + 1 })));
      const end = found.indexOf(null);
      const whole = found.slice(0, end === -1 ? most : end) as readonly StoredMsg[];
      return whole.map(({ seq, data }) => ({ position: seq - 1, text: textIn(data, seq - 1) }));
    });
  }

  /** The commits at positions that rise, of which none is behind the end. */
  async commits(positions: readonly number[]): Promise<readonly StoredCommit[]> {
    const [first = 0, last = 0] = [positions[0], positions.at(-1)];
    const stretch = last - first + 1;
    if (positions.length > fewMax && stretch <= 4 * positions.length) {
      const all = await this.records(first, last);
      return positions.map((position) => commitIn(all[position - first] as KeptText));
    }
    const found: KeptText[] = [];
    for (let at = 0; at < positions.length; at += fewMax) {
      found.push(
        ...(await Promise.all(positions.slice(at, at + fewMax).map((one) => this.at(one)))),
      );
    }
    return found.map(commitIn);
  }

  /**
   * Writes a record at the position if nothing stands there, by compare-and-set on the sequence of
   * the whole stream; gives whether it did. An attempt whose answer was lost is made again, byte
   * for byte: it cannot be written twice, and where a record stands already it tells whose it is.
   */
  async write({ position, text }: KeptText): Promise<boolean> {
    const attempt = randomUUID();
    const { connection, storage } = this.#connected;
    let [isUnsure, refusal]: [boolean, unknown] = [false, undefined];
    try {
      return await this.#connected.answered(async () => {
        try {
          return await this.#attempt({ position, text }, attempt);
        } catch (error) {
          // Of a cluster another server may come to lead that has room, or has stored it already.
          const isAlone = connection.info?.cluster === undefined;
          isUnsure ||= mayPass(error) && !(isAlone && isStorageFull(error));
          if (!isStoringRefused(error)) throw error;
          refusal = error;
          throw isAlone ? jetstreamFault(error, storage) : error;
        }
      });
    } catch (error) {
      if (!isUnsure) throw error;
      throw unsureFault(refusal ?? error, { storage, position });
    }
  }

  async #attempt({ position, text }: KeptText, attempt: string): Promise<boolean> {
    const { client, tryMs } = this.#connected;
    const named = headers();
    named.set(attemptHeader, attempt);
    try {
      const { stream, seq } = await client.publish(subjectOf(this.#name), text, {
        expect: { streamName: this.#name, lastSequence: position },
        headers: named,
        timeout: tryMs,
      });
      if (stream !== this.#name || seq !== position + 1) {
        throw new LedgerFault("PositionGap", { stream, expected: position, found: seq - 1 });
      }
    } catch (error) {
      if (!isWrongSequence(error)) throw error;
      const found = await this.#message({ seq: position + 1 });
      if (found === null) throw new NotYet(`nothing stands at ${position}, nor may`);
      if (found.header.get(attemptHeader) !== attempt) return false;
    }
    this.#seen = Math.max(this.#seen, position);
    return true;
  }

  /** The records from one position to another, as they are stored. */
  async records(first: number, last: number): Promise<readonly KeptText[]> {
    const all: KeptText[] = [];
    while (first + all.length <= last) {
      all.push(...(await this.#connected.answered(() => this.#pulled(first + all.length, last))));
    }
    return all;
  }

  /** As many records from the first on as one pull gives, by a consumer that goes at once. */
  async #pulled(first: number, last: number): Promise<readonly KeptText[]> {
    const { connection, manager, tryMs } = this.#connected;
    const { name } = await manager.consumers.add(this.#name, {
      ack_policy: AckPolicy.None,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: first + 1,
      inactive_threshold: nanos(30_000),
      mem_storage: true,
      num_replicas: 1,
    });
    try {
      const [batch, expires] = [last - first + 1, nanos(tryMs)];
      const pulled: KeptText[] = [];
      for await (const message of await connection.requestMany(
        `$JS.API.CONSUMER.MSG.NEXT.${this.#name}.${name}`,
        JSON.stringify({ batch, expires, max_bytes: pullBytesMax }),
        { strategy: "count", maxMessages: batch, maxWait: tryMs, noMux: true },
      )) {
        // A status tells why nothing more comes, such as that it were too many bytes for a pull.
        if ((message.headers?.code ?? 0) > 0) break;
        const position = first + pulled.length;
        pulled.push({ position, text: textIn(message.data, position) });
        if (pulled.length === batch) break;
      }
      if (pulled.length === 0) throw new NotYet(`nothing came of ${first} to ${last}`);
      return pulled;
    } finally {
      void manager.consumers.delete(this.#name, name).catch(() => {});
    }
  }

  #message(asked: { seq: number } | { last_by_subj: string }): Promise<StoredMsg | null> {
    return this.#connected.manager.streams.getMessage(this.#name, asked);
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const textIn = (bytes: Uint8Array, position: number): string => {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    throw new LedgerFault("NotUtf8", { position }, { cause: error });
  }
};

/** The commit in a record, which says itself where it stands. */
export const commitIn = ({ position, text }: KeptText): StoredCommit => storedOf(text, position);
