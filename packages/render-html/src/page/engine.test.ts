import type { RecordedEvent } from "@tongket/core";
import { BranchId, Instant, rulebookFor } from "@tongket/core";
import { type Horizon, inMemoryStore } from "@tongket/core/log";
import {
  type Explanation,
  explaining,
  explainingTarget,
  keepBooks,
  readFigureName,
  totalsOver,
  viewYear,
} from "@tongket/core/projections";
import { keepExtract, makeDocument, shownFigures } from "@tongket/core/report";
import { type Rulebook, shippedPacks } from "@tongket/core/rulebook";
import { ministry, recordLines } from "@tongket/testing";
import { beforeAll, expect, test } from "vitest";
import { type Engine, openEngine } from "./engine.ts";
import { packedData } from "./page-data.ts";
import { unpackedData } from "./unpacked-data.ts";

const asked = { branch: BranchId.make("b1"), year: 2012, lang: "vi" } as const;
const origin = { ledger: "a", position: 1, hash: "0".repeat(64) };
const packs = shippedPacks.filter(({ regime }) => regime === "vn-party");

let events: readonly RecordedEvent[];
let rulebook: Rulebook;
let engine: Engine;

beforeAll(async () => {
  const createdAt = Instant.make("1990-01-01T00:00:00.000Z");
  const store = inMemoryStore({ createdAt, ledger: "a", regime: "vn-party", tongket: 1 });
  const lines = ministry({ seed: 7, branches: 12, members: 80, years: 1 });
  const recorded: RecordedEvent[] = [];
  for await (const event of recordLines(store, lines)) recorded.push(event);
  events = recorded;
  rulebook = await rulebookFor(store, shippedPacks);
  const keeping = keepExtract({}, { eventsMax: 1_000_000 });
  for (const event of events) keeping.take(event, "clerk");
  const extract = keeping.close();
  if (extract === undefined) throw new Error("too many events");
  const { branch, year, lang } = asked;
  const document = { kind: "annual-review", lang, branch, year, origin } as const;
  const data = { document, regime: "vn-party", packs, names: {}, extract };
  engine = openEngine(await unpackedData(packedData(data)));
});

/** The same, computed from all that the ledger holds. */
const computed = (horizon: Horizon) => {
  const keeping = keepBooks(horizon);
  for (const event of events) keeping.take(event);
  const books = keeping.close();
  const view = viewYear({ books, rulebook, ...asked, asOf: horizon.asOf });
  const document = makeDocument("annual-review", {
    books,
    rulebook,
    ...asked,
    origin: { ...origin, ...horizon },
  });
  return { books, view, document };
};

/** The first and the last moment, and some between. */
const horizons = (): readonly Horizon[] => {
  const { days, instants } = engine;
  return [0, 0.2, 0.5, 0.8, 1].flatMap((part): readonly Horizon[] => {
    const asOf = days[Math.floor(part * (days.length - 1))];
    const knownAt = instants[Math.floor(part * (instants.length - 1))];
    if (asOf === undefined || knownAt === undefined) throw new Error("no moment");
    return [{ asOf }, { knownAt }, { asOf, knownAt }];
  });
};

test("the days and instants are those of the facts, in order, each once", () => {
  const admitted = events.filter(({ type }) => type === "MemberAdmitted");
  const { days, instants } = engine;
  expect(days).toEqual(expect.arrayContaining(admitted.map(({ effectiveOn }) => effectiveOn)));
  expect(instants).toEqual(expect.arrayContaining(admitted.map(({ recordedAt }) => recordedAt)));
  expect(days).toEqual([...new Set(days)].sort());
  expect(instants).toEqual([...new Set(instants)].sort());
  const known = new Set<string>(events.flatMap((one) => [one.effectiveOn, one.recordedAt]));
  expect([...days, ...instants].filter((one) => !known.has(one))).toEqual([]);
});

test("by any day and instant a page shows what the ledger says", () => {
  for (const horizon of [{}, ...horizons()]) {
    const { view, document } = computed(horizon);
    const moment = engine.at(horizon);
    expect(moment.document).toEqual(document);
    expect(moment.totals).toEqual(totalsOver([view]));
  }
  expect(engine.at({}).totals.size).toBeGreaterThan(20);
  expect(engine.at({ asOf: engine.days[0] as never }).totals).not.toEqual(engine.at({}).totals);
});

/** An explanation without the data of its events, of which a page has no more than it tells. */
const toldOf = (explanation: Explanation | undefined) => ({
  ...explanation,
  parts: explanation?.parts.map((part) => ({
    ...part,
    events: part.events.map(({ data: _, ...event }) => event),
  })),
});

test("every figure opens to the events that the ledger explains it by", () => {
  for (const horizon of [{}, ...horizons().slice(-2)]) {
    const { books, document } = computed(horizon);
    const moment = engine.at(horizon);
    for (const { figure, branch = asked.branch } of shownFigures(document)) {
      const { name, of, year = 0 } = readFigureName(figure);
      const view = viewYear({
        books,
        rulebook,
        branch: BranchId.make(branch),
        year,
        asOf: horizon.asOf,
      });
      const explained = moment.explain(figure, branch);
      if (of === "target") {
        const keeping = explainingTarget(view, name.replace(/\/(goal|margin)$/, ""), horizon);
        for (const event of events) keeping?.take(event, "clerk");
        const { figure: whole } = keeping?.close() ?? {};
        expect(toldOf(explained?.figure), figure).toEqual(toldOf(whole));
        continue;
      }
      const keeping = explaining(view, name, horizon);
      for (const event of events) keeping?.take(event, "clerk");
      expect(toldOf(explained?.figure), figure).toEqual(toldOf(keeping?.close()));
    }
  }
});
