import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Row } from "./question.ts";
import { countedIn, type PartOfFile, partsOf } from "./question-part.ts";

/**
 * Asks the question in several threads, of which this is one. They stay, as those of DuckDB do:
 * what is measured is no start.
 */
export const asking = (path: string, threads: number) => {
  const [own, ...others] = partsOf(path, threads);
  const url = new URL(import.meta.resolve("#question-worker"));
  const workers = others.map((part) => ({ part, worker: new Worker(url) }));
  return {
    ask: async (): Promise<readonly (readonly Row[])[]> => {
      const answers = workers.map(async ({ part, worker }) => {
        worker.postMessage(part);
        const [rows] = await once(worker, "message");
        return rows as readonly Row[];
      });
      // NOTE: last, since nothing else happens in this thread meanwhile.
      return [countedIn(own as PartOfFile), ...(await Promise.all(answers))];
    },
    end: () => Promise.all(workers.map(({ worker }) => worker.terminate())),
  };
};
