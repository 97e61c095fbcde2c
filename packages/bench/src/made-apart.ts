import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { LogAsked, MadeCounts } from "./made-log.ts";

/** Makes a ledger in a thread that ends, so that none of its memory is of the one that measures. */
export const madeApart = async (path: string, asked: LogAsked): Promise<MadeCounts> => {
  const worker = new Worker(new URL(import.meta.resolve("#log-worker")));
  worker.postMessage({ path, ...asked });
  const [made] = await once(worker, "message");
  await worker.terminate();
  return made as MadeCounts;
};
