/**
 * One of the processes of the race: appends what it is told to, and tells each commit that was
 * acknowledged. Told its fate, it kills itself with -9 at that moment of an append.
 */
import { appendFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { aboutAny } from "@tongket/core/log";
import { openLedger } from "../src/jsonl-ledger.ts";
import type { WriteMoment } from "../src/ledger-writer.ts";
import { anyway, draftOf, eventOf, newYear } from "./sample.ts";

export interface Orders {
  readonly ids: readonly string[];
  readonly fate?: {
    readonly at: WriteMoment | "half-written";
    /** In which of its appends. */
    readonly append: number;
    /** How much of the line to write before a death half-way: 0 nothing, 1 all but the newline. */
    readonly share: number;
  };
}

export type Told =
  | { readonly told: "Ready" }
  | { readonly told: "Acknowledged"; readonly id: string; readonly position: number }
  | { readonly told: "Done" }
  | { readonly told: "Failed"; readonly why: string };

const [path = "", lock = ""] = process.argv.slice(2);

let fate: Orders["fate"];
let appends = 0;
const die = (): void => void process.kill(process.pid, "SIGKILL");
const at = (moment: WriteMoment, lines?: Buffer): void => {
  if (moment === "locked") appends += 1;
  if (fate === undefined || appends < fate.append) return;
  if (fate.at === moment) die();
  if (fate.at === "half-written" && moment === "writing" && lines !== undefined) {
    appendFileSync(path, lines.subarray(0, Math.floor(fate.share * (lines.length - 1))));
    die();
  }
};

const noLock = async () => () => {};
const ledger = await openLedger(path, {}, { at, ...(lock === "no-lock" ? { lock: noLock } : {}) });
const tell = (told: Told): void => void process.send?.(told);

/** Every third command rests on what was recorded of a subject that all the others write of. */
const record = async (id: string): Promise<number> => {
  for (;;) {
    const { position: after } = await ledger.head();
    const isShared = id.endsWith("0");
    const event = eventOf({ tags: isShared ? ["year:2012"] : ["branch:b1"], data: { after } });
    const condition = isShared ? { failIfMatch: aboutAny(event.tags), after } : anyway;
    const result = await ledger.append(draftOf(id, [event]), condition, newYear);
    if (result.append !== "Conflict") return result.stored.commit.position;
  }
};

process.on("message", async (orders: Orders) => {
  fate = orders.fate;
  appends = 0;
  try {
    for (const id of orders.ids) {
      tell({ told: "Acknowledged", id, position: await record(id) });
    }
    tell({ told: "Done" });
  } catch (error) {
    tell({ told: "Failed", why: String(error) });
  }
});
// Who is killed saves no compiled code; with it the next process starts in half the time.
flushCompileCache();
tell({ told: "Ready" });
