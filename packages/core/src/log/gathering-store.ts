import type { Instant } from "../kernel/date.ts";
import { judgeAppend } from "./appending.ts";
import { type CommitDraft, commandIdsOf, type Head, headOf, type StoredCommit } from "./commit.ts";
import { type AppendCondition, hasMatch } from "./condition.ts";
import type { AppendResult, EventStore, ReadOptions, Subscription } from "./event-store.ts";

/**
 * A ledger whose appends are gathered in memory behind its head, and written all at once: one wait
 * for the disk instead of one each. Readings by this handle see them; nobody else does, and nothing
 * of them is durable, until `write` is done. For one writer, who tells nobody of them before.
 */
export class GatheringStore implements EventStore {
  readonly header: EventStore["header"];
  readonly headerHash: string;
  readonly #store: EventStore;
  /** The head that the gathered ones follow. */
  #onto: Head | undefined;
  #gathered: StoredCommit[] = [];
  readonly #byId = new Map<string, StoredCommit>();

  constructor(store: EventStore) {
    this.header = store.header;
    this.headerHash = store.headerHash;
    this.#store = store;
  }

  /** How long the texts are that are gathered, in characters. */
  get length(): number {
    return this.#gathered.reduce((sum, { text }) => sum + text.length, 0);
  }

  /**
   * Writes what is gathered, durably. Rejects with `UnequalPrefix` where another wrote since the
   * first was gathered, and as `appendVerbatim` does; what was gathered is dropped in any case.
   */
  async write(): Promise<void> {
    const [onto, gathered] = [this.#onto, this.#gathered];
    if (onto === undefined) return;
    this.#onto = undefined;
    this.#gathered = [];
    this.#byId.clear();
    const texts = gathered.map(({ text }) => text);
    await this.#store.appendVerbatim(texts, { after: onto.position, prev: onto.hash });
  }

  async head(): Promise<Head> {
    const last = this.#gathered.at(-1);
    return last === undefined ? this.#store.head() : headOf(last);
  }

  async append(
    draft: CommitDraft,
    condition: AppendCondition,
    now: Instant,
  ): Promise<AppendResult> {
    const head = await this.head();
    const found = {
      head,
      known: await this.#known(commandIdsOf(draft)),
      match: condition.after < head.position ? await this.#firstMatch(condition) : undefined,
    };
    const result = judgeAppend(found, { draft, condition, now });
    if (result.append === "Appended") {
      this.#onto ??= head;
      this.#gathered.push(result.stored);
      for (const id of commandIdsOf(draft)) this.#byId.set(id, result.stored);
    }
    return result;
  }

  async find(commandId: string): Promise<StoredCommit | undefined> {
    return this.#byId.get(commandId) ?? this.#store.find(commandId);
  }

  async *read(options: ReadOptions = {}): AsyncGenerator<readonly StoredCommit[], void> {
    const { limit = Number.POSITIVE_INFINITY, backwards = false } = options;
    const own = this.#ownOf(options);
    const [before, after] = backwards ? [own.toReversed(), []] : [[], own];
    let left = limit;
    for await (const batch of this.#parts(options, { before, after })) {
      const found = batch.slice(0, left);
      if (found.length > 0) yield found;
      left -= found.length;
      if (left <= 0) return;
    }
  }

  /** Writes what is gathered, then the texts behind it. */
  async appendVerbatim(
    texts: readonly string[],
    onto: { readonly after: number; readonly prev: string },
  ): Promise<Head> {
    await this.write();
    return this.#store.appendVerbatim(texts, onto);
  }

  /** Of what is written. */
  subscribe(options: { readonly after: number }): Subscription {
    return this.#store.subscribe(options);
  }

  /** Drops what is gathered. */
  close(): Promise<void> {
    return this.#store.close();
  }

  #ownOf({ after = 0, query = "all" }: ReadOptions): readonly StoredCommit[] {
    return this.#gathered.filter(
      ({ commit }) => commit.position > after && hasMatch(query, commit),
    );
  }

  async *#parts(
    options: ReadOptions,
    own: { readonly before: readonly StoredCommit[]; readonly after: readonly StoredCommit[] },
  ): AsyncIterable<readonly StoredCommit[]> {
    const last = this.#onto?.position ?? Number.POSITIVE_INFINITY;
    yield own.before;
    // What another wrote behind the head is left out: `write` will refuse in any case.
    if ((options.after ?? 0) < last) {
      for await (const batch of this.#store.read(options)) {
        yield batch.filter(({ commit }) => commit.position <= last);
      }
    }
    yield own.after;
  }

  async #known(ids: readonly string[]): Promise<StoredCommit | undefined> {
    for (const id of ids) {
      const stored = await this.find(id);
      if (stored !== undefined) return stored;
    }
    return undefined;
  }

  async #firstMatch({ failIfMatch, after }: AppendCondition): Promise<number | undefined> {
    for await (const [first] of this.read({ query: failIfMatch, after, limit: 1 })) {
      return first?.commit.position;
    }
    return undefined;
  }
}
