import {
  type AppendCondition,
  batchSizeMax,
  commandIdsOf,
  demandAll,
  demandUnbroken,
  type Head,
  hasMatch,
  headOf,
  type KeptText,
  LedgerFault,
  nextBatchSize,
  type ReadOptions,
  type StoredCommit,
  storedOf,
  wordsAsked,
  wordsIn,
} from "@tongket/core/log";
import type { ClientBase, Pool } from "pg";

/** A connection, in a transaction or not. */
type Connection = Pick<ClientBase | Pool, "query">;

type Reading = Required<ReadOptions>;

/** The head of a ledger. */
export const headOfLedger = async (connection: Connection, key: number): Promise<Head> =>
  headIn((await connection.query(headSql(key))).rows, key);

/** Asks for the head of a ledger, which is no text of anybody's. */
export const headSql = (key: number): string =>
  `SELECT position, hash, recorded_at FROM tongket.ledger WHERE key = ${Number(key)}`;

export const headIn = (rows: readonly unknown[], key: number): Head => {
  const [row] = rows as { position: number; hash: string; recorded_at: Head["recordedAt"] }[];
  if (row === undefined) throw new LedgerFault("LedgerMissing", { key });
  return { position: row.position, hash: row.hash, recordedAt: row.recorded_at };
};

/** The commit of the first of several command ids that has one. */
export const known = async (
  connection: Connection,
  key: number,
  ids: readonly string[],
): Promise<StoredCommit | undefined> => {
  const { rows } = await connection.query(
    `SELECT position, text FROM tongket.command JOIN tongket.record USING (ledger, position)
     WHERE ledger = $1 AND id = ANY ($2) ORDER BY array_position($2, id) LIMIT 1`,
    [key, ids],
  );
  const [row] = rows as KeptText[];
  return row === undefined ? undefined : storedOf(row.text, row.position);
};

/** The first position that matches the condition of an append. */
export const firstMatch = async (
  connection: Connection,
  key: number,
  { failIfMatch: query, after }: AppendCondition,
): Promise<number | undefined> => {
  const asked = { query, after, limit: 1, backwards: false };
  for await (const [first] of reading(connection, key, asked)) return first?.commit.position;
  return undefined;
};

/** In batches, as far as the head stands when the reading begins. */
export async function* reading(
  connection: Connection,
  key: number,
  { query, after, limit, backwards }: Reading,
): AsyncGenerator<readonly StoredCommit[], void> {
  if (limit <= 0) return;
  let left = limit;
  const words = wordsAsked(query);
  const from = Math.max(0, after);
  const batches =
    words === undefined
      ? everyCommit(connection, key, {
          from,
          backwards,
          most: query === "all" ? limit : batchSizeMax,
        })
      : mentioning(connection, key, { words, from, backwards });
  for await (const batch of batches) {
    const found = batch.filter(({ commit }) => hasMatch(query, commit)).slice(0, left);
    if (found.length > 0) yield found;
    left -= found.length;
    if (left <= 0) return;
  }
}

// NOTE: a lone text that is empty is split into no text, which comes as null.
const inserting = `
  WITH
    head AS (
      UPDATE tongket.ledger SET position = $9, hash = $10, recorded_at = $11
      WHERE key = $1 AND hash = $12 RETURNING key
    ),
    records AS (
      INSERT INTO tongket.record (ledger, position, text)
      SELECT head.key, one.* FROM head, unnest($3::int[], string_to_array($4, $2)) AS one
    ),
    commands AS (
      INSERT INTO tongket.command (ledger, id, position)
      SELECT head.key, coalesce(id, ''), position
      FROM head, unnest(string_to_array($5, $2), $6::int[]) AS one (id, position)
    ),
    mentions AS (
      INSERT INTO tongket.mention (ledger, word, position)
      SELECT head.key, coalesce(word, ''), position
      FROM head, unnest(string_to_array($7, $2), $8::int[]) AS one (word, position)
    )
  SELECT key FROM head
`;

/**
 * Appends records behind the head that they follow, all in one statement, which waits for whoever
 * has the ledger's row and then looks at its hash again. Gives false, and writes nothing, where
 * that is another by then.
 */
