import type { RecordedEvent } from "@tongket/core";
import { commandOf } from "../given-when-then.ts";
import { commitsIn, eventsIn, type History, Workbench } from "../history/history.ts";
import { statesOf } from "./history-is-lawful.ts";
import { demandEqual, LawBroken } from "./law-broken.ts";
import { tallyOf } from "./parts-add-up.ts";
import { recordsReadBack } from "./records-read-back.ts";
import { figuresTold, placesIn, verdictsTold } from "./told-of-a-ledger.ts";

/** What is read of a ledger; all its events, by default. */
export type EventsRead = (events: readonly RecordedEvent[]) => readonly RecordedEvent[];

/**
 * Erases every person of a ledger: each total, figure, verdict and state stays as it was, and the
 * records are chained as before.
 */
export const erasingChangesNothing = async (
  history: History,
  read: EventsRead = (events) => events,
): Promise<void> => {
  const before = read(history.events);
  const after = read(await withoutPeople(history));
  const [rulebook, places] = [history.rulebook, placesIn(history.events)];
  const held = [
    ["total", tallyOf(after), tallyOf(before)],
    ["figure", figuresTold(after, rulebook, places), figuresTold(before, rulebook, places)],
    ["verdict", verdictsTold(after, rulebook), verdictsTold(before, rulebook)],
    ["state", states(after), states(before)],
  ] as const;
  for (const [what, found, expected] of held) {
    demandEqual(`erasing people changes no ${what}`, { found, expected });
  }
  await recordsReadBack(history.store);
};

/** But for that of erasure itself. */
const states = (events: readonly RecordedEvent[]) => [
  ...statesOf(events.filter(({ type }) => type !== "PersonErased" && type !== "PersonProfiled")),
];

const withoutPeople = async ({ store, events }: History): Promise<readonly RecordedEvent[]> => {
  const tags = new Set(events.flatMap((event) => event.tags));
  const people = [...tags].filter((tag) => tag.startsWith("person:")).map((tag) => tag.slice(7));
  const erased = new Set(
    events.flatMap(({ type, data }) => (type === "PersonErased" ? [personIn(data)] : [])),
  );
  const bench = new Workbench(store);
  bench.now = "2059-01-01T00:00:00.000Z";
  const handler = await bench.open();
  for (const person of people.filter((one) => !erased.has(one))) {
    const line = ["ErasePerson", "2059-01-01", { person }] as const;
    const outcome = await handler.handle(commandOf(line, `erase-${person}`));
    if (outcome.outcome !== "Recorded") throw new LawBroken("a person is erased", { outcome });
  }
  return eventsIn(await commitsIn(store));
};

export const personIn = (data: unknown): string => String((data as { person: unknown }).person);
