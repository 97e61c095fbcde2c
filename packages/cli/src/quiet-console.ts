import { Console } from "node:console";
import { Writable } from "node:stream";
import type { Output } from "./io.ts";

/** Runs code of the user's; what it logs goes to stderr, since stdout is for the result. */
export const withConsoleTo = async <T>(output: Output, work: () => Promise<T>): Promise<T> => {
  const stream = new Writable({
    write: (chunk, _, done) => {
      output.write(String(chunk)).then(() => done(), done);
    },
  });
  const own = globalThis.console;
  globalThis.console = new Console(stream);
  try {
    return await work();
  } finally {
    globalThis.console = own;
    await new Promise<void>((resolve) => stream.end(() => resolve()));
  }
};
