import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { DomainEvent } from "@tongket/core";
import {
  type AppendCondition,
  type AppendResult,
  type CommitDraft,
  commitAfter,
  type EventStore,
  type Head,
  headOf,
  LedgerFault,
  type LedgerFaultName,
  nothing,
  type Query,
  type ReadOptions,
  type StoredCommit,
} from "@tongket/core/log";

export type Instant = Head["recordedAt"];

export const newYear = "2012-01-01T00:00:00.000Z" as Instant;

/** A later instant: `at(90)` is a minute and a half after the ledger was made. */
export const at = (seconds: number): Instant =>
  new Date(Date.parse(newYear) + seconds * 1000).toISOString() as Instant;

/** A condition that nothing breaks. */
export const anyway: AppendCondition = { failIfMatch: nothing, after: 0 };

/** A fact of no slice: stores know nothing of what events mean. */
export const fact = (
  type = "Noted",
  tags: readonly string[] = ["branch:b1"],
  data: unknown = {},
  effectiveOn = "2012-01-01",
): DomainEvent => ({ type, version: 1, effectiveOn, tags, data }) as unknown as DomainEvent;

/** The reversing entry of a fact: it has the original's tags. */
export const reversal = (original: DomainEvent, target: string): DomainEvent => ({
  ...original,
  type: "EventReversed",
  data: { target, original, reason: "…" },
});

export const entry = (
  commandId: string,
  events: readonly DomainEvent[] = [fact()],
  part: Partial<CommitDraft> = {},
): CommitDraft => ({
  actor: "clerk",
  commandHash: "0".repeat(64),
  commandId,
  events,
  ...part,
});

/** As many entries, each with a number of its own in its event. */
export const entries = (count: number, tags: readonly string[] = ["branch:b1"]) =>
  Array.from({ length: count }, (_, index) =>
    entry(`c${index + 1}`, [fact("Noted", tags, { number: index + 1 })]),
  );

/** Appends a draft that nothing stands against. */
export const appended = async (
  store: EventStore,
  draft: CommitDraft,
  now: Instant = newYear,
): Promise<StoredCommit> => {
  const result = await store.append(draft, anyway, now);
  strictEqual(result.append, "Appended");
  return (result as Extract<AppendResult, { append: "Appended" }>).stored;
};

export const appendedAll = async (
  store: EventStore,
  drafts: readonly CommitDraft[],
): Promise<readonly StoredCommit[]> => {
  const stored = [];
  for (const draft of drafts) stored.push(await appended(store, draft));
  return stored;
};

/** Records that follow a head, made elsewhere, each with a command id that begins as told. */
export const recordsBehind = async (
  store: EventStore,
  count: number,
  prefix = "c",
): Promise<readonly StoredCommit[]> => {
  let head = await store.head();
  return entries(count).map((draft, index) => {
    const stored = commitAfter(head, { ...draft, commandId: `${prefix}${index + 1}` }, at(index));
    head = headOf(stored);
    return stored;
  });
};

export const ontoHead = async (store: EventStore) => {
  const { position: after, hash: prev } = await store.head();
  return { after, prev };
};

/** Makes a ledger longer at once. */
export const lengthened = async (store: EventStore, count: number, prefix = "c") => {
  const records = await recordsBehind(store, count, prefix);
  await store.appendVerbatim(
    records.map(({ text }) => text),
    await ontoHead(store),
  );
  return records;
};

/** Everything that a reading yields. */
export const readAll = async (
  store: EventStore,
  options: ReadOptions = {},
): Promise<readonly StoredCommit[]> => {
  const found: StoredCommit[] = [];
  for await (const batch of store.read(options)) found.push(...batch);
  return found;
};

export const positionsRead = async (
  store: EventStore,
  options: ReadOptions = {},
): Promise<readonly number[]> =>
  (await readAll(store, options)).map(({ commit }) => commit.position);

/** `span(3, 5)` is 3, 4, 5. */
export const span = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

/** A query of one item. */
export const about = (
  tags: readonly string[],
  types: readonly string[] = [],
  ofYear: { readonly year?: number } = {},
): Query => ({ items: [{ tags, types, ...ofYear }] }) as unknown as Query;

/** Rejects with a fault of the ledger of this name; anything else is no answer. */
export const rejectsWith = async (fault: LedgerFaultName, work: Promise<unknown>): Promise<void> =>
  deepStrictEqual(await faultOf(work), fault);

const faultOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
    return "no fault";
  } catch (error) {
    return error instanceof LedgerFault ? error.fault : error;
  }
};

/** Rejects, and leaves the ledger as it was. */
export const changesNothing = async (
  store: EventStore,
  work: () => Promise<unknown>,
): Promise<void> => {
  const before = await store.head();
  strictEqual(
    await work().then(
      () => "done",
      () => "rejected",
    ),
    "rejected",
  );
  deepStrictEqual(await store.head(), before);
  strictEqual((await readAll(store)).length, before.position);
};
