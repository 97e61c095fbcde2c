import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type EventStore, hashedText } from "@tongket/core/log";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isMissing, type NatsServers, startNats, urlOf } from "../../../.config/nats-server.ts";
import { type PostgresServer, startPostgres } from "../../../.config/postgres-server.ts";
import { placeOf } from "./ledger-place.ts";
import { openStore } from "./ledger-store.ts";
import { runHere } from "./trial-run.ts";

const password = "s3cret";
const commands = readFileSync("examples/small-committee/commands.jsonl", "utf8");
let home: string;
let server: PostgresServer;
let nats: NatsServers | undefined;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-stores-"));
  server = await startPostgres(password);
  if (!isMissing) nats = await startNats();
});
afterAll(async () => {
  await server?.stop();
  await nats?.stop();
  rmSync(home, { recursive: true });
});

/** The place of a new ledger of that id on each kind of store. */
const places: { readonly [kind: string]: (ledger: string) => string } = {
  jsonl: (ledger) => join(home, `${ledger}.jsonl`),
  sqlite: (ledger) => join(home, `${ledger}.db`),
  postgres: (ledger) =>
    `${server.url.replace("tongket@", `tongket:${password}@`)}?ledger=${ledger}`,
  ...(isMissing ? {} : { jetstream: (ledger) => `${nats && urlOf(nats)}?ledger=${ledger}` }),
};
const kinds = Object.keys(places);
const hasUrl = (kind: string): boolean => kind === "postgres" || kind === "jetstream";
const surroundings = (stdin = "") => ({ stdin, env: { TONGKET_VAULT: join(home, "vaults") } });
const run = (argv: readonly string[], stdin = "") => runHere(argv, surroundings(stdin));

/** Runs a statement on the records of a ledger of a database, as another program would. */
const meddle = async (kind: string, ledger: string, sql: string): Promise<void> => {
  if (kind === "sqlite") {
    const database = new DatabaseSync(places["sqlite"]?.(ledger) ?? "");
    database.exec(sql.replaceAll("RECORD", "record").replaceAll("OURS", "true"));
    return database.close();
  }
  const client = new Client({ connectionString: places["postgres"]?.(ledger) });
  await client.connect();
  const ours = `ledger = (SELECT key FROM tongket.ledger AS l WHERE l.ledger = '${ledger}')`;
  await client.query(sql.replaceAll("RECORD", "tongket.record").replaceAll("OURS", ours));
  await client.end();
};

const earlier = "2000-01-01T00:00:00.000Z";
const lastText = async (store: EventStore): Promise<string> => {
  for await (const [last] of store.read({ backwards: true, limit: 1 })) return last?.text ?? "";
  return "";
};

const year = ["--branch", "dang-bo-mau", "--year", "2012"];
const questions: readonly (readonly string[])[] = [
  ["log", "L", "--all"],
  ["log", "L", "--json"],
  ["show", "L", "person:dv-3", "--json"],
  ["show", "L", "3.0"],
  ["replay", "L", ...year, "--as-of", "2012-06-30"],
  ["report", "L", ...year, "--lang", "vi"],
  ["explain", "L", "membersAdmitted@2012", "--branch", "dang-bo-mau"],
  ["explain", "L", "--rating", "person:dv-3", "--year", "2012", "--json"],
  ["assess", "L", "--caps", ...year],
  ["missing", "L", ...year],
  ["rules", "L"],
  ["verify", "L"],
  ["verify", "L", "--deep"],
];

