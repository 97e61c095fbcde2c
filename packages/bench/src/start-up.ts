/**
 * `npm run bench:start-up`, after `npm run build`: what calls of the program take beyond a Node
 * that does nothing, alone and with Node's compile cache. All take turns, so that other work
 * disturbs them alike; a figure is the median of the differences of one turn.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const rounds = 15;
const here = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const program = here("packages/cli/dist/main.js");
const ledger = here("examples/review-2012/ledger.jsonl");
const branch = ["--branch", "bo-tttt"];
const ofYear = [...branch, "--year", "2012"];

const calls: readonly (readonly string[])[] = [
  ["--help"],
  ["--version"],
  ["verify", ledger],
  ["log", ledger],
  ["replay", ledger, ...ofYear],
  ["report", ledger, ...ofYear],
  ["explain", ledger, "membersAdmitted@2012", ...branch],
];

/** What a process took, in milliseconds. */
interface Taken {
  readonly wall: number;
  /** Of the processor, in the program and in the system. */
  readonly cpu: number;
}

const folder = mkdtempSync(join(tmpdir(), "tongket-bench-"));
const clock = join(folder, "clock.cjs");
const clockText = `process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  require("node:fs").writeSync(3, String((user + system) / 1000));
});`;

const run = (args: readonly string[], env: { readonly [name: string]: string }): Taken => {
  const began = performance.now();
  const { status, output } = spawnSync(process.execPath, ["--require", clock, ...args], {
    env: { ...process.env, ...env },
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const wall = performance.now() - began;
  if (status !== 0) throw new Error(`${args.join(" ")}: ${output[2]}`);
  return { wall, cpu: Number(output[3]) };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Beyond a Node that does nothing in the same turn: alone, and with the compile cache. */
interface Turn {
  readonly alone: Taken;
  readonly cached: Taken;
}

const cache = { NODE_COMPILE_CACHE: join(folder, "cache") };

const turnOf = (call: readonly string[], empty: Taken): Turn => {
  const beyond = ({ wall, cpu }: Taken): Taken => ({
    wall: wall - empty.wall,
    cpu: cpu - empty.cpu,
  });
  const args = [program, ...call];
  return { alone: beyond(run(args, {})), cached: beyond(run(args, cache)) };
};

const measure = (): void => {
  const turns = new Map<readonly string[], Turn[]>(calls.map((call) => [call, []]));
  const empty: Taken[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const taken = run(["-e", ""], {});
    const taking = calls.map((call) => ({ call, turn: turnOf(call, taken) }));
    // The first round fills the caches, that of the disk too.
    if (round === 0) continue;
    empty.push(taken);
    for (const { call, turn } of taking) turns.get(call)?.push(turn);
  }
  print(turns, empty);
};

const print = (turns: ReadonlyMap<readonly string[], Turn[]>, empty: readonly Taken[]): void => {
  const times = ["wall", "cpu"] as const;
  console.log("| call | wall | CPU | wall, cached | CPU, cached |\n|---|---|---|---|---|");
  for (const [[what = ""], found] of turns) {
    const of = (way: keyof Turn) =>
      times.map((time) => median(found.map((turn) => turn[way][time])).toFixed(0));
    console.log(`| ${[what, ...of("alone"), ...of("cached")].join(" | ")} |`);
  }
  const [wall, cpu] = times.map((time) => median(empty.map((taken) => taken[time])).toFixed(0));
  console.log(`\nnode -e "": wall ${wall}, CPU ${cpu}`);
};

writeFileSync(clock, clockText);
try {
  measure();
} finally {
  rmSync(folder, { recursive: true });
}
