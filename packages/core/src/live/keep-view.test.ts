import { commandOf, type Line, openDesk } from "@tongket/testing";
import { describe, expect, test } from "vitest";
import { branchLine } from "../../test/branch-line.ts";
import { addressOf } from "../kernel/event.ts";
import type { EventStore } from "../log/event-store.ts";
import { inMemoryStore } from "../log/in-memory-store.ts";
import { type Checkpoint, keepView, ProjectionView, standsAt, type View } from "./index.ts";

const branch = branchLine("EstablishBranch", "2012-01-01");
const lines: readonly Line[] = [
  branch("m", "upper-committee"),
  ...["a", "b", "c", "d"].map((id) => branch(id, "cell", "m")),
];

/** A ledger of one commit, which `record` makes one longer. */
const growing = async () => {
  const { store, handler } = await openDesk();
  const left = lines.entries();
  const record = async (): Promise<number> => {
    const [at, line] = left.next().value as [number, Line];
    await handler.handle(commandOf(line, `c${at}`));
    return (await store.head()).position;
  };
  await record();
  return { store, record };
};

interface Place {
  version: number;
  at: Checkpoint | undefined;
  list: readonly string[];
}

/** A view of addresses that stands in a place where other programs keep it as well. */
const viewIn = (place: Place, version = 1): View => {
  const found = () => (place.version === version ? place.at : undefined);
  return {
    name: "list",
    reads: "all",
    checkpoint: async () => found(),
    take: async (events, { from, to }) => {
      if (!standsAt(found(), from)) return "MovedOn";
      place.at = to;
      place.list = [...place.list, ...events.map(addressOf)];
      return "Taken";
    },
    anew: async () => {
      const fresh: Place = { version, at: undefined, list: [] };
      return {
        take: async (events, to) => {
          fresh.at = to;
          fresh.list = [...fresh.list, ...events.map(addressOf)];
        },
        publish: async (over) => {
          if (!standsAt(found(), over)) return "MovedOn";
          Object.assign(place, fresh);
          return "Published";
        },
        discard: async () => {},
      };
    },
    close: async () => {},
  };
};
const empty = (): Place => ({ version: 0, at: undefined, list: [] });

describe("a view that another program keeps as well", () => {
  test("is brought on by both, each from where the other has brought it", async () => {
    const { store, record } = await growing();
    const place = empty();
    const both = [keepView(store, viewIn(place)), keepView(store, viewIn(place))];
    for (let position = 1; position <= 5; position += 1) {
      await Promise.all(both.map((kept) => kept.reached(position)));
      expect(place.list).toHaveLength(position);
      if (position < 5) await record();
    }
    expect(place.list).toEqual(["1.0", "2.0", "3.0", "4.0", "5.0"]);
    await Promise.all(both.map((kept) => kept.stop()));
  });

  test("may be one state in memory, kept twice", async () => {
    const { store, record } = await growing();
    const view = new ProjectionView<string[], string[]>({
      name: "list",
      version: 1,
      reads: "all",
      initial: () => [],
      apply: (draft, event) => void draft.push(addressOf(event)),
    });
    const both = [keepView(store, view), keepView(store, view)];
    const last = await record();
    await Promise.all(both.map((kept) => kept.reached(last)));
    expect(view.answered()?.answer).toEqual(["1.0", "2.0"]);
    await Promise.all(both.map((kept) => kept.stop()));
  });

  test("is left to the one that made it anew of another version", async () => {
    const { store, record } = await growing();
    const place = empty();
    const old = keepView(store, viewIn(place, 1));
    await old.reached(1);
    const ended = expect(old.ended).rejects.toThrow("list was made anew by another version of it");
    const kept = keepView(store, viewIn(place, 2));
    await kept.reached(1);
    await kept.reached(await record());
    await ended;
    await expect(old.reached(2)).rejects.toThrow("another version");
    expect(place).toMatchObject({ version: 2, list: ["1.0", "2.0"] });
    await kept.stop();
  });

  test.each<[string, (store: EventStore) => EventStore]>([
    ["another ledger", ({ header }) => inMemoryStore({ ...header, ledger: "other" })],
    ["another future of the ledger", ({ header }) => inMemoryStore({ ...header, regime: "r" })],
  ])("is left to the one that follows %s", async (_, otherOf) => {
    const { store, record } = await growing();
    const place = empty();
    const kept = keepView(store, viewIn(place));
    await kept.reached(1);
    const ended = expect(kept.ended).rejects.toMatchObject({ fault: "UnequalPrefix" });
    const other = keepView(otherOf(store), viewIn(place));
    await other.reached(0);
    await record();
    await ended;
    expect(place).toMatchObject({ at: { position: 0 }, list: [] });
    await other.stop();
  });
});
