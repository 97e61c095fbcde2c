import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { addressOf } from "@tongket/core";
import { ProjectionView, ShelfUnreadable, type ViewTables } from "@tongket/core/live";
import { listProjection, type OpenListView, viewConformance } from "@tongket/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqliteShelf, SqliteView } from "./index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tongket-view-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const listTables = (
  version: number,
  fails: (event: never) => boolean = () => false,
): ViewTables<DatabaseSync> => ({
  name: "list",
  version,
  reads: "all",
  make: (database) =>
    database.exec(
      'CREATE TABLE "the list" (at INTEGER PRIMARY KEY, address TEXT NOT NULL);' +
        ' CREATE INDEX by_address ON "the list" (address);' +
        ' CREATE VIEW shown AS SELECT address FROM "the list" ORDER BY at',
    ),
  apply: (database, events) => {
    const insert = database.prepare('INSERT INTO "the list" (address) VALUES (?)');
    for (const event of events) {
      insert.run(addressOf(event));
      if (fails(event as never)) throw new Error("no room");
    }
  },
});

const reading = (file: string): readonly string[] | undefined => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database
      .prepare("SELECT address FROM shown")
      .all()
      .map((row) => String(row["address"]));
  } catch {
    return undefined;
  } finally {
    database.close();
  }
};

const inTables = (): OpenListView => {
  const file = join(folder, `${crypto.randomUUID()}.db`);
  return async ({ version, fails }) => ({
    view: new SqliteView(file, listTables(version, fails)),
    read: async () => reading(file),
  });
};
for (const { name, prove } of viewConformance(inTables)) test(`${name}: in tables`, prove);

const onShelf = (): OpenListView => {
  const file = join(folder, `${crypto.randomUUID()}.db`);
  return async (options) => {
    const view = new ProjectionView(listProjection(options), { shelf: openSqliteShelf(file) });
    return { view, read: async () => view.answered()?.answer };
  };
};
for (const { name, prove } of viewConformance(onShelf)) test(`${name}: on a shelf`, prove);

test("a view leaves other tables of its file alone, and no file beside it", async () => {
  const file = join(folder, "app.db");
  const own = new DatabaseSync(file);
  own.exec("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('mine')");
  const views = [new SqliteView(file, listTables(1)), new SqliteView(file, listTables(2))];
  const hash = "0".repeat(64);
  for (const view of views) {
    const fresh = await view.anew();
    await fresh.take([], { ledger: "l", position: 3, hash });
    await fresh.publish(await view.checkpoint());
    await view.close();
  }
  expect(own.prepare("SELECT text FROM note").get()).toMatchObject({ text: "mine" });
  expect(own.prepare("SELECT version FROM tongket_view").all()).toMatchObject([{ version: 2 }]);
  own.close();
  expect(readdirSync(folder)).toEqual(["app.db"]);
});

test("a draft of a program that has ended is removed, not one that is held", async () => {
  const file = join(folder, "app.db");
  const source = JSON.stringify(join(import.meta.dirname, "index.ts"));
  const program = `
    import { SqliteView } from ${source};
    const tables = { name: "list", version: 1, reads: "all" };
    const make = (database) => database.exec("CREATE TABLE t (a)");
    const apply = (database) => database.exec("INSERT INTO t VALUES (1)");
    const view = new SqliteView(${JSON.stringify(file)}, { ...tables, make, apply });
    const at = { ledger: "l", position: 1, hash: "" };
    await (await view.anew()).take([], at);
    console.log("held");
    setTimeout(() => {}, 60_000);
  `;
  const argv = ["--conditions=source", "--input-type=module", "-e", program];
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  const drafts = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".new"))
      .toSorted();
  const [held] = drafts();
  const view = new SqliteView(file, listTables(1));
  const own = await view.anew();
  expect([drafts().length, drafts()]).toEqual([2, expect.arrayContaining([held])]);
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  const damaged = `app.db.list.${crypto.randomUUID()}.new`;
  writeFileSync(join(folder, damaged), "no database ".repeat(100));
  const other = `app.db.list.more.${crypto.randomUUID()}.new`;
  writeFileSync(join(folder, other), "");
  await (await view.anew()).discard();
  expect(drafts()).toEqual([expect.not.stringContaining(String(held)), other]);
  await own.discard();
  await view.close();
});

test("a draft that was removed under it is not published, and the view stays", async () => {
  const file = join(folder, "app.db");
  const view = new SqliteView(file, listTables(1));
  const at = { ledger: "l", position: 1, hash: "0".repeat(64) };
  for (const over of [undefined, at]) {
    const fresh = await view.anew();
    await fresh.take([{ position: 1, index: 0 } as never], at);
    if (over !== undefined) {
      for (const name of readdirSync(folder)) if (name !== "app.db") rmSync(join(folder, name));
      await expect(fresh.publish(over)).rejects.toThrow("unable to open");
      await fresh.discard();
    } else await fresh.publish(over);
  }
  expect(reading(file)).toEqual(["1.0"]);
  await view.close();
});

test("a reader that has the file open sees a new view at once, and each batch whole", async () => {
  const file = join(folder, "app.db");
  const view = new SqliteView(file, listTables(1));
  const reader = new DatabaseSync(file, { readOnly: true });
  const event = { position: 1, index: 0 } as never;
  const at = { ledger: "l", position: 1, hash: "0".repeat(64) };
  const fresh = await view.anew();
  await fresh.take([event], at);
  await fresh.publish(undefined);
  const shown = () => reader.prepare("SELECT address FROM shown").all();
  expect(shown()).toMatchObject([{ address: "1.0" }]);
  const empty = await view.anew();
  await empty.take([], at);
  await empty.publish(at);
  expect(shown()).toEqual([]);
  reader.close();
  await view.close();
});

test("a shelf says what it cannot read", async () => {
  const file = join(folder, "shelf.db");
  const shelf = openSqliteShelf(file);
  const value = { since: new Map([["m", new Set([1, 2])]]), none: undefined };
  await shelf.save("a", value);
  expect(await shelf.load("a")).toEqual(value);
  expect(await shelf.load("b")).toBe(undefined);
  const other = new DatabaseSync(file);
  other.exec("UPDATE tongket_shelf SET value = x'00'");
  other.close();
  await expect(shelf.load("a")).rejects.toThrow(ShelfUnreadable);
  shelf.close();
});

test("tables that rest on each other are replaced in any order, virtual ones refused", async () => {
  const file = join(folder, "app.db");
  const made = (sql: string) =>
    new SqliteView(file, {
      ...listTables(1),
      make: (database) => database.exec(sql),
      apply: () => {},
    });
  const at = { ledger: "l", position: 1, hash: "0".repeat(64) };
  const view = made(
    `CREATE TABLE k (b TEXT REFERENCES b (id)); CREATE TABLE b (id TEXT PRIMARY KEY);
     INSERT INTO b VALUES ('x'); INSERT INTO k VALUES ('x')`,
  );
  for (const _ of [1, 2]) {
    const fresh = await view.anew();
    await fresh.take([], at);
    await fresh.publish(await view.checkpoint());
  }
  await view.close();
  const virtual = made("CREATE VIRTUAL TABLE t USING fts5 (x)");
  await expect(virtual.anew()).rejects.toThrow("the virtual table t cannot be copied");
  await virtual.close();
});
