import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inMemoryStore } from "@tongket/core/log";
import { openVault } from "@tongket/vault";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { isMissing, type NatsServers, startNats, urlOf } from "../../../.config/nats-server.ts";
import { type PostgresServer, startPostgres } from "../../../.config/postgres-server.ts";
import { copyRecords, demandCopy } from "./copying.ts";
import { type LedgerPlace, placeOf } from "./ledger-place.ts";
import { openStore } from "./ledger-store.ts";
import { makeLedger } from "./make-ledger.ts";
import { runHere } from "./trial-run.ts";

let home: string;
let server: PostgresServer;
let nats: NatsServers | undefined;
let copies = 0;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "tongket-copy-"));
  server = await startPostgres();
  if (!isMissing) nats = await startNats();
});
afterAll(async () => {
  await server?.stop();
  await nats?.stop();
  rmSync(home, { recursive: true });
});
beforeEach(() => {
  copies += 1;
});

const file = (name: string): string => join(home, `${copies}-${name}`);
const database = (): string => `${server.url}?ledger=l${copies}`;
const commands = readFileSync("examples/small-committee/commands.jsonl", "utf8");
const profile = (person: string, name: string): string =>
  `${JSON.stringify({
    command: "ProfilePerson",
    actor: "clerk",
    effectiveOn: "2012-01-01",
    data: { person, profile: { name } },
  })}\n`;
const run = (argv: readonly string[], stdin = "", ending?: AbortSignal) =>
  runHere(argv, {
    stdin,
    env: { TONGKET_VAULT: join(home, `vaults-${copies}`) },
    ...(ending === undefined ? {} : { ending }),
  });
const copy = (...argv: readonly string[]) => run(["copy", ...argv]);

const madeLedger = async (place: string, more = ""): Promise<void> => {
  expect((await run(["init", place, "--id", `l${copies}`])).exit).toBe(0);
  expect((await run(["record", place, "-"], commands + more)).exit).toBe(0);
};
const refusedBy = async (argv: readonly string[], rule: string): Promise<string> => {
  const told = await copy(...argv);
  expect([told.exit, told.err]).toEqual([1, expect.stringContaining(`[${rule}]`)]);
  return told.err;
};

test("from memory through every store and back, no byte is another", async () => {
  const source = file("source.jsonl");
  await madeLedger(source, profile("dv-7", "Đảng viên mẫu thứ bảy"));
  const first = file("first.jsonl");
  const [here, memory, there] = [source, "memory.jsonl", first].map((place) =>
    placeOf({
      io: { env: {}, ending: new AbortController().signal },
      whole: (one) => one,
      arguments: [place],
    }),
  ) as [LedgerPlace, LedgerPlace, LedgerPlace];
  const read = await openStore(here);
  const inMemory = inMemoryStore(read.header);
  const to = await makeLedger(there, read.header);
  const never = new AbortController().signal;
  const into = { from: { store: read, place: here }, to: { store: inMemory, place: memory } };
  await copyRecords(into, never);
  const outOf = { from: into.to, to: { store: to, place: there } };
  await demandCopy(outOf);
  await copyRecords(outOf, never);
  for (const store of [read, inMemory, to]) await store.close();
  const last = file("last.jsonl");
  const stream = nats && `${urlOf(nats)}?ledger=l${copies}`;
  for (const [one, other] of [
    [first, file("second.db")],
    [file("second.db"), database()],
    ...(stream === undefined
      ? [[database(), last]]
      : [
          [database(), stream],
          [stream, last],
        ]),
  ] as [string, string][]) {
    const told = await copy(one, other);
    expect(told).toMatchObject({ exit: 0, err: "", out: expect.stringMatching(/^Copied 26 /) });
    expect((await run(["verify", other, "--deep"])).exit).toBe(0);
  }
  expect(readFileSync(first)).toEqual(readFileSync(source));
  expect(readFileSync(last)).toEqual(readFileSync(source));
});

test("a copy goes on where it ended, and again adds nothing", async () => {
  const [source, target] = [file("a.jsonl"), file("b.db")];
  await madeLedger(source);
  const { head } = JSON.parse((await copy(source, target, "--json")).out);
  await run(["record", source, "-"], profile("dv-7", "Bảy"));
  const more = JSON.parse((await copy(source, target, "--json")).out);
  expect(more).toMatchObject({ from: source, to: target, copied: 1 });
  expect(more.head.position).toBe(head.position + 1);
  expect(JSON.parse((await copy(source, target, "--json")).out)).toEqual({ ...more, copied: 0 });
});

