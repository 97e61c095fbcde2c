import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { isMissing, startNats, urlOf } from "../../../.config/nats-server.ts";
import { type PostgresServer, startPostgres } from "../../../.config/postgres-server.ts";
import { runHere } from "./trial-run.ts";

/** Names that stand in nothing else. */
const people = new Map([
  ["dv-3", "Trần Thị Mơ Xuân"],
  ["dv-7", "Nguyễn Hoàng Phượng"],
  ["dv-8", "Đỗ Kỳ Duyên Ước"],
]);
const texts = [...people.values()];
const needles = texts.flatMap((name) => [name, name.normalize("NFD")]);
const commands = readFileSync("examples/small-committee/commands.jsonl", "utf8");
const profiles = [...people].map(([person, name]) =>
  JSON.stringify({
    command: "ProfilePerson",
    actor: "clerk",
    effectiveOn: "2012-01-01",
    data: { person, profile: { name, note: `${name} (${name.normalize("NFC")})` } },
  }),
);

let home: string;
let server: PostgresServer;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-names-"));
  server = await startPostgres();
});
afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true });
});

const holdsName = (bytes: Buffer | string): boolean =>
  needles.some((needle) => Buffer.from(bytes as string).includes(Buffer.from(needle)));

/** The files in a folder, but not those of a vault. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.vault(?:$|\/)/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name));

const filesWithNames = (folder: string): readonly string[] =>
  filesIn(folder).filter((path) => holdsName(readFileSync(path)));

const year = ["--branch", "dang-bo-mau", "--year", "2012"];
const questions: readonly (readonly string[])[] = [
  ["log", "L", "--all"],
  ["log", "L", "--json"],
  ["show", "L", "person:dv-7"],
  ["show", "L", "28.0", "--json"],
  ["report", "L", ...year, "--lang", "vi"],
  ["report", "L", ...year, "--json"],
  ["missing", "L", ...year],
  ["replay", "L", ...year],
  ["explain", "L", "--rating", "person:dv-3", "--year", "2012"],
  ["assess", "L", "--subject", "person:dv-3", "--year", "2012", "--json"],
  ["verify", "L", "--deep"],
];

const faulty = (profile: string): readonly string[] => [
  profile.replace('"profile":{', '"profile":[{'),
  profile.replace('"profile"', '"profil"'),
  profile.replace("ProfilePerson", "ProfilePersons"),
  profile.replace(/"profile":\{.*\}\}/, `"profile":"${texts[0]}"}`),
  profile.replace(/"name":("[^"]*")/, '"name":[$1]'),
  profile.replace(/"name":("[^"]*")/, '"name":$1,"name":$1'),
  profile.replace('"data":{', `"data":{"sealed":"${texts[0]}",`),
  profile.slice(0, -3),
  profile.normalize("NFD"),
];

/** Lines of other commands, with a name where none belongs. */
const misplaced = (name: string): readonly string[] => {
  const data = { member: "dv-9", branch: "chi-bo-2", decidedOn: "2012-05-20" };
  const line = (command: string, more: object, beside: object = {}) =>
    JSON.stringify({ command, actor: "clerk", data: { ...data, ...more }, ...beside });
  const named = line("AdmitMember", { name });
  return [
    named,
    line("AdmitMember", {}, { name }),
    line("AdmitMembers", { name }),
    line("AdmitMember", { member: { name } }),
    line("AdmitMember", { vote: name }),
    line("AdmitMember", {}, { data: name }),
    line("AdmitMember", {}, { data: [name] }),
    line("AdmitMember", {}, { actor: [{ name }] }),
    JSON.stringify(name),
    `[${named}]`,
    named.normalize("NFD"),
    named.replace(name, `${name}\\ud800`),
    named.slice(0, -3),
    named.slice(0, -1),
    named.replace(/(?<=,"data":)/, "x"),
    named.replace(`"${name}"`, `${name}"`),
    `${named}${named}`,
    `{"command":"AdmitMember"}"${name}"`,
  ];
};

