import { deepStrictEqual, rejects, strictEqual } from "node:assert/strict";
import type { RecordedEvent } from "@tongket/core";
import { keepView } from "@tongket/core/live";
import { inMemoryStorage } from "@tongket/core/log";
import { headerOf } from "./bench.ts";
import type { ConformanceCase } from "./conformance.ts";
import { appended, entry } from "./entries.ts";
import { at, events, made, type OpenListView, step } from "./list-view.ts";
import { viewsTogether } from "./views-together.ts";

/** The suite of views: what `keepView` leans on, for one kept in any place; `begin` gives a new. */
export const viewConformance = (
  begin: () => OpenListView | Promise<OpenListView>,
): readonly ConformanceCase[] =>
  Object.entries({ ...cases, ...viewsTogether }).map(([says, proved]) => ({
    matter: "views",
    name: `a view ${says}`,
    prove: async () => proved(await begin()),
  }));

const cases: Readonly<Record<string, (open: OpenListView) => Promise<void>>> = {
  "that was never made has no checkpoint, and takes nothing in": async (open) => {
    const { view, read } = await open({ version: 1 });
    strictEqual(await view.checkpoint(), undefined);
    strictEqual(await read(), undefined);
    strictEqual(await view.take(events(1), step(0, 1)), "MovedOn");
    strictEqual(await view.checkpoint(), undefined);
    await view.close();
  },
  "is read when it is published, and not before": async (open) => {
    const { view, read } = await open({ version: 1 });
    const fresh = await view.anew();
    await fresh.take(events(1), at(1));
    strictEqual(await read(), undefined);
    strictEqual(await view.checkpoint(), undefined);
    strictEqual(await fresh.publish(undefined), "Published");
    deepStrictEqual([await read(), await view.checkpoint()], [["1.0"], at(1)]);
    await view.close();
  },
  "made of nothing answers too": async (open) => {
    const { view, read } = await open({ version: 1 });
    const fresh = await view.anew();
    await fresh.take([], at(0));
    await fresh.publish(undefined);
    deepStrictEqual([await read(), await view.checkpoint()], [[], at(0)]);
    await view.close();
  },
  "takes events in with how far they go": async (open) => {
    const { view, read } = await made(open);
    strictEqual(await view.take(events(3, 4), step(2, 4)), "Taken");
    deepStrictEqual([await read(), await view.checkpoint()], [["1.0", "2.0", "3.0", "4.0"], at(4)]);
    await view.take([], step(4, 7));
    deepStrictEqual(await view.checkpoint(), at(7));
    await view.close();
  },
  "takes nothing in that does not go on from where it stands": async (open) => {
    const { view, read } = await made(open);
    const other = { ...at(2), hash: at(9).hash };
    for (const [brought, from, to] of [
      [events(1, 2), at(0), at(2)],
      [events(2, 3), at(1), at(3)],
      [events(1), at(0), at(1)],
      [events(4), at(3), at(4)],
      [events(3), other, at(3)],
      [events(3), { ...at(2), ledger: "other" }, at(3)],
    ] as const) {
      strictEqual(await view.take(brought, { from, to }), "MovedOn");
      deepStrictEqual([await read(), await view.checkpoint()], [["1.0", "2.0"], at(2)]);
    }
    strictEqual(await view.take(events(3), step(2, 3)), "Taken");
    deepStrictEqual([await read(), await view.checkpoint()], [["1.0", "2.0", "3.0"], at(3)]);
    await view.close();
  },
  "stays as it was where a batch fails, and goes on": async (open) => {
    await (await made(open)).view.close();
    let broken = true;
    const fails = ({ position }: RecordedEvent) => broken && position === 4;
    const { view, read } = await open({ version: 1, fails });
    deepStrictEqual(await view.checkpoint(), at(2));
    await rejects(view.take(events(3, 4, 5), step(2, 5)));
    deepStrictEqual([await read(), await view.checkpoint()], [["1.0", "2.0"], at(2)]);
    broken = false;
    await view.take(events(3, 4, 5), step(2, 5));
    deepStrictEqual(await read(), ["1.0", "2.0", "3.0", "4.0", "5.0"]);
    await view.close();
  },
  "is there when it is opened again": async (open) => {
    const first = await made(open);
    await first.view.take(events(3), step(2, 3));
    await first.view.close();
    const { view, read } = await open({ version: 1 });
    deepStrictEqual([await view.checkpoint(), await read()], [at(3), ["1.0", "2.0", "3.0"]]);
    await view.take(events(4), step(3, 4));
    deepStrictEqual(await read(), ["1.0", "2.0", "3.0", "4.0"]);
    await view.close();
  },
  "of another version is none, until one is made": async (open) => {
    await (await made(open)).view.close();
    const { view, read } = await open({ version: 2 });
    strictEqual(await view.checkpoint(), undefined);
    strictEqual(await view.take(events(3), step(2, 3)), "MovedOn");
    const fresh = await view.anew();
    await fresh.take(events(5), at(5));
    strictEqual(await fresh.publish(undefined), "Published");
    deepStrictEqual([await view.checkpoint(), await read()], [at(5), ["5.0"]]);
    await view.close();
  },
  "is replaced where it stands where it was thought to, and not elsewhere": async (open) => {
    const { view, read } = await made(open);
    const fresh = await view.anew();
    await fresh.take(events(1, 2, 3), at(3));
    for (const over of [undefined, at(1), at(3), { ...at(2), hash: at(9).hash }]) {
      strictEqual(await fresh.publish(over), "MovedOn");
      deepStrictEqual([await read(), await view.checkpoint()], [["1.0", "2.0"], at(2)]);
    }
    strictEqual(await fresh.publish(at(2)), "Published");
    deepStrictEqual([await read(), await view.checkpoint()], [["1.0", "2.0", "3.0"], at(3)]);
    await view.close();
  },
  "is read as it was while it is made anew, and goes on if that is left": async (open) => {
    const { view, read } = await made(open);
    const fresh = await view.anew();
    await fresh.take(events(1, 2, 3), at(3));
    deepStrictEqual([await read(), await view.checkpoint()], [["1.0", "2.0"], at(2)]);
    await view.take(events(3), step(2, 3));
    await fresh.discard();
    await view.close();
    const again = await open({ version: 1 });
    deepStrictEqual(await again.view.checkpoint(), at(3));
    deepStrictEqual(await again.read(), ["1.0", "2.0", "3.0"]);
    const other = await again.view.anew();
    await other.take(events(9), at(9));
    strictEqual(await other.publish(at(3)), "Published");
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
