import {
  decodeCommand,
  type Handler,
  Instant,
  openLedger,
  readBooks,
  rulebookFor,
} from "@tongket/core";
import { type EventStore, inMemoryStore } from "@tongket/core/log";
import { type FigureValue, measured, viewYear, type YearView } from "@tongket/core/projections";
import { shippedPacks } from "@tongket/core/rulebook";
import type { CommandLine } from "./command-line.ts";
import type { Counted } from "./count/told.ts";
import { top } from "./tree.ts";

/** A simulated ledger in memory: its clock stands where each line says. */
export interface Desk {
  readonly store: EventStore;
  /** The commands of the lines in one commit, or each refused; several only to correct. */
  readonly record: (...lines: readonly CommandLine[]) => ReturnType<Handler["handleTogether"]>;
}

export const openDesk = async (): Promise<Desk> => {
  let now = Instant.make("2012-01-01T00:00:00.000Z");
  const store = inMemoryStore({
    createdAt: now,
    ledger: "ministry-2012",
    regime: "vn-party",
    simulated: true,
    tongket: 1,
  });
  const ledger = await openLedger(store, { now: () => now });
  return {
    store,
    record: (...lines) => {
      const commands = lines.map(({ recordedAt, ...line }) => {
        now = Instant.make(recordedAt);
        const read = decodeCommand(line, line.id);
        if (read.decoded === "Faulty") throw new Error(JSON.stringify([line, read.faults]));
        return read.command;
      });
      return ledger.handleTogether(commands);
    },
  };
};

/** Records every line, each in its own commit; throws with the first that is not recorded. */
export const recordAll = async (lines: Iterable<CommandLine>): Promise<Desk> => {
  const desk = await openDesk();
  for (const line of lines) {
    const outcome = await desk.record(line);
    if (outcome.outcome !== "Recorded") throw new Error(JSON.stringify([line, outcome]));
  }
  return desk;
};

/** The ministry's year as the library computes it from the ledger. */
export const readYears = async <Year extends number>(
  { store }: Desk,
  ...years: readonly Year[]
): Promise<Readonly<Record<Year, YearView>>> => {
  const books = await readBooks(store);
  const rulebook = await rulebookFor(store, shippedPacks);
  const branch = top as YearView["branch"];
  const views = years.map((year) => [year, viewYear({ books, rulebook, branch, year })]);
  return Object.fromEntries(views);
};

/** A value of the library in the shape of the count; undefined where it is unknown. */
export const plain = (value: FigureValue | undefined): Counted => {
  if (value === undefined || value.is === "unknown") return undefined;
  return value.is === "count" ? { count: value.count } : { num: value.num, den: value.den };
};

export const figureOf = (view: YearView, measure: string): Counted =>
  plain(measured(view, measure));