/** Everything a clerk may do with a ledger; gives what was said where no name was asked for. */
const fullRun = async (ledger: string, id: string): Promise<string> => {
  const env = { TONGKET_VAULT: join(home, "keys.vault") };
  const run = (argv: readonly string[], stdin = "") => runHere(argv, { stdin, env });
  const said: string[] = [];
  const keep = async (argv: readonly string[], stdin?: string) => {
    const { exit, out, err } = await run(argv, stdin);
    said.push(out, err);
    return exit;
  };
  expect(await keep(["init", ledger, "--id", id])).toBe(0);
  expect(await keep(["record", ledger, "-"], commands + profiles.join("\n"))).toBe(0);
  expect(await keep(["record", ledger, "-", "--json"], profiles.join("\n"))).toBe(0);
  for (const line of profiles.flatMap(faulty)) {
    for (const more of [[], ["--json"], ["--lang", "vi"], ["--atomic"]]) {
      expect(await keep(["record", ledger, "-", ...more], line)).not.toBe(0);
    }
  }
  for (const question of questions) {
    expect(await keep(question.map((one) => (one === "L" ? ledger : one)))).toBe(0);
  }
  const named = await run(["show", ledger, "person:dv-7", "--names"]);
  expect([holdsName(named.out), holdsName(named.err)]).toEqual([true, false]);
  expect(await keep(["erase", ledger, "--person", "dv-7"])).toBe(0);
  const again = profiles[1]?.replace("note", "other");
  expect(await keep(["record", ledger, "-"], again)).toBe(1);
  return said.join("\n");
};

test("no name is on disk or in a message beside a ledger in files", async () => {
  for (const ending of ["jsonl", "db"]) {
    const folder = join(home, ending);
    mkdirSync(folder);
    const ledger = join(folder, `l.${ending}`);
    expect(holdsName(await fullRun(ledger, "l"))).toBe(false);
    // Another program that reads keeps SQLite from tidying up: its journal stays to be looked at.
    const reader = ending === "db" ? new DatabaseSync(ledger) : undefined;
    reader?.prepare("SELECT count(*) FROM record").get();
    await runHere(["record", ledger, "-"], { stdin: profiles[0]?.replace("note", "more") ?? "" });
    const files = readdirSync(folder);
    expect(files).toEqual(expect.arrayContaining(ending === "db" ? ["l.db-wal", "l.db-shm"] : []));
    await runHere(["copy", ledger, join(folder, "copy.db"), "--with-keys"]);
    expect(filesWithNames(folder)).toEqual([]);
    reader?.close();
  }
});

test("nor in the folder of a database server, in its log, or in what it gives", async () => {
  expect(holdsName(await fullRun(`${server.url}?ledger=l`, "l"))).toBe(false);
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query("CHECKPOINT");
  const { rows } = await client.query(`SELECT * FROM tongket.record LEFT JOIN tongket.mention
    USING (ledger, position) LEFT JOIN tongket.command USING (ledger, position)`);
  await client.end();
  expect(rows.length).toBeGreaterThan(28);
  expect([holdsName(JSON.stringify(rows)), holdsName(server.log())]).toEqual([false, false]);
  expect(filesWithNames(server.data)).toEqual([]);
});

test.skipIf(isMissing)(
  "nor in the folder of a JetStream server, or in what it logs of all that it is sent",
  async () => {
    const nats = await startNats(1, { settings: "trace: true" });
    onTestFinished(nats.stop);
    const [node] = nats.nodes;
    if (node === undefined) throw new Error("no server was started");
    expect(holdsName(await fullRun(`${urlOf(nats)}?ledger=n`, "n"))).toBe(false);
    await node.end();
    const [stored, log] = [filesIn(node.data), node.log()];
    // The search looks where the names would stand: the people's ids stand there.
    for (const person of people.keys()) {
      const tag = `person:${person}`;
      const isStored = stored.some((path) => readFileSync(path).includes(tag));
      expect([isStored, log.includes(tag)]).toEqual([true, true]);
    }
    expect([filesWithNames(node.data), holdsName(log)]).toEqual([[], false]);
  },
);

test("nor in what is said of a line where it stands in a field and does not belong", async () => {
  const ledger = join(home, "misplaced.jsonl");
  await runHere(["init", ledger, "--id", "misplaced"]);
  for (const line of texts.flatMap(misplaced)) {
    for (const more of [[], ["--json"], ["--lang", "vi"]]) {
      const { exit, out, err } = await runHere(["record", ledger, "-", ...more], { stdin: line });
      expect({ line, exit, said: holdsName(out + err) }).toEqual({ line, exit: 2, said: false });
    }
  }
});

test("the search finds a name where there is one, composed or not", () => {
  const folder = join(home, "found");
  mkdirSync(folder);
  for (const [at, needle] of needles.entries()) {
    writeFileSync(join(folder, `${at}.txt`), `x${needle}y`);
  }
  expect(filesWithNames(folder)).toHaveLength(needles.length);
});
