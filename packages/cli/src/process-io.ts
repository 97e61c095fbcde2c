import process from "node:process";
import type { Io, Output } from "./io.ts";

/** The surroundings of this process. */
export const processIo = (): Io => {
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // NOTE: once, so that a second signal ends the process at once.
    process.once(signal, () => {
      ending.abort(signal);
      process.stdin.destroy();
    });
  }
  return {
    env: process.env,
    stdin: process.stdin,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    now: () => new Date().toISOString(),
    today: () => localDay(new Date()),
    ending: ending.signal,
  };
};

const outputTo = (stream: NodeJS.WriteStream): Output => {
  let closed = false;
  let wake = (): void => {};
  const close = (): void => {
    closed = true;
    wake();
  };
  // A reader that went away is no fault: nothing more is written, and nothing is said of it.
  stream.on("error", close);
  stream.on("close", close);
  stream.on("drain", () => wake());
  return {
    get closed() {
      return closed;
    },
    columns: stream.isTTY && process.env["TERM"] !== "dumb" ? stream.columns : undefined,
    write: (text) =>
      new Promise((resolve) => {
        wake = resolve;
        if (closed || stream.write(text)) resolve();
      }),
  };
};

const localDay = (date: Date): string =>
  [
    String(date.getFullYear()).padStart(4, "0"),
    String(date.getMonth() + 1).padStart(2, "0"),
    String(date.getDate()).padStart(2, "0"),
  ].join("-");
