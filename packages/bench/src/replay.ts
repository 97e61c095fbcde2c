/**
 * `npm run bench:replay [-- EVENTS]`: a ledger of so many events (1,000,000) is made, and read by
 * us and by what one would use instead, in one run. Nothing is timed before all have come to the
 * same answer.
 */
import { hash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { readHeader } from "@tongket/core/log";
import { type Books, type Keeping, keepBooks } from "@tongket/core/projections";
import { projected, Replaying, trusted, validated, type Way } from "@tongket/core/replay";
import { verifyJsonl } from "@tongket/store-jsonl";
import { eachBlock, eachLine } from "./blocks.ts";
import { demandMade } from "./demand-made.ts";
import { duckWith } from "./duckdb.ts";
import { madeApart } from "./made-apart.ts";
import type { MadeCounts } from "./made-log.ts";
import { addedUp, answerOf, countingEvents } from "./question.ts";
import { asking } from "./question-threads.ts";
import { type Contender, demandSame, inTurns } from "./rounds.ts";
import { zodCommit } from "./zod-commit.ts";

const events = Number(process.argv[2] ?? 1_000_000);
const rounds = 5;
const newline = 0x0a;

/** Reads the ledger in one of the ways. */
const readBy = <Kept>(path: string, way: Way, kept: Keeping<Kept>): Kept => {
  let replaying: Replaying | undefined;
  eachBlock(path, (lines) => {
    if (replaying !== undefined) return replaying.lines(lines);
    const header = lines.indexOf(newline) + 1;
    const { head } = readHeader(lines.toString("utf8", 0, header - 1));
    replaying = new Replaying(head, way, kept.take);
    replaying.lines(lines.subarray(header));
  });
  return kept.close();
};

const parsing = (path: string): number => {
  let found = 0;
  eachLine(path, (line) => {
    const { events = [] } = JSON.parse(line) as { readonly events?: readonly unknown[] };
    found += events.length;
  });
  return found;
};

const decodingByZod = (path: string): number => {
  let found = 0;
  eachLine(path, (line) => {
    const record = JSON.parse(line) as { readonly tongket?: 1 };
    if (record.tongket === undefined) found += zodCommit.parse(record).events.length;
  });
  return found;
};

const print = (title: string, took: ReadonlyMap<string, number>): void => {
  const [[first, base] = ["", 1]] = took;
  console.log(`\n## ${title}\n\n| | ms | speed, ${first} = 1 |\n|---|---|---|`);
  for (const [name, ms] of took) {
    console.log(`| ${name} | ${ms.toFixed(ms < 100 ? 1 : 0)} | ${(base / ms).toFixed(2)} |`);
  }
};

const ways = async (path: string, made: MadeCounts): Promise<void> => {
  const books = (way: Way) => () => readBy(path, way, keepBooks());
  const walked = (): Books => {
    const kept = keepBooks();
    return readBy(path, projected(kept.wantedOf), kept);
  };
  if (parsing(path) !== made.events || decodingByZod(path) !== made.events) {
    throw new Error("Not as many events were read as were made");
  }
  demandMade("trusted", books(trusted)(), made);
  demandMade("validated", books(validated)(), made);
  demandMade("projected", walked(), made);
  const contenders: readonly Contender[] = [
    { name: "JSON.parse alone", run: () => parsing(path) },
    { name: "JSON.parse and zod", run: () => decodingByZod(path) },
    { name: "books, validated", run: books(validated) },
    { name: "books, trusted", run: books(trusted) },
    { name: "books, projected", run: walked },
  ];
  print("Three ways to the books", await inTurns(contenders, rounds));
};

const besideDuckDb = async (path: string, folder: string): Promise<void> => {
  const flat = join(folder, "flat.jsonl");
  await flatten(path, flat);
  const [one, two] = [await duckWith(1), await duckWith(2)];
  const ours = (): string => {
    const kept = countingEvents();
    return answerOf(readBy(path, projected(kept.wantedOf ?? (() => "whole")), kept));
  };
  const threads = asking(path, 2);
  const contenders: readonly Contender[] = [
    { name: "DuckDB, 1 thread", run: () => one.ledger(path) },
    { name: "DuckDB, 2 threads", run: () => two.ledger(path) },
    { name: "DuckDB, 1 thread, flat events", run: () => one.flat(flat) },
    { name: "ours, projected, 1 thread", run: ours },
    { name: "ours, projected, 2 threads", run: async () => answerOf(addedUp(await threads.ask())) },
  ];
  const answers = new Map<string, string>();
  for (const { name, run } of contenders) answers.set(name, String(await run()));
  demandSame("Events by type, branch and year", answers);
  print("Events and people reached, by type, branch and year", await inTurns(contenders, rounds));
  await threads.end();
};

/** One flat event a line, with what the question reads. */
const flatten = async (path: string, flat: string): Promise<void> => {
  const out = createWriteStream(flat);
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const { events: all = [] } = JSON.parse(line) as { events?: readonly FlatEvent[] };
    for (const { type, effectiveOn, data } of all) {
      const { branch, reached } = data;
      const isRoom = out.write(`${JSON.stringify({ type, effectiveOn, branch, reached })}\n`);
      if (!isRoom) await once(out, "drain");
    }
  }
  out.end();
  await once(out, "finish");
};

interface FlatEvent {
  readonly type: string;
  readonly effectiveOn: string;
  readonly data: { readonly branch?: string; readonly reached?: number };
}

const verifying = async (path: string): Promise<void> => {
  const hashing = (): void =>
    eachBlock(path, (lines) => {
      for (let start = 0; start < lines.length; ) {
        const end = lines.indexOf(newline, start);
        hash("sha256", lines.subarray(start, end), "hex");
        start = end + 1;
      }
    });
  const contenders: readonly Contender[] = [
    { name: "SHA-256 of every line", run: hashing },
    { name: "verify", run: () => verifyJsonl(path) },
  ];
  const verdict = await verifyJsonl(path);
  if (verdict.verified !== "Whole") throw new Error("The ledger that was made is not whole");
  print("verify", await inTurns(contenders, rounds));
};

const folder = mkdtempSync(join(tmpdir(), "tongket-bench-"));
try {
  const path = join(folder, "year.jsonl");
  const made = await madeApart(path, { events, seed: 1 });
  const bytes = statSync(path).size;
  console.log(`${made.events} events in ${made.commits} commits, ${bytes} bytes`);
  // First, since what is compiled for one way of reading is less apt for three.
  await besideDuckDb(path, folder);
  await ways(path, made);
  await verifying(path);
} finally {
  rmSync(folder, { recursive: true });
}
