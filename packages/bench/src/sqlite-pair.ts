import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createSqliteLedger } from "@tongket/store-sqlite";
import { headerOf, type Pair, type RawWay, type Rows } from "./pair.ts";

export const sqlitePair = async (folder: string, way: RawWay): Promise<Pair> => {
  const store = await createSqliteLedger(join(folder, `${way}-own.db`), headerOf("own"));
  const file = join(folder, `${way}-raw.db`);
  await (await createSqliteLedger(file, headerOf("raw"))).close();
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  return {
    name: `SQLite, raw ${way}`,
    store,
    raw: rawWriter(database, wordWriters[way](database)),
    close: async () => {
      database.close();
      await store.close();
    },
  };
};

/** Writes the words of records behind these. */
type WriteWords = (records: readonly Rows[]) => void;

const rowByRow = (database: DatabaseSync): WriteWords => {
  const word = database.prepare("INSERT INTO word (word) VALUES (?) ON CONFLICT DO NOTHING");
  const mention = database.prepare(
    "INSERT INTO mention (word, position) SELECT key, ? FROM word WHERE word = ?",
  );
  return (records) => {
    for (const { position, words } of records) {
      for (const said of words) {
        word.run(said);
        mention.run(position, said);
      }
    }
  };
};

/** A commit's words in two statements; the keys of those of several are looked up once. */
const asTheStore = (database: DatabaseSync): WriteWords => {
  const words = database.prepare(
    "INSERT INTO word (word) SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING",
  );
  const mentions = database.prepare(
    `INSERT INTO mention (word, position)
     SELECT word.key, ? FROM json_each(?) AS said JOIN word ON word.word = said.value`,
  );
  const keysOf = database.prepare(
    `SELECT word.key FROM json_each(?) AS said JOIN word ON word.word = said.value
     ORDER BY said.key`,
  );
  const keyed = database.prepare(
    "INSERT INTO mention (word, position) SELECT value, ? FROM json_each(?)",
  );
  return (records) => {
    const all = [...new Set(records.flatMap((one) => one.words))];
    const said = JSON.stringify(all);
    words.run(said);
    const [first] = records;
    if (records.length === 1 && first !== undefined) return void mentions.run(first.position, said);
    const rows = keysOf.all(said);
    const keys = new Map(all.map((word, at) => [word, rows[at]?.["key"]]));
    for (const { position, words } of records) {
      keyed.run(position, `[${words.map((word) => keys.get(word)).join()}]`);
    }
  };
};

const wordWriters = { plain: rowByRow, alike: asTheStore };

const rawWriter = (database: DatabaseSync, writeWords: WriteWords): Pair["raw"] => {
  const record = database.prepare("INSERT INTO record (position, text) VALUES (?, ?)");
  const command = database.prepare("INSERT INTO command (id, position) VALUES (?, ?)");
  return async (records) => {
    database.exec("BEGIN IMMEDIATE");
    for (const { position, text, ids } of records) {
      record.run(position, text);
      for (const id of ids) command.run(id, position);
    }
    writeWords(records);
    database.exec("COMMIT");
  };
};
