import {
  beginOf,
  type CommitDraft,
  commitAfter,
  type EventStore,
  headOf,
  inMemoryStore,
  LedgerFault,
  type LedgerHeader,
} from "@tongket/core/log";
import { beforeEach, expect, test } from "vitest";
import { copyRecords, type Side } from "./copying.ts";
import { Failure } from "./fault.ts";
import { placeOf } from "./ledger-place.ts";
import { storeThrough } from "./store-through.ts";

const createdAt = "2013-01-01T00:00:00.000Z" as LedgerHeader["createdAt"];
const header: LedgerHeader = { createdAt, ledger: "l", regime: "vn-party", tongket: 1 };
const never = new AbortController().signal;

const side = (name: string, store: EventStore): Side => ({
  store,
  place: placeOf({ io: { env: {}, ending: never }, whole: (one) => one, arguments: [name] }),
});

/** So long that 5,000 of them are more than two groups. */
const draftOf = (commandId: string): CommitDraft => {
  const event = { type: "Noted", version: 1, effectiveOn: "2012-01-01", tags: [], data: {} };
  const note = "x".repeat(500);
  return { actor: "an", commandHash: "0".repeat(64), commandId, events: [event as never], note };
};

const textsOf = (count: number): readonly string[] => {
  let head = beginOf(inMemoryStore(header));
  return Array.from({ length: count }, (_, at) => {
    const stored = commitAfter(head, draftOf(`c${at}`), createdAt);
    head = headOf(stored);
    return stored.text;
  });
};
const texts = textsOf(5000);

let from: Side;
let target: EventStore;
beforeEach(async () => {
  const source = inMemoryStore(header);
  await source.appendVerbatim(texts, { after: 0, prev: source.headerHash });
  from = side("from.jsonl", source);
  target = inMemoryStore(header);
});

/** Copies into the target, of which the second writing fails. */
const copiedWith = async (fault: LedgerFault) => {
  const written: number[] = [];
  const to = side(
    "to.jsonl",
    storeThrough(target, {
      appendVerbatim: async (group, onto) => {
        written.push(group.length);
        if (written.length === 2) throw fault;
        return target.appendVerbatim(group, onto);
      },
    }),
  );
  const copied = await copyRecords({ from, to }, never).catch((error: unknown) => error);
  return { copied, written };
};

test.each([
  new LedgerFault("BrokenRecord", { position: texts.length }),
  new LedgerFault("DuplicateCommand", { storage: "to" }),
])("a fault of a record to be written ends the copy, and is the source's: %s", async (fault) => {
  const { copied, written } = await copiedWith(fault);
  expect(written.length).toBe(2);
  const { position } = await target.head();
  expect(position).toBe(written[0]);
  expect(copied).toMatchObject({ copied: position, head: { position } });
  const { failure } = copied as { readonly failure?: Failure };
  expect(failure?.faults).toMatchObject([{ rule: fault.fault, place: { file: "from.jsonl" } }]);
});

test.each([
  ["of what stands there", new LedgerFault("BrokenRecord", { position: 3 })],
  ["of its place", new LedgerFault("StorageFailed", { code: "EIO" })],
])("a fault %s is the target's", async (_, fault) => {
  const { copied } = await copiedWith(fault);
  expect(copied).toBeInstanceOf(Failure);
  expect((copied as Failure).faults).toMatchObject([{ place: { file: "to.jsonl" } }]);
});
