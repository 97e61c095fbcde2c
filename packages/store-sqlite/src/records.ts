import type { DatabaseSync, StatementSync } from "node:sqlite";
import {
  type AppendCondition,
  commandIdsOf,
  demandAll,
  demandUnbroken,
  type Head,
  hasMatch,
  type KeptText,
  LedgerFault,
  type ReadOptions,
  type StoredCommit,
  storedOf,
  tailIn,
  wordsAsked,
  wordsIn,
} from "@tongket/core/log";

/** A batch ends at this many commits, or with the one that makes it this many characters. */
const batchSize = 500;
const batchLength = 2_000_000;

type Reading = Required<ReadOptions>;

/** The records of a ledger as one connection sees them. No call leaves a statement unfinished. */
export class Records {
  readonly #last: StatementSync;
  readonly #ofCommand: StatementSync;
  readonly #forward: StatementSync;
  readonly #backward: StatementSync;
  readonly #at: StatementSync;
  readonly #mentions: StatementSync;
  readonly #addRecord: StatementSync;
  readonly #addCommand: StatementSync;
  readonly #addWords: StatementSync;
  readonly #addMentions: StatementSync;
  readonly #keysOf: StatementSync;
  readonly #addMentionsOf: StatementSync;
  readonly #header: Head;

  constructor(database: DatabaseSync, header: Head) {
    const sql = (text: string): StatementSync => database.prepare(text);
    this.#header = header;
    this.#last = sql(
      "SELECT position, text FROM record WHERE position > 0 ORDER BY position DESC LIMIT 1",
    );
    this.#ofCommand = sql(
      "SELECT position, text FROM command JOIN record USING (position) WHERE id = ?",
    );
    this.#forward = sql(
      "SELECT position, text FROM record WHERE position > ? AND position < ? ORDER BY position",
    );
    this.#backward = sql(
      `SELECT position, text FROM record WHERE position > ? AND position < ?
       ORDER BY position DESC`,
    );
    this.#at = sql(
      `SELECT position, text FROM json_each(?) AS asked JOIN record ON position = asked.value
       ORDER BY asked.key`,
    );
    this.#mentions = sql(
      `SELECT DISTINCT position FROM json_each(?) AS asked
       JOIN word ON word.word = asked.value JOIN mention ON mention.word = word.key
       WHERE position > ? ORDER BY position`,
    );
    this.#addRecord = sql("INSERT INTO record (position, text) VALUES (?, ?)");
    this.#addCommand = sql("INSERT INTO command (id, position) VALUES (?, ?)");
    this.#addWords = sql(
      "INSERT INTO word (word) SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING",
    );
    this.#addMentions = sql(
      `INSERT INTO mention (word, position)
       SELECT word.key, ? FROM json_each(?) AS said JOIN word ON word.word = said.value`,
    );
    this.#keysOf = sql(
      `SELECT word.key FROM json_each(?) AS said JOIN word ON word.word = said.value
       ORDER BY said.key`,
    );
    this.#addMentionsOf = sql(
      "INSERT INTO mention (word, position) SELECT value, ? FROM json_each(?)",
    );
  }

  head(): Head {
    const row = this.#last.get();
    if (row === undefined) return this.#header;
    const { position } = row as { readonly position: number };
    const tail = tailIn(row["text"] as string);
    if (tail === undefined) throw new LedgerFault("BrokenRecord", { position });
    if (tail.position === position) {
      const { hash, recordedAt } = tail;
      return { position, hash, recordedAt };
    }
    const facts = { position, expected: position, found: String(tail.position) };
    throw new LedgerFault("PositionGap", facts);
  }

  /** The commit of the first of several command ids that has one. */
  known(ids: readonly string[]): StoredCommit | undefined {
    for (const id of ids) {
      const row = this.#ofCommand.get(id) as KeptText | undefined;
      if (row !== undefined) return storedOf(row.text, row.position);
    }
    return undefined;
  }

  /** The first position that matches the condition of an append. */
  firstMatch({ failIfMatch: query, after }: AppendCondition): number | undefined {
    for (const [first] of this.read({ query, after, limit: 1, backwards: false })) {
      return first?.commit.position;
    }
    return undefined;
  }

  /** In batches, as far as the head stands when the reading begins. */
  *read({ query, after, limit, backwards }: Reading): Iterable<readonly StoredCommit[]> {
    let left = limit;
    const words = wordsAsked(query);
    const batches =
      words === undefined ? this.#all(after, backwards) : this.#mentioning(words, after, backwards);
    for (const batch of left > 0 ? batches : []) {
      const found = batch.filter(({ commit }) => hasMatch(query, commit)).slice(0, left);
      if (found.length > 0) yield found;
      left -= found.length;
      if (left <= 0) return;
    }
  }

  /** Writes records, in a transaction that keeps out all others. */
  write(all: readonly StoredCommit[]): void {
    const said = all.map(({ commit }) => [...wordsIn(commit)]);
    // No word of one commit comes twice: joining costs less than reading their keys.
    const keys = all.length > 1 ? this.#keysOfWords(said.flat()) : undefined;
    for (const [at, { commit, text }] of all.entries()) {
      const { position } = commit;
      this.#addRecord.run(position, text);
      for (const id of commandIdsOf(commit)) this.#addCommand.run(id, position);
      const words = said[at] as readonly string[];
      if (keys === undefined) {
        const asked = JSON.stringify(words);
        this.#addWords.run(asked);
        this.#addMentions.run(position, asked);
      } else this.#addMentionsOf.run(position, `[${words.map((word) => keys.get(word)).join()}]`);
    }
  }

  /** The keys of words, which many commits share: each is looked up once. */
  #keysOfWords(said: readonly string[]): ReadonlyMap<string, number> {
    const words = [...new Set(said)];
    const asked = JSON.stringify(words);
    this.#addWords.run(asked);
    const rows = this.#keysOf.all(asked);
    return new Map(words.map((word, at) => [word, rows[at]?.["key"] as number]));
  }

  *#all(after: number, backwards: boolean): Iterable<readonly StoredCommit[]> {
    let [low, high] = [Math.max(0, after), this.head().position + 1];
    while (low + 1 < high) {
      const batch = this.#batch(backwards ? this.#backward : this.#forward, [low, high]);
      demandUnbroken(batch, { from: backwards ? high - 1 : low + 1, backwards });
      yield batch;
      if (backwards) high -= batch.length;
      else low += batch.length;
    }
  }

  *#mentioning(words: readonly string[], after: number, backwards: boolean) {
    const rows = this.#mentions.all(JSON.stringify(words), Math.max(0, after));
    const positions = rows.map((row) => row["position"] as number);
    if (backwards) positions.reverse();
    for (let at = 0; at < positions.length; ) {
      const asked = positions.slice(at, at + batchSize);
      const batch = this.#batch(this.#at, [JSON.stringify(asked)]);
      demandAll(batch, asked.slice(0, Math.max(1, batch.length)));
      at += batch.length;
      yield batch;
    }
  }

  /** As many rows as make one batch; the statement ends with it. */
  #batch(statement: StatementSync, given: readonly (number | string)[]): readonly StoredCommit[] {
    const found: StoredCommit[] = [];
    let length = 0;
    for (const { position, text } of statement.iterate(...given) as Iterable<KeptText>) {
      found.push(storedOf(text, position));
      length += text.length;
      if (found.length >= batchSize || length >= batchLength) break;
    }
    return found;
  }
}
