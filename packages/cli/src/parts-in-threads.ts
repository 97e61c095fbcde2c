import { Worker } from "node:worker_threads";
import type { BooksOptions, BooksPart, PartAsked } from "@tongket/core";
import type { Call } from "./call.ts";
import { demandGoingOn } from "./ending.ts";
import type { FilePlace } from "./ledger-place.ts";
import { type PartAt, readPartAt } from "./part-at.ts";
import { Progress } from "./progress.ts";

type ReadParts = NonNullable<BooksOptions["readParts"]>;

/** A shorter reading is over before other threads have loaded what they need. */
const commitsMin = 100_000;

/**
 * Reads the books of a file's ledger in several threads, of which this is one. Where some parts
 * fail, the fault of the first of them is told, as though all were read here.
 */
export const partsInThreads =
  (call: Call, place: FilePlace, threads: number): ReadParts =>
  async (all) => {
    const { ending } = call.io;
    const progress = new Progress(call, "progress.reading", () => all.to);
    const asked = cutIn(all, all.to - all.after < commitsMin ? 1 : threads);
    const read = asked.map(() => 0);
    const seen = (part: number, position: number): void => {
      read[part] = position - (asked[part] as PartAsked).after;
      progress.at(all.after + read.reduce((sum, one) => sum + one, 0));
    };
    const [own, ...others] = asked.map((one): PartAt => ({ place, asked: one }));
    const workers = others.map((workerData) => new Worker(workerUrl, { workerData }));
    const endAll = (): void => {
      for (const worker of workers) void worker.terminate();
    };
    ending.addEventListener("abort", endAll);
    try {
      const ownPart = readPartAt(own as PartAt, async (position) => {
        await demandGoingOn(ending);
        seen(0, position);
      });
      return await allInOrder([
        ownPart,
        ...workers.map((worker, at) => partOf(worker, (position) => seen(at + 1, position))),
      ]);
    } finally {
      ending.removeEventListener("abort", endAll);
      endAll();
      progress.end();
    }
  };

/** By its name in package.json: it stands elsewhere among the sources than in what is built. */
const workerUrl = new URL(import.meta.resolve("#books-worker"));

/** So many parts, equal but for one commit. */
const cutIn = ({ after, to, horizon }: PartAsked, parts: number): readonly PartAsked[] => {
  const end = (part: number): number => after + Math.floor(((to - after) * part) / parts);
  return Array.from({ length: parts }, (_, at) => ({
    after: end(at),
    to: end(at + 1),
    horizon,
  }));
};

/** What a thread has read; rejects with what it threw. */
const partOf = (worker: Worker, at: (position: number) => void): Promise<BooksPart> =>
  new Promise((resolve, reject) => {
    worker.on("message", (told: number | BooksPart) => {
      if (typeof told === "number") at(told);
      else resolve(told);
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("A thread was ended before it had read its part")));
  });

/** All of them; rejects as the first in order does, however early a later one has. */
const allInOrder = async <T>(given: readonly Promise<T>[]): Promise<readonly T[]> => {
  for (const one of given) one.catch(() => {});
  const found: T[] = [];
  for (const one of given) found.push(await one);
  return found;
};