test("every command says the same of the same ledger on every store", async () => {
  const told = new Map<string, readonly string[]>();
  for (const kind of kinds) {
    const ledger = places[kind]?.("same") ?? "";
    const simulated = ["--simulated", "--now", "2012-01-01T00:00:00.000Z"];
    const id = hasUrl(kind) ? [] : ["--id", "same"];
    const made = await run(["init", ledger, ...id, ...simulated, "--json"]);
    expect([made.exit, JSON.parse(made.out).header.ledger]).toEqual([0, "same"]);
    const now = ["--now", "2013-01-23T02:00:00.000Z"];
    const recorded = await run(["record", ledger, "-", ...now], commands);
    expect(recorded).toMatchObject({ exit: 0, err: "" });
    const corrected = await run([
      ...["correct", ledger, "11.0", "--actor", "clerk", "--reason", "never happened", ...now],
    ]);
    const answers = [made.out.replaceAll(/"file":"[^"]*"/g, ""), recorded.out, corrected.err];
    for (const question of questions) {
      const { out, err } = await run(question.map((one) => (one === "L" ? ledger : one)));
      answers.push(out, err);
    }
    told.set(kind, answers);
  }
  for (const kind of kinds) expect([kind, told.get(kind)]).toEqual([kind, told.get("jsonl")]);
});

test("a ledger in a database is made once, and by one id", async () => {
  const ledger = places["postgres"]?.("once") ?? "";
  const other = await run(["init", ledger, "--id", "other"]);
  expect([other.exit, other.err]).toEqual([2, expect.stringContaining("[LedgerIdOther]")]);
  const missing = await run(["log", ledger]);
  expect([missing.exit, missing.err]).toEqual([2, expect.stringContaining("[LedgerMissing]")]);
  expect((await run(["init", ledger, "--id", "once"])).exit).toBe(0);
  const again = await run(["init", ledger]);
  expect([again.exit, again.err]).toEqual([2, expect.stringMatching(/once.*\[LedgerExists\]/)]);
});

test("a wrong password is told as such, and not shown", async () => {
  const wrong = (places["postgres"]?.("l") ?? "").replace(password, "wr0ng");
  const ofNats = (places["jetstream"]?.("l") ?? wrong).replace(/:[^:@]+@/, ":wr0ng@");
  for (const ledger of [wrong, wrong.replace(":wr0ng", ""), ofNats]) {
    const told = await run(["log", ledger]);
    expect([told.exit, told.err]).toEqual([2, expect.stringContaining("[StorageDenied]")]);
    expect(told.err).not.toContain("wr0ng");
  }
});

describe.each(["sqlite", "postgres"])("damage in %s", (kind) => {
  let ledger = 0;
  const damaged = async (sql: string): Promise<string> => {
    ledger += 1;
    const place = places[kind]?.(`d${ledger}`) ?? "";
    await run(["init", place, ...(kind === "postgres" ? [] : ["--id", `d${ledger}`])]);
    expect((await run(["record", place, "-"], commands)).exit).toBe(0);
    await meddle(kind, `d${ledger}`, sql);
    return place;
  };
  const verified = async (place: string, ...options: readonly string[]) => {
    const words = await run(["verify", place, ...options]);
    const json = await run(["verify", place, ...options, "--json"]);
    const { faults } = JSON.parse(json.out).error;
    expect(words.err).toContain(`position ${faults[0].position}: `);
    expect(words.err + json.err).not.toMatch(/\n\s+at /);
    const exits = [words.exit, json.exit];
    return { exits, faults: faults.map((one: Fault) => `${one.rule} ${one.position}`) };
  };
  interface Fault {
    readonly rule: string;
    readonly position: number;
  }

  test.each([
    [
      "a byte changed",
      "UPDATE RECORD SET text = replace(text, 'clerk', 'clerc') WHERE position = 5 AND OURS",
      ["BrokenRecord 5"],
    ],
    ["a row deleted", "DELETE FROM RECORD WHERE position = 7 AND OURS", ["PositionGap 8"]],
    [
      "two rows exchanged",
      `UPDATE RECORD SET position = -4 WHERE position = 4 AND OURS;
       UPDATE RECORD SET position = 4 WHERE position = 6 AND OURS;
       UPDATE RECORD SET position = 6 WHERE position = -4 AND OURS`,
      ["PositionGap 4", "PositionGap 5", "PositionGap 6", "PositionGap 7"],
    ],
    [
      "a header changed",
      "UPDATE RECORD SET text = replace(text, 'vn-party', 'vn-other') WHERE position = 0 AND OURS",
      ["BrokenRecord 0"],
    ],
  ])("%s is named with its position", async (_what, sql, faults) => {
    const place = await damaged(sql);
    const found = await verified(place);
    expect(found).toEqual({ exits: [1, 1], faults });
    expect(await verified(place, "--deep")).toEqual(found);
    const read = await run(["report", place, ...year]);
    expect(read.err).not.toMatch(/\n\s+at |ProgramFault/);
  });

  test("a record whose chain is sound is looked into by --deep", async () => {
    const place = await damaged("SELECT 1");
    const store = await openStore(
      placeOf({
        io: { env: {}, ending: new AbortController().signal },
        whole: (one) => one,
        arguments: [place],
      }),
    );
    const head = await store.head();
    const { hash: _, ...last } = JSON.parse(await lastText(store));
    const next = { ...last, position: head.position + 1, prev: head.hash, recordedAt: earlier };
    const onto = { after: head.position, prev: head.hash };
    const twice = store.appendVerbatim([hashedText(next).text], onto);
    await expect(twice).rejects.toMatchObject({ fault: "DuplicateCommand" });
    await store.appendVerbatim([hashedText({ ...next, commandId: "forged" }).text], onto);
    await store.close();
    expect((await run(["verify", place])).exit).toBe(0);
    const at = head.position + 1;
    const faults = [`TimeGoesBack ${at}`];
    expect(await verified(place, "--deep")).toEqual({ exits: [1, 1], faults });
  });
});

test.skipIf(isMissing)("who logs in to a server may stand in the environment", async () => {
  const { servers, user, pass } = (nats as NatsServers).login;
  const place = `nats://${servers[0]}?ledger=by-environment`;
  const told = await run(["init", place]);
  expect([told.exit, told.err]).toEqual([2, expect.stringContaining("[StorageDenied]")]);
  const env = { NATS_USER: user, NATS_PASSWORD: pass };
  expect((await runHere(["init", place], { env })).exit).toBe(0);
  expect((await runHere(["log", place], { env })).exit).toBe(0);
});

test("bytes of a database file changed anywhere are never a stack trace", async () => {
  const place = places["sqlite"]?.("bytes") ?? "";
  await run(["init", place, "--id", "bytes"]);
  await run(["record", place, "-"], commands);
  const whole = readFileSync(place);
  for (let at = 0; at < whole.length; at += 997) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    writeFileSync(place, bytes);
    const told = await run(["verify", place]);
    expect([0, 1, 2]).toContain(told.exit);
    expect(told.err).not.toMatch(/ProgramFault|\n\s+at /);
    const read = await run(["log", place]);
    expect(read.err).not.toMatch(/ProgramFault|\n\s+at /);
    writeFileSync(place, whole);
    for (const beside of ["-wal", "-shm"]) rmSync(place + beside, { force: true });
  }
  expect(readdirSync(home).filter((name) => name.endsWith(".new"))).toEqual([]);
});
