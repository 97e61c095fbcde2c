import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type AppendCondition,
  type CommitDraft,
  commitAfter,
  type EventStore,
  type Head,
  inMemoryStore,
  LedgerFault,
  type Query,
  type ReadOptions,
} from "@tongket/core/log";
import fc from "fast-check";
import { expect, test } from "vitest";
import { draftOf, eventOf, header } from "../test/sample.ts";
import { createJsonlLedger } from "./index.ts";
import { openLedger } from "./jsonl-ledger.ts";
import { partCommits } from "./ledger-index.ts";

type Instant = Head["recordedAt"];

type Call =
  | { call: "head" }
  | { call: "find"; id: string }
  | { call: "read"; options: ReadOptions }
  | { call: "follow"; after: number }
  | { call: "append"; draft: CommitDraft; condition: AppendCondition; now: Instant }
  | { call: "copy"; drafts: readonly CommitDraft[]; fault: "none" | "onto" | "text" | "order" };

const id = fc.integer({ min: 0, max: 12 }).map((number) => `command-${number}`);
const type = fc.constantFrom("X", "Y", "EventReversed");
const tag: fc.Arbitrary<string> = fc.constantFrom(
  "branch:b1",
  "branch:b2",
  "person:m1",
  "year:2012",
);
const tags = fc.oneof(fc.constant([] as string[]), fc.uniqueArray(tag, { maxLength: 3 }));
const event = fc
  .record({
    type,
    tags,
    original: fc.constantFrom("X", "Y"),
    text: fc.string({ unit: "grapheme" }),
  })
  .map(({ type, tags, original, text }) =>
    eventOf({
      type,
      tags,
      data: type === "EventReversed" ? { original: { type: original } } : { text },
    }),
  );
const draft = fc
  .tuple(id, fc.array(event, { minLength: 1, maxLength: 3 }))
  .map(([id, events]) => draftOf(id, events));
const item = fc.record({ tags, types: fc.uniqueArray(type, { maxLength: 2 }) });
const query: fc.Arbitrary<Query> = fc.oneof(
  fc.constant("all" as const),
  fc.record({ items: fc.array(item, { maxLength: 2 }) }) as unknown as fc.Arbitrary<Query>,
);
const position = fc.nat(14);
const options: fc.Arbitrary<ReadOptions> = fc.record(
  { after: position, limit: fc.nat(5), query, backwards: fc.boolean() },
  { requiredKeys: [] },
);
const now = fc.constantFrom(1, 2, 3).map((day) => `2013-01-0${day}T00:00:00.000Z` as Instant);
const fault = fc.constantFrom(
  "none" as const,
  "none" as const,
  "onto" as const,
  "text" as const,
  "order" as const,
);

const call: fc.Arbitrary<Call> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      call: fc.constant("append" as const),
      draft,
      condition: fc.record({ failIfMatch: query, after: position }),
      now,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      call: fc.constant("copy" as const),
      drafts: fc.array(draft, { maxLength: 3 }),
      fault,
    }),
  },
  { weight: 4, arbitrary: fc.record({ call: fc.constant("read" as const), options }) },
  { weight: 1, arbitrary: fc.record({ call: fc.constant("find" as const), id }) },
  { weight: 1, arbitrary: fc.record({ call: fc.constant("head" as const) }) },
  { weight: 1, arbitrary: fc.record({ call: fc.constant("follow" as const), after: position }) },
);

const all = async <T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> => {
  const found: T[] = [];
  for await (const batch of batches) found.push(...batch);
  return found;
};

const answered = async (store: EventStore, { position }: Head, asked: Call): Promise<unknown> => {
  switch (asked.call) {
    case "head":
      return store.head();
    case "find":
      return store.find(asked.id);
    case "read":
      return all(store.read(asked.options));
    case "append":
      return store.append(asked.draft, asked.condition, asked.now);
    case "follow": {
      const subscription = store.subscribe({ after: asked.after });
      const found: unknown[] = [];
      if (asked.after >= position) subscription.close();
      for await (const batch of subscription) {
        found.push(...batch);
        if (batch.at(-1)?.commit.position === position) subscription.close();
      }
      return found;
    }
    case "copy": {
      let head = await store.head();
      const onto = { after: head.position, prev: asked.fault === "onto" ? "?" : head.hash };
      const texts = asked.drafts.map((draft) => {
        const stored = commitAfter(head, draft, head.recordedAt);
        head = { ...head, position: head.position + 1, hash: stored.hash };
        return asked.fault === "text" ? stored.text.replace("clerk", "clark") : stored.text;
      });
      return store.appendVerbatim(asked.fault === "order" ? texts.reverse() : texts, onto);
    }
  }
};

const gone = { recursive: true, force: true };

const answer = (store: EventStore, head: Head, asked: Call): Promise<unknown> =>
  answered(store, head, asked).catch((error: unknown) => {
    if (error instanceof LedgerFault) return { fault: error.fault };
    throw error;
  });

test.each([
  partCommits,
  { segmentCommits: 2, begunCommits: 2 },
  { segmentCommits: 4, begunCommits: 1 },
  { segmentCommits: 9, begunCommits: 2 },
])("two handles on a file, reopened at times, answer as one in memory does: %o", async (trial) => {
  const openJsonlLedger = (path: string) => openLedger(path, {}, trial);
  const handle = fc.constantFrom(0, 1);
  const step = fc.record({ handle, call, isReopened: fc.boolean(), lost: fc.nat(9) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 30, size: "max" }),
      async (steps) => {
        const folder = mkdtempSync(join(tmpdir(), "tongket-jsonl-"));
        try {
          const path = join(folder, "ledger.jsonl");
          const memory = inMemoryStore(header);
          await createJsonlLedger(path, header);
          const handles = [await openJsonlLedger(path), await openJsonlLedger(path)];
          for (const { handle, call, isReopened, lost } of steps) {
            const part = ["begun", "000001", ""][lost];
            if (part !== undefined) rmSync(`${path}.index/${part}`, gone);
            if (isReopened) handles[handle] = await openJsonlLedger(path);
            const store = handles[handle] as EventStore;
            const head = await memory.head();
            expect(await answer(store, head, call)).toEqual(await answer(memory, head, call));
          }
          const reopened = await openJsonlLedger(path);
          expect(reopened).toMatchObject({ header, headerHash: memory.headerHash });
          expect(await all(reopened.read())).toEqual(await all(memory.read()));
        } finally {
          rmSync(folder, { recursive: true });
        }
      },
    ),
    { numRuns: 200 },
  );
});
