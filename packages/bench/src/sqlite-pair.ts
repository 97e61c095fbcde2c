import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createSqliteLedger } from "@tongket/store-sqlite";
import { headerOf, type Pair, type Rows } from "./pair.ts";

export const sqlitePair = async (folder: string): Promise<Pair> => {
  const store = await createSqliteLedger(join(folder, "own.db"), headerOf("own"));
  const file = join(folder, "raw.db");
  await (await createSqliteLedger(file, headerOf("raw"))).close();
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  return {
    name: "SQLite",
    store,
    raw: rawWriter(database),
    close: async () => {
      database.close();
      await store.close();
    },
  };
};

const rawWriter = (database: DatabaseSync): Pair["raw"] => {
  const record = database.prepare("INSERT INTO record (position, text) VALUES (?, ?)");
  const command = database.prepare("INSERT INTO command (id, position) VALUES (?, ?)");
  const words = database.prepare(
    "INSERT INTO word (word) SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING",
  );
  const mentions = database.prepare(
    `INSERT INTO mention (word, position)
     SELECT word.key, ? FROM json_each(?) AS said JOIN word ON word.word = said.value`,
  );
  return async (records: readonly Rows[]) => {
    database.exec("BEGIN IMMEDIATE");
    for (const { position, text, ids, words: said } of records) {
      record.run(position, text);
      for (const id of ids) command.run(id, position);
      const all = JSON.stringify(said);
      words.run(all);
      mentions.run(position, all);
    }
    database.exec("COMMIT");
  };
};