export const insertAll = async (
  connection: Connection,
  key: number,
  { all, onto }: { readonly all: readonly StoredCommit[]; readonly onto: Head },
): Promise<boolean> => {
  const last = all.at(-1);
  if (last === undefined) return true;
  const { position, hash, recordedAt } = headOf(last);
  const commands = keysOf(all, commandIdsOf);
  const mentions = keysOf(all, wordsIn);
  const separator = separatorOf([...commands.keys, ...mentions.keys]);
  const { rowCount } = await connection.query({
    // The server plans it once for a connection.
    name: "tongket.append",
    text: inserting,
    values: [
      key,
      separator,
      listed(all.map(({ commit }) => commit.position)),
      all.map(({ text }) => text).join(separator),
      commands.keys.join(separator),
      listed(commands.positions),
      mentions.keys.join(separator),
      listed(mentions.positions),
      position,
      hash,
      recordedAt,
      onto.hash,
    ],
  });
  return rowCount === 1;
};

/** Whole numbers as PostgreSQL reads them; the driver would look for quotes in each. */
const listed = (numbers: readonly number[]): string => `{${numbers.join()}}`;

/**
 * What to put between texts, which are sent as one: of a list the driver escapes each quote. JSON
 * has no bare U+001E, but an id or a word that is told in it may; then a number follows.
 */
const separatorOf = (keys: readonly string[]): string => {
  let separator = "\x1e";
  for (let tried = 0; keys.some((one) => one.includes(separator)); tried += 1) {
    separator = `\x1e${tried}.`;
  }
  return separator;
};

/** What each commit is found by, and its position beside each. */
const keysOf = (
  all: readonly StoredCommit[],
  keysIn: (commit: StoredCommit["commit"]) => Iterable<string>,
) => {
  const [keys, positions]: [string[], number[]] = [[], []];
  for (const { commit } of all) {
    for (const key of keysIn(commit)) {
      keys.push(key);
      positions.push(commit.position);
    }
  }
  return { keys, positions };
};

async function* everyCommit(
  connection: Connection,
  key: number,
  { from, backwards, most }: { from: number; backwards: boolean; most: number },
): AsyncGenerator<readonly StoredCommit[], void> {
  let [low, high] = [from, (await headOfLedger(connection, key)).position + 1];
  for (let size = Math.min(100, most); low + 1 < high; ) {
    const batch = await commitsOf(
      connection,
      `SELECT position, text FROM tongket.record
       WHERE ledger = $1 AND position > $2 AND position < $3
       ORDER BY position ${backwards ? "DESC" : ""} LIMIT $4`,
      [key, low, high, size],
    );
    demandUnbroken(batch, { from: backwards ? high - 1 : low + 1, backwards });
    yield batch;
    if (backwards) high -= batch.length;
    else low += batch.length;
    size = nextBatchSize(batch);
  }
}

async function* mentioning(
  connection: Connection,
  key: number,
  { words, from, backwards }: { words: readonly string[]; from: number; backwards: boolean },
): AsyncGenerator<readonly StoredCommit[], void> {
  const { rows } = await connection.query(
    `SELECT DISTINCT position FROM tongket.mention
     WHERE ledger = $1 AND word = ANY ($2) AND position > $3
     ORDER BY position ${backwards ? "DESC" : ""}`,
    [key, words, from],
  );
  const positions = (rows as { readonly position: number }[]).map(({ position }) => position);
  for (let [at, size] = [0, 100]; at < positions.length; ) {
    const asked = positions.slice(at, at + size);
    const batch = await commitsOf(
      connection,
      `SELECT position, text FROM tongket.record WHERE ledger = $1 AND position = ANY ($2)
       ORDER BY position ${backwards ? "DESC" : ""}`,
      [key, asked],
    );
    demandAll(batch, asked);
    at += size;
    yield batch;
    size = nextBatchSize(batch);
  }
}

const commitsOf = async (
  connection: Connection,
  sql: string,
  values: readonly unknown[],
): Promise<readonly StoredCommit[]> => {
  const { rows } = await connection.query(sql, [...values]);
  return (rows as KeptText[]).map(({ position, text }) => storedOf(text, position));
};
