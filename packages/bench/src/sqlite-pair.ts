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
  const word = database.prepare("INSERT INTO word (word) VALUES (?) RETURNING key");
  const mention = database.prepare("INSERT INTO mention (word, position) VALUES (?, ?)");
  const keys = new Map<string, number>();
  const keyTo = (text: string): number => {
    const known = keys.get(text) ?? Number(word.get(text)?.["key"]);
    keys.set(text, known);
    return known;
  };
  return async (records: readonly Rows[]) => {
    database.exec("BEGIN IMMEDIATE");
    for (const { position, text, ids, words } of records) {
      record.run(position, text);
      for (const id of ids) command.run(id, position);
      for (const one of words) mention.run(keyTo(one), position);
    }
    database.exec("COMMIT");
  };
};
