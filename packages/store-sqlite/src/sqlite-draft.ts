import { randomUUID } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isDamage } from "./sqlite-fault.ts";

/** A new view in a file of its own, since its tables have the names that the old one's have. */
export interface Draft {
  readonly file: string;
  readonly database: DatabaseSync;
}

/** A table, or a view of SQL, by its name. */
export interface Made {
  readonly type: string;
  readonly name: string;
}

/**
 * Makes an empty draft, and removes those of programs that ended. Whoever makes one holds its lock,
 * which ends with the program; so that none is looked at before it is held, this is called under
 * the lock of the view's file.
 */
export const makeDraft = (file: string, view: string): Draft => {
  const stem = `${file}.${view}.`;
  for (const name of readdirSync(dirname(stem))) {
    const other = join(dirname(stem), name);
    if (isDraft(name, basename(stem)) && !isHeld(other)) rmSync(other, { force: true });
  }
  const draft = `${stem}${randomUUID()}.new`;
  const database = new DatabaseSync(draft, { timeout: 0 });
  // It is worth nothing without its program: no journal, and nothing to be flushed to disk.
  database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY");
  database.exec("PRAGMA synchronous = OFF; BEGIN EXCLUSIVE; COMMIT");
  return { file: draft, database };
};

/** Closes and removes it, whatever became of it. */
export const removeDraft = ({ file, database }: Draft): void => {
  if (database.isOpen) database.close();
  rmSync(file, { force: true });
};

/** The tables cannot be copied by their rows where they are virtual. */
export const demandNoVirtual = (database: DatabaseSync, view: string): void => {
  const [table] = database
    .prepare("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'")
    .all();
  if (table === undefined) return;
  throw new Error(`${view}: the virtual table ${table["name"]} cannot be copied`);
};

/** Makes what `fresh` holds in `main` too: tables with their rows, then what hangs on them. */
export const copied = (database: DatabaseSync): readonly Made[] => {
  const made = database
    .prepare(
      "SELECT type, name, sql FROM fresh.sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'",
    )
    .all() as unknown as readonly (Made & { readonly sql: string })[];
  const tables = made.filter(({ type }) => type === "table");
  for (const { sql } of tables) database.exec(sql);
  for (const { name } of tables) {
    database.exec(`INSERT INTO main.${quoted(name)} SELECT * FROM fresh.${quoted(name)}`);
  }
  for (const { type, sql } of made) if (type !== "table") database.exec(sql);
  return made.flatMap(({ type, name }) =>
    type === "table" || type === "view" ? [{ type, name }] : [],
  );
};

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Whether a file in the folder is a draft of the view whose drafts begin with the stem. */
const isDraft = (name: string, stem: string): boolean =>
  name.startsWith(stem) && /^[0-9a-f-]{36}\.new$/.test(name.slice(stem.length));

/** What was cut off while it was written can be damaged, and is nobody's. */
const isHeld = (file: string): boolean => {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE; ROLLBACK");
    return false;
  } catch (error) {
    return !isDamage(error);
  } finally {
    database.close();
  }
};
