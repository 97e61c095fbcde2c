import type { RecordedEvent } from "@tongket/core";
import { effective, type Horizon, within } from "@tongket/core/log";
import { demandEqual } from "./law-broken.ts";
import { standingAmong } from "./standing-events.ts";

/** Reads what had taken effect by a day, as far as known at an instant. */
export type Read = (
  events: readonly RecordedEvent[],
  horizon: Horizon,
) => readonly RecordedEvent[] | Promise<readonly RecordedEvent[]>;

const ownRead: Read = (events, horizon) =>
  effective(events.filter((event) => within(event, horizon)));

/** Reading as of a day and as known at an instant equals a naive filter over all events. */
export const readingsEqualNaiveFilter = async (
  events: readonly RecordedEvent[],
  horizon: Horizon,
  read: Read = ownRead,
): Promise<void> => {
  const { asOf, knownAt } = horizon;
  const known = events.filter((event) => !(knownAt !== undefined && event.recordedAt > knownAt));
  const expected = standingAmong(known).filter(
    (event) => !(asOf !== undefined && event.effectiveOn > asOf),
  );
  demandEqual("a reading equals a naive filter over all events", {
    found: await read(events, horizon),
    expected,
    where: horizon,
  });
};
