import type { EventStore } from "@tongket/core/log";
import { say, sayCount } from "@tongket/core/messages";
import { type Part, totalsOver, viewYear } from "@tongket/core/projections";
import type { Call, Ending, Run } from "../call.ts";
import { withLedger } from "../ledger.ts";
import { asText } from "../lines.ts";
import {
  choiceOption,
  demanded,
  horizonOf,
  idOption,
  refuseTogether,
  type Years,
  yearOption,
  yearsOption,
} from "../options.ts";
import { foldThrough, loadProjection } from "../own-projection.ts";
import { withConsoleTo } from "../quiet-console.ts";
import { standingEvents } from "../standing-events.ts";
import { amountsOf, tableJson, tableText } from "../totals-table.ts";
import { readYear, type YearRead } from "../year.ts";

/** Computes the totals of a year, or of several by parts, or what an own projection asks. */
export const run: Run = async (call) => {
  const { projection } = call.options;
  if (typeof projection === "string") {
    refuseTogether(call, "projection", ["years", "by", "threads"]);
    return withLedger(call, (store) => projected(call, store, projection));
  }
  // Totals are those of a branch and a year; an own projection may need neither.
  demanded(call, "--branch", call.options["branch"]);
  refuseTogether(call, "years", ["year"]);
  const years = yearsOption(call, "years");
  const parts = partsOf(call);
  if (years === undefined) demanded(call, "--year", call.options["year"]);
  return withLedger(call, async (store) => {
    const read = await readYear(call, store, years?.last);
    if (years === undefined && parts.length === 0) return totalsOf(call, read);
    const { year } = read.view;
    return tableOf(call, read, { years: years ?? { first: year, last: year }, parts });
  });
};

const partsOf = (call: Call): readonly Part[] =>
  (choiceOption(call, "by", ["year", "branch", "branch,year"])?.split(",") ?? []) as Part[];

/** Every account of the branch with all below it: what was counted, or how many distinct. */
const totalsOf = ({ lang }: Call, { request, view }: YearRead): Ending => {
  const { branch, year, origin } = request;
  const totals = amountsOf(totalsOver([view]));
  const lines = Object.entries(totals).map(
    ([measure, amount]) => `  ${measure}: ${sayCount(lang, amount)}`,
  );
  const head = say(lang, "replay.totals", { branch, year });
  return {
    result: { branch, year, origin, totals },
    words: asText([head, ...(lines.length > 0 ? lines : [say(lang, "replay.none")])]),
  };
};

/** The same over years, each on the tree of its own end, by the parts that were asked for. */
const tableOf = (
  call: Call,
  { request, view }: YearRead,
  { years: { first, last }, parts }: { readonly years: Years; readonly parts: readonly Part[] },
): Ending => {
  const { books, rulebook, branch, origin } = request;
  const { asOf } = horizonOf(call);
  const views = Array.from({ length: last - first + 1 }, (_, at) =>
    first + at === last ? view : viewYear({ books, rulebook, branch, year: first + at, asOf }),
  );
  const head =
    first === last
      ? say(call.lang, "replay.totals", { branch, year: first })
      : say(call.lang, "replay.totalsOver", { branch, first, last });
  const asked = { views, parts };
  return {
    result: { branch, ...tableJson(asked), origin },
    words: asText([head, ...tableText(call.lang, asked)]),
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
