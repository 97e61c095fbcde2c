import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../cli/dist/main.js", import.meta.url));
const telling = fileURLToPath(new URL("./tell-peak.cjs", import.meta.url));

/** What a run of the built program told, and what it took. */
export interface ProgramRun {
  readonly stdout: string;
  readonly seconds: number;
  /** The most memory that the whole process held, in MiB. */
  readonly peakMiB: number;
}

/** Runs the built program to its end; throws what it says where it fails. */
export const runProgram = (...args: readonly string[]): ProgramRun => {
  const began = performance.now();
  const { stdout, stderr, output, status } = spawnSync(
    process.execPath,
    ["--require", telling, program, ...args],
    { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "pipe", "pipe"] },
  );
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - began) / 1000;
  return { stdout, seconds, peakMiB: Number(output[3]) / 1024 };
};
