import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { type EventStore, hasMatch, type Query, type StoredCommit } from "@tongket/core/log";
import type { Demand } from "../bench.ts";
import { about, entry, fact, newYear, readAll, span } from "../entries.ts";

const writers = 8;
const each = 200;

/** What a writer was told: the condition it appended under, and where the commit came to stand. */
interface Receipt {
  readonly id: string;
  readonly query: Query;
  readonly after: number;
  readonly position: number;
}

/** A sequence that looks random and is the same in every run. */
const chance = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
};

const queries: readonly Query[] = [
  about(["branch:b0"]),
  about(["branch:b1"], ["Noted"]),
  about(["branch:b2", "year:2012"]),
  about([], ["Seen"]),
  about(["person:m3"], ["Noted", "Seen"]),
];

const write = async (store: EventStore, writer: number): Promise<readonly Receipt[]> => {
  const draw = chance(writer + 1);
  const receipts: Receipt[] = [];
  for (const number of span(1, each)) {
    const id = `w${writer}-${number}`;
    const query = queries[draw(queries.length)] as Query;
    const tags = [`branch:b${draw(4)}`, `person:m${draw(5)}`, ...(draw(2) ? ["year:2012"] : [])];
    const draft = entry(id, [fact(draw(2) === 0 ? "Noted" : "Seen", tags, { id })]);
    for (;;) {
      const { position: after } = await store.head();
      const result = await store.append(draft, { failIfMatch: query, after }, newYear);
      if (result.append === "Conflict") continue;
      strictEqual(result.append, "Appended");
      const { position } = (result as { readonly stored: StoredCommit }).stored.commit;
      receipts.push({ id, query, after, position });
      break;
    }
  }
  return receipts;
};

export const oracle: readonly Demand[] = [
  {
    says: `of ${writers} writers with ${each} commits each hold for the log that came of them`,
    proved: async (bench) => {
      const store = await bench.ledger();
      const handles = [store];
      while (handles.length < writers) handles.push(await bench.again(store));
      const receipts = (await Promise.all(handles.map(write))).flat();
      const log = await readAll(await bench.again(store));
      strictEqual(log.length, writers * each);
      for (const { id, query, after, position } of receipts) {
        strictEqual(log[position - 1]?.commit.commandId, id);
        const between = log
          .slice(after, position - 1)
          .filter(({ commit }) => hasMatch(query, commit));
        deepStrictEqual(between, [], `${id} stands at ${position}, decided at ${after}`);
      }
    },
  },
];
