import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { addressOf } from "@tongket/core";
import { keepView } from "@tongket/core/live";
import { effective, eventsOf, inMemoryStorage } from "@tongket/core/log";
import { headerOf } from "./bench.ts";
import { appended, entry, fact, readAll, reversal } from "./entries.ts";
import { at, events, type ListView, made, type OpenListView, step } from "./list-view.ts";

/**
 * What holds where two programs keep one view at once. They see one another's work where the view
 * itself is shared, as tables are; a state in memory is each one's own.
 */
export const viewsTogether: Readonly<Record<string, (open: OpenListView) => Promise<void>>> = {
  "kept by two at once takes in once what both bring": async (open) => {
    const both = await two(open);
    for (const more of [3, 4, 5, 6]) {
      const brought = both.map(({ view }) => view.take(events(more), step(more - 1, more)));
      strictEqual((await Promise.all(brought)).includes("Taken"), true);
      for (const each of both) await demandAt(each, more);
    }
    await closed(...both);
  },
  "does not jump over what it has lost to one that another made anew": async (open) => {
    const [one, other] = await two(open);
    await one.view.take(events(3), step(2, 3));
    const fresh = await other.view.anew();
    await fresh.take(events(1), at(1));
    strictEqual(await fresh.publish(await other.view.checkpoint()), "Published");
    await one.view.take(events(4), step(3, 4));
    await demandWhole(one);
    await demandWhole(other);
    await closed(one, other);
  },
  "made anew by two at once is that of one, and nothing of the other's": async (open) => {
    const [one, other] = await two(open);
    const first = await one.view.anew();
    await first.take(events(1), at(1));
    const second = await other.view.anew();
    await first.take(events(2), at(2));
    await second.take(events(1), at(1));
    await first.take(events(3), at(3));
    await second.take(events(2, 3, 4), at(4));
    strictEqual(await second.publish(at(2)), "Published");
    const published = await first.publish(at(2));
    if (published === "MovedOn") await first.discard();
    await demandAt(other, 4);
    await demandAt(one, published === "MovedOn" ? 4 : 3);
    await closed(one, other);
  },
  "made for the first time by two at once is that of one": async (open) => {
    const [one, other] = [await open({ version: 1 }), await open({ version: 1 })];
    const [first, second] = [await one.view.anew(), await other.view.anew()];
    await first.take(events(1), at(1));
    await second.take(events(1, 2), at(2));
    const drafts = [first, second].map(async (fresh) => {
      const published = await fresh.publish(undefined);
      if (published === "MovedOn") await fresh.discard();
      return published === "Published";
    });
    const [isFirst, isSecond] = await Promise.all(drafts);
    strictEqual(isFirst || isSecond, true);
    await demandAt(one, isFirst ? 1 : 2);
    await demandAt(other, isSecond ? 2 : 1);
    await closed(one, other);
  },
  "left by one that makes it anew goes on for another that does": async (open) => {
    const [one, other] = await two(open);
    const [first, second] = [await one.view.anew(), await other.view.anew()];
    await first.take(events(1), at(1));
    await second.take(events(1, 2, 3), at(3));
    await first.discard();
    strictEqual(await second.publish(at(2)), "Published");
    await demandAt(other, 3);
    await closed(one, other);
  },
  "follows a ledger by two at once as by one, also where facts fall": async (open) => {
    const store = await inMemoryStorage().create(headerOf());
    const listed = async () => {
      const commits = (await readAll(store)).flatMap(({ commit }) => eventsOf(commit));
      return [...effective(commits)].map(addressOf);
    };
    for (let run = 0; run < 3; run += 1) {
      const both = [await open({ version: 1 }), await open({ version: 1 })];
      const kept = both.map(({ view }) => keepView(store, view));
      for (let more = 0; more < 12; more += 1) {
        const { commit } = await appended(store, entry(`c${run}.${more}`));
        if (more % 3 > 0) await sleep(more % 4);
        if (more % 6 > 0) continue;
        const reversing = [reversal(fact(), `${commit.position}.0`)];
        await appended(store, entry(`r${run}.${more}`, reversing));
      }
      const { position } = await store.head();
      await Promise.all(kept.map((one) => one.reached(position)));
      for (const { read } of both) deepStrictEqual(await read(), await listed());
      await Promise.all(kept.map((one) => one.stop()));
    }
    const { view, read } = await open({ version: 1 });
    const kept = keepView(store, view);
    await kept.reached((await store.head()).position);
    deepStrictEqual(await read(), await listed());
    await kept.stop();
    await store.close();
  },
};

/** One view that two programs have open; both have seen where it stands. */
const two = async (open: OpenListView): Promise<[ListView, ListView]> => {
  await (await made(open)).view.close();
  const [one, other] = [await open({ version: 1 }), await open({ version: 1 })];
  for (const { view } of [one, other]) deepStrictEqual(await view.checkpoint(), at(2));
  return [one, other];
};

const closed = (...both: readonly ListView[]): Promise<unknown> =>
  Promise.all(both.map(({ view }) => view.close()));

/** It holds every event up to this position, once and in order, and says so. */
const demandAt = async ({ view, read }: ListView, position: number): Promise<void> =>
  deepStrictEqual([await read(), await view.checkpoint()], [addresses(position), at(position)]);

/** It holds every event as far as it says to have come, once and in order. */
const demandWhole = async ({ view, read }: ListView): Promise<void> =>
  deepStrictEqual(await read(), addresses((await view.checkpoint())?.position ?? -1));

const addresses = (last: number): readonly string[] =>
  Array.from({ length: last }, (_, index) => `${index + 1}.0`);