test("one that is asked to end goes on later, on every store", async () => {
  const source = file("a.jsonl");
  await madeLedger(source);
  const branch = { kind: "upper-committee", name: "x".repeat(400) };
  const many = Array.from({ length: 1000 }, (_, at) =>
    JSON.stringify({
      command: "CarryInBranch",
      actor: "clerk",
      effectiveOn: "2012-01-01",
      data: { ...branch, branch: `b${at}` },
    }),
  );
  expect((await run(["record", source, "-"], many.join("\n"))).exit).toBe(0);
  for (const target of [file("b.jsonl"), file("b.db"), database()]) {
    const told = await run(["copy", source, target], "", AbortSignal.abort("SIGTERM"));
    expect([told.exit, told.err]).toEqual([143, expect.stringContaining("[Interrupted]")]);
    expect(told.out).toMatch(/^Copied .* records; .* ends at \d+:/);
    const { head } = JSON.parse((await run(["verify", target, "--json"])).out);
    expect(head.position).toBeGreaterThan(0);
    expect(head.position).toBeLessThan(1025);
    expect((await copy(source, target)).exit).toBe(0);
    const back = file("back.jsonl");
    expect((await copy(target, back)).exit).toBe(0);
    expect(readFileSync(back)).toEqual(readFileSync(source));
    rmSync(back);
  }
});

test("another ledger is no place for a copy, nor one of another header", async () => {
  const [source, other] = [file("a.jsonl"), file("b.db")];
  await madeLedger(source);
  await run(["init", other, "--id", "other"]);
  await refusedBy([source, other], "LedgersDiffer");
  await refusedBy([source, `${server.url}?ledger=other`], "LedgersDiffer");
  expect((await run(["log", `${server.url}?ledger=other`])).err).toContain("[LedgerMissing]");
  const late = ["--simulated", "--now", "2012-01-01T00:00:00.000Z"];
  const twin = file("twin.db");
  await run(["init", twin, "--id", `l${copies}`, ...late]);
  await refusedBy([source, twin], "HeadersDiffer");
});

test("what is ahead, or went another way, is left as it is", async () => {
  const [source, ahead, fork] = [file("a.jsonl"), file("b.db"), file("c.jsonl")];
  await madeLedger(source);
  for (const target of [ahead, fork]) await copy(source, target);
  await run(["record", ahead, "-"], profile("dv-7", "Bảy"));
  await run(["record", fork, "-"], profile("dv-8", "Tám"));
  const before = readFileSync(fork);
  expect(await refusedBy([source, ahead], "CopyAhead")).toContain("position 26");
  await run(["record", source, "-"], profile("dv-6", "Sáu") + profile("dv-5", "Năm"));
  expect(await refusedBy([source, fork], "CopyDiverged")).toContain("position 26");
  expect(readFileSync(fork)).toEqual(before);
});

test("a damaged ledger is not copied further than it is sound", async () => {
  const [source, target] = [file("a.db"), file("b.jsonl")];
  await madeLedger(source);
  const { DatabaseSync } = await import("node:sqlite");
  const meddler = new DatabaseSync(source);
  meddler.exec("UPDATE record SET text = replace(text, 'clerk', 'clerc') WHERE position = 9");
  meddler.close();
  const told = await copy(source, target);
  expect([told.exit, told.err]).toEqual([2, expect.stringMatching(/^.*a\.db: position 9: /)]);
  expect(told.err).toContain("[BrokenRecord]");
  expect(told.out).toMatch(/^Copied 0 records; .*b\.jsonl ends at 0:/);
  const { error, ...result } = JSON.parse((await copy(source, target, "--json")).out);
  expect(error.faults).toMatchObject([{ rule: "BrokenRecord", file: source, position: 9 }]);
  expect(result).toMatchObject({ from: source, to: target, copied: 0, head: { position: 0 } });
  expect((await run(["verify", target])).exit).toBe(0);
});

