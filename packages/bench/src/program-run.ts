import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const here = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const program = here("packages/cli/dist/main.js");

/** Loaded before the program: tells where it ends the most memory that it held, and its time. */
const telling = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from "node:fs";
  import { isMainThread } from "node:worker_threads";
  const tell = () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(3, JSON.stringify([maxRSS, userCPUTime + systemCPUTime]));
  };
  if (isMainThread) process.on("exit", tell);
`)}`;

/** What a run of the built program told, and what it took. */
export interface ProgramRun {
  readonly stdout: string;
  readonly seconds: number;
  /** Those of the processor, whatever else it did meanwhile. */
  readonly ofProcessor: number;
  /** The most memory that the whole process held, in MiB. */
  readonly peakMiB: number;
}

/** Runs the built program to its end; throws what it says where it fails. */
export const runProgram = (...args: readonly string[]): ProgramRun => {
  const began = performance.now();
  const { stdout, stderr, output, status } = spawnSync(
    process.execPath,
    ["--import", telling, program, ...args],
    { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "pipe", "pipe"] },
  );
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - began) / 1000;
  const [kibibytes, microseconds] = JSON.parse(output[3] ?? "") as [number, number];
  return { stdout, seconds, ofProcessor: microseconds / 1e6, peakMiB: kibibytes / 1024 };
};
