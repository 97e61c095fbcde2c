import { deepStrictEqual } from "node:assert/strict";
import type { RecordedEvent } from "@tongket/core";
import { type EventStore, effective, eventsOf, type Horizon, within } from "@tongket/core/log";
import type { Demand } from "../bench.ts";
import { appended, at, entry, fact, readAll, reversal } from "../entries.ts";

/** The numbers of the facts that stand within a horizon, in the order of the ledger. */
const standing = async (store: EventStore, horizon: Horizon): Promise<readonly number[]> => {
  const events: RecordedEvent[] = [];
  for (const { commit } of await readAll(store)) events.push(...eventsOf(commit));
  return effective(events.filter((event) => within(event, horizon))).map(
    ({ data }) => (data as { readonly number: number }).number,
  );
};

const numbered = (number: number, on: string) => fact("Noted", ["branch:b1"], { number }, on);

/** Three facts recorded out of order, of which the second is reversed later. */
const told = async (store: EventStore): Promise<void> => {
  const second = numbered(2, "2012-02-01");
  await appended(store, entry("c1", [numbered(1, "2012-03-01")]), at(10));
  await appended(store, entry("c2", [second]), at(20));
  await appended(store, entry("c3", [numbered(3, "2012-01-15")]), at(30));
  await appended(store, entry("c4", [reversal(second, "2.0")]), at(40));
};

const table: readonly (readonly [says: string, horizon: Horizon, numbers: readonly number[]])[] = [
  ["of everything", {}, [1, 3]],
  ["as of a day, whole", { asOf: "2012-02-01" as never }, [3]],
  ["as of the day before", { asOf: "2012-01-14" as never }, []],
  ["known at an instant, inclusive", { knownAt: at(30) }, [1, 2, 3]],
  ["known an instant before", { knownAt: "2012-01-01T00:00:29.999Z" as never }, [1, 2]],
  [
    "as of a day, known before the reversal",
    { asOf: "2012-02-01" as never, knownAt: at(39) },
    [2, 3],
  ],
  ["known before the first", { knownAt: at(9) }, []],
];

export const horizons: readonly Demand[] = table.map(([says, horizon, numbers]) => ({
  says: `${says} give what stood, also after a restart`,
  proved: async (bench) => {
    const store = await bench.ledger();
    await told(store);
    deepStrictEqual(await standing(store, horizon), numbers);
    deepStrictEqual(await standing(await bench.reopened(store), horizon), numbers);
  },
}));
