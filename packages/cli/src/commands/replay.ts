import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Projection } from "@tongket/core";
import type { EventStore } from "@tongket/core/log";
import { say, sayCount } from "@tongket/core/messages";
import { viewYear } from "@tongket/core/projections";
import type { ReportRequest } from "@tongket/core/report";
import type { Call, Ending, Run } from "../call.ts";
import { Failure, inputFault } from "../fault.ts";
import { withLedger } from "../ledger.ts";
import { idOption, yearOption } from "../options.ts";
import { plain } from "../plain.ts";
import { horizonOf, standingEvents } from "../standing-events.ts";
import { readYear } from "../year.ts";

/** Computes the totals of a year from all facts, or what an own projection asks. */
export const run: Run = async (call) => {
  const { projection } = call.options;
  return withLedger(call, async (store) =>
    typeof projection === "string"
      ? projected(call, store, projection)
      : totalsOf(call, await readYear(call, store)),
  );
};

/** Every account of the branch with all below it: what was counted, or how many distinct. */
const totalsOf = ({ lang }: Call, request: ReportRequest): Ending => {
  const { books, rulebook, branch, year, origin } = request;
  const asOf = origin.asOf as Parameters<typeof viewYear>[0]["asOf"];
  const { scope } = viewYear({ books, rulebook, branch, year, asOf });
  const totals = new Map<string, number>();
  const distinct = new Map<string, Map<string, number>>();
  for (const one of scope) {
    for (const [measure, amount] of books.tally.counts.get(one)?.get(year) ?? []) {
      totals.set(measure, (totals.get(measure) ?? 0) + amount);
    }
    for (const [measure, held] of books.tally.subjects.get(one)?.get(year) ?? []) {
      const all = distinct.get(measure) ?? new Map<string, number>();
      for (const [subject, amount] of held) all.set(subject, (all.get(subject) ?? 0) + amount);
      distinct.set(measure, all);
    }
  }
  for (const [measure, held] of distinct) {
    totals.set(measure, [...held.values()].filter((amount) => amount > 0).length);
  }
  const sorted = [...totals].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = sorted.map(([measure, amount]) => `  ${measure}: ${sayCount(lang, amount)}`);
  const head = say(lang, "replay.totals", { branch, year });
  return {
    exit: 0,
    result: { branch, year, origin, totals: Object.fromEntries(sorted) },
    words: [head, ...(lines.length > 0 ? lines : [say(lang, "replay.none")])]
      .join("\n")
      .concat("\n"),
  };
};

const projected = async (call: Call, store: EventStore, file: string): Promise<Ending> => {
  const horizon = horizonOf(call);
  const projection = await load(file, {
    branch: idOption(call, "branch") ?? "",
    year: yearOption(call, "year") ?? 0,
  });
  const { name, version, reads } = projection;
  const state = projection.initial();
  for await (const event of standingEvents(store, { query: "all", horizon, all: false })) {
    if (reads === "all" || reads.includes(event.type)) {
      attempt(file, () => projection.apply(state, event));
    }
  }
  const answer = plain(attempt(file, () => projection.finish?.(state) ?? state));
  return {
    exit: 0,
    result: { projection: name, version, answer },
    words: `${JSON.stringify(answer, null, 2)}\n`,
  };
};

const load = async (
  file: string,
  asked: { readonly branch: string; readonly year: number },
): Promise<Projection<unknown, unknown>> => {
  let given: unknown;
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(resolve(file)).href);
    given = typeof module.default === "function" ? module.default(asked) : module.default;
  } catch (error) {
    throw unusable(file, error);
  }
  if (isProjection(given)) return given;
  throw unusable(file, "no default export that is a projection");
};

const isProjection = (value: unknown): value is Projection<unknown, unknown> => {
  if (typeof value !== "object" || value === null) return false;
  const { name, reads, initial, apply } = value as Partial<Projection<unknown, unknown>>;
  const isReading = reads === "all" || Array.isArray(reads);
  return (
    typeof name === "string" &&
    isReading &&
    typeof initial === "function" &&
    typeof apply === "function"
  );
};

const attempt = <T>(file: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw unusable(file, error);
  }
};

const unusable = (file: string, error: unknown): Failure => {
  const [why = ""] = String(error).split("\n");
  return new Failure("input", [inputFault("ProjectionUnusable", { file, why }, { file })]);
};
