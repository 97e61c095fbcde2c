/** Takes a ledger's lock, and may stop itself at a moment until it is told to go on. */
import { writeSync } from "node:fs";
import { acquireLock } from "../src/file-lock.ts";

const [ledger = "", waitMs = "0", stopAt] = process.argv.slice(2);
let isToStop = stopAt !== undefined;
try {
  const release = await acquireLock(ledger, {
    waitMs: Number(waitMs),
    at: (moment) => {
      if (moment !== stopAt || !isToStop) return;
      isToStop = false;
      writeSync(1, `${moment}\n`);
      process.kill(process.pid, "SIGSTOP");
    },
  });
  writeSync(1, "held\n");
  process.stdin.once("data", () => {
    release();
    process.exit();
  });
} catch (error) {
  writeSync(1, `${(error as { fault?: string }).fault ?? error}\n`);
}
