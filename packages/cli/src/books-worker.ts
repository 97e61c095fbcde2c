/** Reads a part of a ledger in a thread of its own: tells how far it has come, then the books. */
import { parentPort, workerData } from "node:worker_threads";
import { type PartAt, readPartAt } from "./part-at.ts";

const at = async (position: number): Promise<void> => parentPort?.postMessage(position);

// A fault is not caught here: Node hands it to the thread that began this one, with its members.
// NOTE: where this is no thread of its own, as in a check of the package, nothing is read.
parentPort?.postMessage(await readPartAt(workerData as PartAt, at));
