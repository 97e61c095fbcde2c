import { deepStrictEqual, rejects, strictEqual } from "node:assert/strict";
import { addressOf, type Projection, type RecordedEvent } from "@tongket/core";
import { type Checkpoint, keepView, type View } from "@tongket/core/live";
import { inMemoryStorage } from "@tongket/core/log";
import { headerOf } from "./bench.ts";
import type { ConformanceCase } from "./conformance.ts";
import { appended, entry } from "./entries.ts";

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

/** The suite of views: what `keepView` leans on, for one kept in any place; `begin` gives a new. */
export const viewConformance = (
  begin: () => OpenListView | Promise<OpenListView>,
): readonly ConformanceCase[] =>
  Object.entries(cases).map(([says, proved]) => ({
    matter: "views",
    name: `a view ${says}`,
    prove: async () => proved(await begin()),
  }));

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
const events = (...positions: readonly number[]) => positions.map(event);
const at = (position: number): Checkpoint => ({
  ledger: "l",
  position,
  hash: `${position}`.padStart(64, "0"),
});

/** A view that was made anew and holds the first two events. */
const made = async (open: OpenListView, version = 1): Promise<ListView> => {
  const one = await open({ version });
  const fresh = await one.view.anew();
  await fresh.take(events(1), at(1));
  await fresh.take(events(2), at(2));
  await fresh.publish();
  return one;
};

const cases: Readonly<Record<string, (open: OpenListView) => Promise<void>>> = {
  "that was never made has no checkpoint, and takes nothing in": async (open) => {
    const { view, read } = await open({ version: 1 });
    strictEqual(await view.checkpoint(), undefined);
    strictEqual(await read(), undefined);
    await rejects(view.take(events(1), at(1)));
    strictEqual(await view.checkpoint(), undefined);
    await view.close();
  },
  "is read when it is published, and not before": async (open) => {
    const { view, read } = await open({ version: 1 });
    const fresh = await view.anew();
    await fresh.take(events(1), at(1));
    strictEqual(await read(), undefined);
    strictEqual(await view.checkpoint(), undefined);
    await fresh.publish();
    deepStrictEqual([await read(), await view.checkpoint()], [["1.0"], at(1)]);
    await view.close();
  },
  "made of nothing answers too": async (open) => {
    const { view, read } = await open({ version: 1 });
    const fresh = await view.anew();
    await fresh.take([], at(0));
    await fresh.publish();
    deepStrictEqual([await read(), await view.checkpoint()], [[], at(0)]);
    await view.close();
  },
  "takes events in with how far they go": async (open) => {
    const { view, read } = await made(open);
    await view.take(events(3, 4), at(4));
    deepStrictEqual([await read(), await view.checkpoint()], [["1.0", "2.0", "3.0", "4.0"], at(4)]);
    await view.take([], at(7));
    deepStrictEqual(await view.checkpoint(), at(7));
    await view.close();
  },
  "takes in once what is brought again": async (open) => {
    const { view, read } = await made(open);
    await view.take(events(1, 2), at(2));
    await view.take(events(2, 3), at(3));
    await view.take(events(1), at(1));
    deepStrictEqual([await read(), await view.checkpoint()], [["1.0", "2.0", "3.0"], at(3)]);
    await view.close();
  },
  "stays as it was where a batch fails, and goes on": async (open) => {
    await (await made(open)).view.close();
    let broken = true;
    const fails = ({ position }: RecordedEvent) => broken && position === 4;
    const { view, read } = await open({ version: 1, fails });
    deepStrictEqual(await view.checkpoint(), at(2));
    await rejects(view.take(events(3, 4, 5), at(5)));
    deepStrictEqual([await read(), await view.checkpoint()], [["1.0", "2.0"], at(2)]);
    broken = false;
    await view.take(events(3, 4, 5), at(5));
    deepStrictEqual(await read(), ["1.0", "2.0", "3.0", "4.0", "5.0"]);
    await view.close();
  },
  "is there when it is opened again": async (open) => {
    const first = await made(open);
    await first.view.take(events(3), at(3));
    await first.view.close();
    const { view, read } = await open({ version: 1 });
    deepStrictEqual([await view.checkpoint(), await read()], [at(3), ["1.0", "2.0", "3.0"]]);
    await view.take(events(4), at(4));
    deepStrictEqual(await read(), ["1.0", "2.0", "3.0", "4.0"]);
    await view.close();
  },
  "of another version is none, until one is made": async (open) => {
    await (await made(open)).view.close();
    const { view, read } = await open({ version: 2 });
    strictEqual(await view.checkpoint(), undefined);
    await rejects(view.take(events(3), at(3)));
    const fresh = await view.anew();
    await fresh.take(events(5), at(5));
    await fresh.publish();
    deepStrictEqual([await view.checkpoint(), await read()], [at(5), ["5.0"]]);
    await view.close();
  },
  "is read as it was while it is made anew, and goes on if that is left": async (open) => {
    const { view, read } = await made(open);
    const fresh = await view.anew();
    await fresh.take(events(1, 2, 3), at(3));
    deepStrictEqual([await read(), await view.checkpoint()], [["1.0", "2.0"], at(2)]);
    await view.take(events(3), at(3));
    await view.close();
    const again = await open({ version: 1 });
    deepStrictEqual(await again.view.checkpoint(), at(3));
    deepStrictEqual(await again.read(), ["1.0", "2.0", "3.0"]);
    const other = await again.view.anew();
    await other.take(events(9), at(9));
    await other.publish();
    deepStrictEqual([await again.read(), await again.view.checkpoint()], [["9.0"], at(9)]);
    await again.view.close();
  },
  "follows a ledger through stops, each event once and in order": async (open) => {
    const store = await inMemoryStorage().create(headerOf());
    const told: string[] = [];
    for (let run = 0; run < 6; run += 1) {
      const { view, read } = await open({ version: 1 });
      const kept = keepView(store, view);
      for (let more = 0; more <= run; more += 1) {
        const { commit } = await appended(store, entry(`c${run}.${more}`));
        told.push(`${commit.position}.0`);
      }
      await kept.reached(told.length);
      deepStrictEqual(await read(), told);
      await kept.stop();
    }
    await store.close();
  },
};
