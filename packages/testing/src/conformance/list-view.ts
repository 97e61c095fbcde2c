import { addressOf, type Projection, type RecordedEvent } from "@tongket/core";
import type { Checkpoint, Step, View } from "@tongket/core/live";

/** A view that lists the addresses of the events it took in, in the order it took them. */
export interface ListView {
  readonly view: View;
  /** What a reader sees of it; undefined before it was made. */
  read(): Promise<readonly string[] | undefined>;
}

/**
 * Opens the view in a place that is the same for every call, as another run of the program would.
 * `fails`: its work throws in the middle of a batch, behind an event of which this is true.
 */
export type OpenListView = (options: {
  readonly version: number;
  readonly fails?: (event: RecordedEvent) => boolean;
}) => Promise<ListView>;

/** The same as a projection, for places that keep states. */
export const listProjection = ({
  version,
  fails = () => false,
}: Parameters<OpenListView>[0]): Projection<string[]> => ({
  name: "list",
  version,
  reads: "all",
  initial: () => [],
  apply: (draft, event) => {
    draft.push(addressOf(event));
    if (fails(event)) throw new Error("no room");
  },
});

const event = (position: number): RecordedEvent =>
  ({
    ...{ type: "Noted", version: 1, effectiveOn: "2012-01-01", tags: [], data: {} },
    ...{ position, index: 0, recordedAt: "2012-01-01T00:00:00.000Z" },
  }) as unknown as RecordedEvent;
export const events = (...positions: readonly number[]) => positions.map(event);
/** The checkpoint at a position. */
export const at = (position: number): Checkpoint => ({
  ledger: "l",
  position,
  hash: `${position}`.padStart(64, "0"),
});

/** A step of the view from one position to another. */
export const step = (from: number, to: number): Step => ({ from: at(from), to: at(to) });

/** A view that was made anew and holds the first two events. */
export const made = async (open: OpenListView, version = 1): Promise<ListView> => {
  const one = await open({ version });
  const fresh = await one.view.anew();
  await fresh.take(events(1), at(1));
  await fresh.take(events(2), at(2));
  await fresh.publish(await one.view.checkpoint());
  return one;
};