test("of lines all are copied that stand before a damaged one", async () => {
  const [source, target] = [file("a.jsonl"), file("b.db")];
  await madeLedger(source);
  const lines = readFileSync(source, "utf8").split("\n");
  writeFileSync(source, lines.with(20, "{}").join("\n"));
  const told = await copy(source, target);
  expect([told.exit, told.err]).toEqual([2, expect.stringMatching(/a\.jsonl:21: .*BrokenRecord/)]);
  expect(told.out).toMatch(/^Copied 19 records; .*b\.db ends at 19:/);
  writeFileSync(source, lines.join("\n"));
  expect((await copy(source, target)).out).toMatch(/^Copied 6 records; /);
});

test("a damaged copy is told in its own place", async () => {
  const source = file("a.jsonl");
  await madeLedger(source);
  const lines = readFileSync(source, "utf8").split("\n");
  const damaged = [lines.toSpliced(4, 1), lines.toSpliced(-1, 0, ""), lines.with(-2, "{}")];
  for (const [at, some] of damaged.entries()) {
    const target = file(`b${at}.jsonl`);
    writeFileSync(target, some.join("\n"));
    const told = await copy(source, target);
    expect([told.exit, told.out]).toEqual([2, ""]);
    expect(told.err).toMatch(/^\S+b\d\.jsonl:\d+: .*\[(PositionGap|BrokenRecord)\]\n$/);
    expect(readFileSync(target, "utf8")).toBe(some.join("\n"));
  }
});

test("what a torn tail leaves out is told", async () => {
  const [source, target] = [file("a.jsonl"), file("b.jsonl")];
  await madeLedger(source);
  writeFileSync(source, readFileSync(source).subarray(0, -1));
  const told = await copy(source, target);
  expect([told.exit, told.out]).toEqual([0, expect.stringMatching(/^Copied 24 records; /)]);
  expect(told.err).toMatch(/a\.jsonl:26: The record 25 is whole but for .*\[TornTail\]\n$/);
});

test("what is not there is told by its own name", async () => {
  const source = file("a.jsonl");
  await madeLedger(source);
  const none = await copy(file("none.jsonl"), file("b.jsonl"));
  expect(none.err).toMatch(/none\.jsonl: .*\[LedgerMissing\]/);
  const folder = await copy(source, join(home, "no", "b.db"));
  expect(folder.err).toContain("[FolderMissing]");
  writeFileSync(file("text.jsonl"), "text\n");
  const text = await copy(source, file("text.jsonl"));
  expect([text.exit, text.err]).toEqual([2, expect.stringMatching(/text\.jsonl:1: .*NotALedger/)]);
});

test("keys are copied when asked for, and never those of the erased", async () => {
  const [source, target] = [file("a.jsonl"), file("b.db")];
  await madeLedger(source, profile("dv-7", "Bảy") + profile("dv-8", "Tám"));
  const named = (ledger: string, person: string) =>
    run(["show", ledger, `person:${person}`, "--names"]);
  await copy(source, target);
  expect((await named(target, "dv-7")).out).not.toContain("Bảy");
  rmSync(target);
  const old = openVault(`${source}.vault`);
  const erased = await run(["erase", source, "--person", "dv-8"]);
  expect(erased.exit).toBe(0);
  const told = await copy(source, target, "--with-keys");
  expect(told.out).toContain(`Copied 1 key from ${source}.vault; 0 stood there already.`);
  expect((await named(target, "dv-7")).out).toContain("Bảy");
  expect(openVault(`${target}.vault`).people()).toEqual(["dv-7"]);
  expect(old.people()).toEqual(["dv-7"]);
  expect((await copy(target, database(), "--with-keys")).exit).toBe(0);
  expect((await named(database(), "dv-7")).out).toContain("Bảy");
});

test("another key of the same person is left, and told", async () => {
  const [source, target] = [file("a.jsonl"), file("b.db")];
  await madeLedger(source, profile("dv-7", "Bảy"));
  openVault(`${target}.vault`).seal("dv-7", { name: "X" });
  expect(await refusedBy([source, target, "--with-keys"], "KeyDiffers")).toContain("dv-7");
  rmSync(`${source}.vault`, { recursive: true });
  const keyless = await copy(source, target, "--with-keys");
  expect(keyless.out).toContain(`Copied 0 keys from ${source}.vault`);
  expect(keyless.err).toMatch(/^Warning: 1 of \d people .* has no key in .*\.vault, and is not/);
});
