import type { EventStore } from "@tongket/core/log";
import { say, sayCount } from "@tongket/core/messages";
import type { Call, Ending, Run } from "../call.ts";
import { withLedger } from "../ledger.ts";
import { asText } from "../lines.ts";
import { demanded, horizonOf, idOption, yearOption } from "../options.ts";
import { foldThrough, loadProjection } from "../own-projection.ts";
import { withConsoleTo } from "../quiet-console.ts";
import { standingEvents } from "../standing-events.ts";
import { readYear, type YearRead } from "../year.ts";

/** Computes the totals of a year from all facts, or what an own projection asks. */
export const run: Run = async (call) => {
  const { projection } = call.options;
  // Totals are those of a branch and a year; an own projection may need neither.
  if (projection === undefined) {
    for (const name of ["branch", "year"]) demanded(call, `--${name}`, call.options[name]);
  }
  return withLedger(call, async (store) =>
    typeof projection === "string"
      ? projected(call, store, projection)
      : totalsOf(call, await readYear(call, store)),
  );
};

/** Every account of the branch with all below it: what was counted, or how many distinct. */
const totalsOf = ({ lang }: Call, { request, view }: YearRead): Ending => {
  const { books, branch, year, origin } = request;
  const totals = new Map<string, number>();
  const distinct = new Map<string, Map<string, number>>();
  for (const one of view.scope) {
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
    result: { branch, year, origin, totals: Object.fromEntries(sorted) },
    words: asText([head, ...(lines.length > 0 ? lines : [say(lang, "replay.none")])]),
  };
};

const projected = async (call: Call, store: EventStore, file: string): Promise<Ending> => {
  const horizon = horizonOf(call);
  const asked = { branch: idOption(call, "branch"), year: yearOption(call, "year") };
  return withConsoleTo(call.io.stderr, async () => {
    const projection = await loadProjection(call.whole(file), asked);
    const events = standingEvents(store, { query: "all", horizon, all: false });
    const answer = await foldThrough(file, projection, events);
    const { name, version } = projection;
    return {
      result: { projection: name, version, answer },
      words: `${JSON.stringify(answer, null, 2)}\n`,
    };
  });
};
