/** Makes each ledger that it is asked for, and sends back what was counted. */
import { parentPort } from "node:worker_threads";
import { type LogAsked, makeLog } from "./made-log.ts";

parentPort?.on("message", ({ path, ...asked }: LogAsked & { readonly path: string }) =>
  parentPort?.postMessage(makeLog(path, asked)),
);
