import {
  BranchId,
  type CalendarDate,
  Instant,
  type RecordedEvent,
  rulebookFor,
} from "@tongket/core";
import { type Horizon, inMemoryStore } from "@tongket/core/log";
import {
  keepBooks,
  type Totals,
  totalsOver,
  viewYear,
  type YearView,
} from "@tongket/core/projections";
import { type DocumentValue, keepExtract, makeDocument } from "@tongket/core/report";
import { shippedPacks } from "@tongket/core/rulebook";
import { ministry, recordLines } from "@tongket/testing";
import { renderExplorable } from "../src/render-html.ts";

const lang = "vi";
const branch = BranchId.make("b1");
const year = 2013;
const regime = "vn-party";
const origin = { ledger: "a", position: 1, hash: "0".repeat(64) };

/** What the ledger says by a horizon, computed from all its events. */
export interface Computed {
  readonly view: YearView;
  readonly totals: Totals;
  readonly document: DocumentValue;
}

export interface MinistryPage {
  readonly html: string;
  readonly events: readonly RecordedEvent[];
  readonly days: readonly CalendarDate[];
  readonly instants: readonly Instant[];
  readonly computed: (horizon: Horizon) => Computed;
}

/** A made ministry's review of its second year as a page, and what it has to show. */
export const ministryPage = async (): Promise<MinistryPage> => {
  const createdAt = Instant.make("1990-01-01T00:00:00.000Z");
  const store = inMemoryStore({ createdAt, ledger: "a", regime, tongket: 1 });
  const lines = ministry({ seed: 7, branches: 40, members: 400, years: 2 });
  const events: RecordedEvent[] = [];
  const kept = keepExtract({}, { eventsMax: 1_000_000 });
  for await (const event of recordLines(store, lines)) {
    events.push(event);
    kept.take(event, "clerk");
  }
  const rulebook = await rulebookFor(store, shippedPacks);
  const computed = (horizon: Horizon): Computed => {
    const keeping = keepBooks(horizon);
    for (const event of events) keeping.take(event);
    const books = keeping.close();
    const view = viewYear({ books, rulebook, branch, year, asOf: horizon.asOf });
    const request = {
      books,
      rulebook,
      branch,
      year,
      lang,
      origin: { ...origin, ...horizon },
    } as const;
    return { view, totals: totalsOver([view]), document: makeDocument("annual-review", request) };
  };
  const extract = kept.close();
  if (extract === undefined) throw new Error("more events than an extract holds");
  const packs = shippedPacks.filter((pack) => pack.regime === regime);
  const explored = { extract, regime, packs, names: {} };
  return {
    html: await renderExplorable(computed({}).document, explored),
    events,
    days: [...new Set(events.map(({ effectiveOn }) => effectiveOn))].toSorted(),
    instants: [...new Set(events.map(({ recordedAt }) => recordedAt))].toSorted(),
    computed,
  };
};
