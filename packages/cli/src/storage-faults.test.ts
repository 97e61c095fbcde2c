import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "../../../.config/postgres-server.ts";
import { binary, type Run, runBinary, runHere } from "./trial-run.ts";

let home: string;
let server: PostgresServer;
let file: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-faults-"));
  file = join(home, "many.jsonl");
  const data = { kind: "upper-committee", name: "x".repeat(400) };
  const lines = Array.from({ length: 600 }, (_, at) =>
    JSON.stringify({
      command: "CarryInBranch",
      actor: "clerk",
      effectiveOn: "2012-01-01",
      data: { ...data, branch: `b${at}` },
    }),
  );
  writeFileSync(file, lines.join("\n"));
  server = await startPostgres();
});
afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true });
});

/** Runs the binary where no file may grow beyond so many blocks, as on a disk that is full. */
const onFullDisk = (argv: readonly string[], blocks: number): Promise<Run> =>
  new Promise((resolve) => {
    const called = [process.execPath, "--conditions=source", binary, ...argv];
    const limited = ["-c", `ulimit -f ${blocks}; exec "$@"`, "sh", ...called];
    const child = spawn("sh", limited, { stdio: ["ignore", "pipe", "pipe"] });
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.on("close", (exit) => resolve({ exit, out, err }));
  });

const standingIn = (out: string): number => Number(/^(\d+) of 600 stand/.exec(out)?.[1]);

test.each(["jsonl", "db"])(
  "a full disk under %s: what was told stands, and goes on later",
  async (ending) => {
    const ledger = join(home, `full.${ending}`);
    await runHere(["init", ledger, "--id", "l"], { now: new Date().toISOString() });
    const told = await onFullDisk(["record", ledger, file], 400);
    expect([told.exit, told.err]).toEqual([
      2,
      expect.stringMatching(/^[^\n]*\[StorageFailed\]\n$/),
    ]);
    const { out } = await runHere(["verify", ledger, "--json"]);
    expect(JSON.parse(out).head.position).toBe(standingIn(told.out));
    const done = await runHere(["record", ledger, file]);
    expect([done.exit, standingIn(done.out)]).toEqual([0, 600]);
    const copy = join(home, `copy.${ending}`);
    const half = await onFullDisk(["copy", ledger, copy], 400);
    expect([half.exit, half.err]).toEqual([2, expect.stringMatching(/copy.*\[StorageFailed\]\n$/)]);
    expect((await runHere(["verify", copy])).exit).toBe(0);
    expect((await runHere(["copy", ledger, copy])).exit).toBe(0);
  },
);

test("a connection that is lost: what was told stands, and goes on later", async () => {
  const ledger = `${server.url}?ledger=lost`;
  await runHere(["init", ledger], { now: new Date().toISOString() });
  const client = new Client({ connectionString: server.url });
  await client.connect();
  let isOver = false;
  const cut = async (): Promise<void> => {
    while (!isOver) {
      const { rows } = await client.query("SELECT count(*) FROM tongket.record");
      if (Number(rows[0].count) > 30) break;
    }
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tongket'`,
    );
  };
  const recording = runBinary(["record", ledger, file]).finally(() => {
    isOver = true;
  });
  const [told] = await Promise.all([recording, cut()]);
  await client.end();
  // Where the connection was idle just then, the next call makes another one.
  expect([0, 2]).toContain(told.exit);
  if (told.exit === 2) expect(told.err).toMatch(/^[^\n]*\[StorageUnreachable\]\n$/);
  const { head } = JSON.parse((await runHere(["verify", ledger, "--json"])).out);
  // The last group may have been written, all of it, and its answer lost.
  const more = head.position - standingIn(told.out);
  expect([more >= 0, more < 300]).toEqual([true, true]);
  const done = await runHere(["record", ledger, file]);
  expect([done.exit, standingIn(done.out)]).toEqual([0, 600]);
});

test.each(["en", "vi"])(
  "a server that is gone is told at once, in the language %s",
  async (lang) => {
    const gone = "postgres://an:s3cret@127.0.0.1:1/d?ledger=l";
    for (const asked of [
      ["log", gone],
      ["init", gone],
      ["record", gone, file],
      ["verify", gone],
      ["erase", gone, "--person", "p"],
      ["copy", gone, join(home, "nothing.jsonl")],
    ]) {
      const told = await runHere([...asked, "--lang", lang]);
      expect(told).toMatchObject({ exit: 2, out: "" });
      expect(told.err).toMatch(/^postgres:\/\/an@127.*ECONNREFUSED.*\[StorageUnreachable\]\n$/);
    }
  },
);

test("a store of a later version of the program is left as it is", async () => {
  const ledger = join(home, "later.db");
  await runHere(["init", ledger, "--id", "l"]);
  const database = new DatabaseSync(ledger);
  database.exec("PRAGMA user_version = 9");
  database.close();
  const before = readFileSync(ledger);
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query("UPDATE tongket.version SET version = 9");
  for (const place of [ledger, `${server.url}?ledger=lost`]) {
    for (const asked of [["log"], ["verify"], ["record"]]) {
      const told = await runHere([...asked, place, ...(asked[0] === "record" ? [file] : [])]);
      expect([told.exit, told.err]).toEqual([2, expect.stringContaining("[StorageNewer]")]);
      expect(told.err).toMatch(/version 9, and \d is known/);
    }
  }
  expect(readFileSync(ledger)).toEqual(before);
  await client.query("UPDATE tongket.version SET version = 1");
  await client.end();
});

test("that a password is missing is told at once, and where to give it", async () => {
  const asking = await startPostgres("s3cret");
  const place = `${asking.url}?ledger=l`;
  const from = performance.now();
  for (const lang of ["en", "vi"]) {
    const told = await runBinary(["log", place, "--lang", lang], { env: { HOME: home } });
    const words = lang === "en" ? "password, and none was given" : "mà chưa có mật khẩu nào";
    expect(told).toMatchObject({ exit: 2, err: expect.stringContaining(words) });
    expect(told.err).toMatch(/PGPASSWORD.*URL.*\[StorageDenied\]\n$/s);
  }
  // The server itself would wait for a minute.
  expect(performance.now() - from).toBeLessThan(25_000);
  await asking.stop();
});

test.each([
  ["replica=3", "en", /parameter replica that is not known; known is replicas\./],
  ["replica=3", "vi", /tham số replica lạ; tham số được biết là replicas\./],
  ["replicas=abc", "en", /replicas in the URL is “abc”, and has to be one of 1, 3, 5\./],
  ["replicas=2", "vi", /replicas trong URL là “2”, cần là một trong 1, 3, 5\./],
])("a URL that asks for %s is refused before anything is connected to (%s)", async (...asked) => {
  const [parameter, lang, words] = asked;
  const place = `nats://an:s3cret@127.0.0.1:1?ledger=l&${parameter}`;
  const told = await runHere(["init", place, "--lang", lang]);
  expect(told).toMatchObject({ exit: 2, out: "", err: expect.stringMatching(words) });
  expect(told.err).toMatch(/\[StorageUrlUnclear\]\n$/);
  expect(told.err).not.toContain("s3cret");
});
