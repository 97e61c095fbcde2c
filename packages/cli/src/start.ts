import process from "node:process";
import { processIo } from "./process-io.ts";
import { main, strayErrorText } from "./program.ts";

/** Runs the program in this process. */
export const start = async (): Promise<void> => {
  const io = processIo();
  process.on("uncaughtException", (error) => {
    process.stderr.write(strayErrorText(error, io));
    process.exit(70);
  });
  process.exitCode = await main(process.argv.slice(2), io);
  // A connection to a server that says nothing would hold the process still.
  if (io.ending.aborted) setTimeout(() => process.exit(), 500).unref();
};
