/**
 * `npm run bench:memory [-- EVENTS…]`, after `npm run build`: the most memory that the program
 * holds while it reads ledgers of so many events (1, 4 and 20 million), each with 50,000 members.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeLog } from "./made-log.ts";
import { runProgram } from "./program-run.ts";

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1_000_000, 4_000_000, 20_000_000];
const ofYear = ["--branch", "b0", "--year", "2010"];

const folder = mkdtempSync(join(tmpdir(), "tongket-memory-"));
try {
  console.log("| events | call | s | MiB at most |\n|---|---|---|---|");
  for (const events of sizes) {
    const path = join(folder, "year.jsonl");
    makeLog(path, { events, seed: 1 });
    const calls = [
      ["verify", path],
      ["replay", path, ...ofYear],
      ["replay", path, ...ofYear],
      ["report", path, ...ofYear],
      ["explain", path, "meetingsHeld@2010", "--branch", "b0"],
      ["copy", path, join(folder, "copy.jsonl")],
    ];
    for (const call of calls) {
      const { seconds, peakMiB } = runProgram(...call);
      const line = [events.toLocaleString("en"), call[0], seconds.toFixed(1), peakMiB.toFixed(0)];
      console.log(`| ${line.join(" | ")} |`);
    }
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true });
}
