/**
 * `npm run bench:second-reading [-- EVENTS…]`, after `npm run build`: ledgers of so many events (1
 * and 10 million) with the same accounts are read a second time, when 1,000 events were recorded
 * since the checkpoint, beside DuckDB, which reads all; and figures are explained, beside a replay
 * of the whole: by calls of the program, and in one process from open to result, once behind the
 * garbage of another was collected, and several in a row.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BranchId, explain, readBooks } from "@tongket/core";
import type { LinesAsked } from "@tongket/core/log";
import { type Books, type Explanation, rulebookIn, viewYear } from "@tongket/core/projections";
import { shippedPacks } from "@tongket/core/rulebook";
import { checkpointsBeside, openJsonlLedger } from "@tongket/store-jsonl";
import { demandMade } from "./demand-made.ts";
import { duckWith } from "./duckdb.ts";
import { madeApart } from "./made-apart.ts";
import type { MadeCounts } from "./made-log.ts";
import { type ProgramRun, runProgram } from "./program-run.ts";
import { inTurns } from "./rounds.ts";

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1_000_000, 10_000_000];
const rounds = 5;
/** A reading is short: the first of a process take longer, until the program is compiled. */
const [warmUpRows, shortRounds] = [20, 15];
const inARow = 5;
/** 1.4 events a commit. */
const commitsSince = 730;

const readAgain = async (path: string): Promise<Books> => {
  const ledger = await openJsonlLedger(path);
  try {
    return await readBooks(ledger, {}, { checkpoints: checkpointsBeside(path) });
  } finally {
    await ledger.close();
  }
};

const inRow = (work: () => Promise<unknown>) => async (): Promise<void> => {
  for (let at = 0; at < inARow; at += 1) await work();
};

/** Keeps the checkpoint that a reading of the first commits would have left. */
const keepCheckpoint = async (path: string, commits: number): Promise<void> => {
  const ledger = await openJsonlLedger(path);
  const first = Object.assign(Object.create(ledger) as typeof ledger, {
    header: ledger.header,
    headerHash: ledger.headerHash,
    head: () => ledger.head(),
    read: ledger.read.bind(ledger),
    lines: (of: LinesAsked) => ledger.lines?.({ ...of, to: commits }) ?? [],
  });
  await readBooks(first, {}, { checkpoints: checkpointsBeside(path), checkpointEvery: 1 });
  await ledger.close();
};

const timesAsFast = (all: number, own: number): string =>
  `${own.toFixed(1)} ms, ${(all / own).toFixed(0)} times as fast`;

const secondReading = async (path: string, made: MadeCounts): Promise<void> => {
  await keepCheckpoint(path, made.commits - commitsSince);
  demandMade("from the checkpoint", await readAgain(path), made);
  const once = () => readAgain(path);
  for (let at = 0; at < warmUpRows; at += 1) await inRow(once)();
  const duck = await duckWith(1);
  const took = await inTurns(
    [
      { name: "DuckDB, all of it", run: () => duck.ledger(path) },
      { name: "ours, from the checkpoint", run: once },
      { name: "ours, in a row", run: inRow(once) },
    ],
    shortRounds,
  );
  const [all = 0, single = 1, row = 1] = [...took.values()];
  const { size } = statSync(`${path}.books`);
  console.log(
    `second reading: DuckDB ${all.toFixed(0)} ms; ours, ${inARow} in a row, ` +
      `${timesAsFast(all, row / inARow)}; one behind DuckDB's ${timesAsFast(all, single)}; ` +
      `checkpoint of ${size} bytes`,
  );
};

const year = 2010;
const figures = [
  ["meetingsHeld", "b25"],
  ["membersAdmitted", "b25"],
  ["meetingsHeld", "b3"],
  ["directivesReached/member", "b25"],
] as const;

/** From open to result, as a program does that has the library. */
const explained = async (path: string, measure: string, branch: string): Promise<Explanation> => {
  const ledger = await openJsonlLedger(path);
  try {
    const books = await readBooks(ledger, {}, { checkpoints: checkpointsBeside(path) });
    const rulebook = rulebookIn(books, ledger.header.regime, shippedPacks);
    const view = viewYear({ books, rulebook, branch: BranchId.make(branch), year });
    const found = await explain(ledger, { view, measure });
    if (found === undefined) throw new Error(`${measure} of ${branch} is not there`);
    return found;
  } finally {
    await ledger.close();
  }
};

const replayed = async (path: string): Promise<Books> => {
  const ledger = await openJsonlLedger(path);
  try {
    return await readBooks(ledger);
  } finally {
    await ledger.close();
  }
};

/** The index is there by then. */
const explainingHere = async (path: string, made: MadeCounts): Promise<void> => {
  const cell = await explained(path, "meetingsHeld", "b25");
  if (cell.parts[0]?.amount !== made.meetings.get(`b25 ${year}`)) {
    throw new Error("meetingsHeld of b25 is not what was made");
  }
  const contenders = figures.flatMap(([measure, branch]) => {
    const name = `${measure} of ${branch}`;
    const once = () => explained(path, measure, branch);
    return [
      { name, run: once },
      { name: rowOf(name), run: inRow(once) },
    ];
  });
  const all = { name: "replay", run: () => replayed(path) };
  const took = await inTurns([all, ...contenders], rounds);
  const replay = took.get(all.name) ?? 1;
  const share = (ms = Number.NaN): string =>
    `${ms.toFixed(0)} ms, ${((100 * ms) / replay).toFixed(2)} %`;
  console.log(`here: replay ${replay.toFixed(0)} ms`);
  for (const [measure, branch] of figures) {
    const name = `${measure} of ${branch}`;
    const each = (took.get(rowOf(name)) ?? Number.NaN) / inARow;
    console.log(`here: ${name}: once ${share(took.get(name))}; ${rowOf("each")} ${share(each)}`);
  }
};

const rowOf = (name: string): string => `${name} of ${inARow} in a row`;

const runTold = ({ seconds, ofProcessor }: ProgramRun): string =>
  `${seconds.toFixed(2)} s, ${ofProcessor.toFixed(2)} of the processor`;

const explaining = (path: string): void => {
  const ofYear = ["--branch", "b0", "--year", String(year)];
  rmSync(`${path}.books`);
  const replay = runProgram("replay", path, ...ofYear);
  console.log(`replay of all: ${runTold(replay)}`);
  for (const [measure, branch] of figures) {
    const figure = `${measure}@${year}`;
    // The first one may have to write the index.
    const runs = Array.from({ length: 4 }, () =>
      runProgram("explain", path, figure, "--branch", branch),
    );
    const [first, ...others] = runs as [ProgramRun, ...ProgramRun[]];
    const least = others.reduce((a, b) => (b.ofProcessor < a.ofProcessor ? b : a));
    const share = ((100 * least.ofProcessor) / replay.ofProcessor).toFixed(2);
    console.log(
      `explain ${figure} of ${branch}: ${runTold(first)}, then ${runTold(least)}, ` +
        `${share} % of the replay; ${least.peakMiB.toFixed(0)} MiB`,
    );
  }
};

const folder = mkdtempSync(join(tmpdir(), "tongket-second-"));
try {
  for (const events of sizes) {
    const path = join(folder, `${events}.jsonl`);
    const made = await madeApart(path, { events, seed: 1, trainees: 1_000 });
    console.log(`${made.events} events in ${made.commits} commits, ${statSync(path).size} bytes`);
    await secondReading(path, made);
    explaining(path);
    await explainingHere(path, made);
    for (const name of [path, `${path}.books`, `${path}.index`]) {
      rmSync(name, { recursive: true, force: true });
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
