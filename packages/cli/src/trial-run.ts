import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Io, Output } from "./io.ts";
import { main } from "./program.ts";

/** What came of a call of the program. */
export interface Run {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly stdin?: string | Uint8Array;
  readonly env?: Io["env"];
  readonly now?: string;
  readonly today?: string;
  readonly ending?: AbortSignal;
  /** How wide the terminal is that the standard error is; none by default. */
  readonly columns?: number;
}

/** Runs the program inside this process, with surroundings of its own: for tests. */
export const runHere = async (
  argv: readonly string[],
  { stdin = "", env = {}, now, today, ending, columns }: Surroundings = {},
): Promise<Run> => {
  const [out, err] = [keptOutput(), keptOutput(columns)];
  const exit = await main(argv, {
    env,
    stdin: only(Buffer.from(stdin)),
    stdout: out,
    stderr: err,
    now: () => now ?? "2030-01-01T00:00:00.000Z",
    today: () => today ?? "2030-01-01",
    ending: ending ?? new AbortController().signal,
  });
  return { exit, out: out.text(), err: err.text() };
};

/** Runs the real binary as a process of its own. */
export const runBinary = (
  argv: readonly string[],
  { stdin = "", env = {} }: Surroundings = {},
  node: readonly string[] = [],
): Promise<Run> =>
  new Promise((resolve, reject) => {
    const args = [...node, "--conditions=source", binary, ...argv];
    const child = spawn(process.execPath, args, { env: { PATH: process.env["PATH"], ...env } });
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, out, err }));
    child.stdin.on("error", () => {});
    child.stdin.end(stdin);
  });

/** Starts the binary, does something with the process, and gives what came of it. */
export const started = (
  argv: readonly string[],
  meddle: (child: ChildProcess) => void,
  node: readonly string[] = [],
): Promise<Run> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [...node, "--conditions=source", binary, ...argv]);
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.stdin.on("error", () => {});
    child.on("close", (exit) => resolve({ exit, out, err }));
    meddle(child);
  });

export const binary = fileURLToPath(new URL("main.ts", import.meta.url));

const keptOutput = (columns?: number): Output & { readonly text: () => string } => {
  let kept = "";
  return {
    closed: false,
    columns,
    write: async (text) => {
      kept += text;
    },
    text: () => kept,
  };
};

async function* only(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
