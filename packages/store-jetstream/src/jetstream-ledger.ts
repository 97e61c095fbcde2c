import { setTimeout as sleep } from "node:timers/promises";
import {
  type AppendCondition,
  type AppendResult,
  type CommitDraft,
  chained,
  commandIdsOf,
  demandPrefix,
  type EventStore,
  type FaultsOf,
  type Head,
  headOf,
  judgeAppend,
  LedgerFault,
  type LedgerHeader,
  OpenHandle,
  type ReadOptions,
  readHeader,
  type StoredCommit,
  type Subscription,
} from "@tongket/core/log";
import { KnownLog } from "./known-log.ts";
import { commitIn, type LedgerStream } from "./ledger-stream.ts";
import { firstMatch, reading } from "./reading.ts";
import { Rest } from "./rest.ts";

/** What a ledger needs of the storage that keeps it. */
export interface Serving {
  readonly faultsOf: FaultsOf;
  readonly pollMs: number;
  /** How long an append begins anew because another writer was first. */
  readonly turnWaitMs: number;
}

export class JetStreamLedger implements EventStore {
  readonly header: LedgerHeader;
  readonly headerHash: string;
  readonly #headerHead: Head;
  readonly #serving: Serving;
  readonly #log: KnownLog;
  readonly #handle: OpenHandle;
  readonly #rest = new Rest();

  constructor(serving: Serving, stream: LedgerStream, headerText: string) {
    const { header, head } = readHeader(headerText);
    this.header = header;
    this.headerHash = head.hash;
    this.#headerHead = head;
    this.#serving = serving;
    this.#log = new KnownLog(stream, head);
    this.#handle = new OpenHandle(header.ledger, serving.faultsOf);
  }

  head(): Promise<Head> {
    return this.#handle.asked(async () => {
      const last = await this.#log.stream.last();
      const { ledger } = this.header;
      if (last === undefined) throw new LedgerFault("LedgerMissing", { ledger });
      return last.position === 0 ? this.#headerHead : headOf(commitIn(last));
    });
  }

  find(commandId: string): Promise<StoredCommit | undefined> {
    return this.#handle.asked(async () => {
      if (this.#log.positionOf(commandId) === undefined) await this.#log.catchUp();
      return this.#known([commandId]);
    });
  }

  read(options: ReadOptions = {}): AsyncIterable<readonly StoredCommit[]> {
    return this.#handle.read(options, (asked) => reading(this.#log, asked));
  }

  subscribe({ after }: { readonly after: number }): Subscription {
    const read = (seen: number) => this.read({ after: seen });
    return this.#handle.follow({ read, wait: () => sleep(this.#serving.pollMs) }, after);
  }

  /**
   * What is known of the log judges; that nothing came meanwhile, the write finds out. A conflict
   * is told only of the log as it is: behind what was known, the command itself may stand.
   */
  append(
    draft: CommitDraft,
    condition: AppendCondition,
    now: Head["recordedAt"],
  ): Promise<AppendResult> {
    return this.#handle.inTurn(async () => {
      const log = this.#log;
      await this.#rest.taken();
      let isFresh = !log.isFollowed || condition.after > log.head.position;
      if (isFresh) await log.catchUp();
      const until = performance.now() + this.#serving.turnWaitMs;
      for (; ; isFresh = true) {
        const result = await this.#judged(draft, condition, now);
        if (result.append === "CommandKnown") return result;
        if (result.append === "Conflict") {
          if (isFresh) return result;
          await log.catchUp();
          continue;
        }
        if (await this.#write(result.stored)) {
          this.#rest.wrote();
          return result;
        }
        if (performance.now() > until) {
          const { ledger } = this.header;
          throw new LedgerFault("LedgerLocked", { ledger, found: "others were first" });
        }
        await log.closeUp();
      }
    });
  }

  /**
   * All records are looked at first, then written one at a time: a copy that is cut short stands as
   * far as it went.
   */
  appendVerbatim(
    texts: readonly string[],
    onto: { readonly after: number; readonly prev: string },
  ): Promise<Head> {
    return this.#handle.inTurn(async () => {
      const log = this.#log;
      await log.catchUp();
      demandPrefix(log.head, onto);
      const all = chained(texts, log.head);
      for (const stored of all) {
        if (await this.#write(stored)) continue;
        const { position } = stored.commit;
        throw new LedgerFault("UnequalPrefix", { after: onto.after, head: position });
      }
      return log.head;
    });
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /** All of it by one state of the log: nothing is waited for before each has looked at it. */
  async #judged(
    draft: CommitDraft,
    condition: AppendCondition,
    now: Head["recordedAt"],
  ): Promise<AppendResult> {
    const { head } = this.#log;
    const [known, match] = await Promise.all([
      this.#known(commandIdsOf(draft)),
      firstMatch(this.#log, condition),
    ]);
    return judgeAppend({ head, known, match }, { draft, condition, now });
  }

  /** Whether the commit stands now where it says; if not, another does. */
  async #write(stored: StoredCommit): Promise<boolean> {
    const { text, commit } = stored;
    const isWritten = await this.#log.stream.write({ position: commit.position, text });
    if (isWritten) this.#log.take(stored);
    return isWritten;
  }

  async #known(ids: readonly string[]): Promise<StoredCommit | undefined> {
    const [first] = ids.flatMap((id) => this.#log.positionOf(id) ?? []);
    return first === undefined ? undefined : commitIn(await this.#log.stream.at(first));
  }
}
