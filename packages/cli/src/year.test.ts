import { readBooks } from "@tongket/core";
import { inMemoryShelf } from "@tongket/core/live";
import {
  commitAfter,
  type Head,
  headOf,
  inMemoryStore,
  type LedgerHeader,
} from "@tongket/core/log";
import { expect, test } from "vitest";
import { upTo } from "./year.ts";

const header = {
  createdAt: "2012-01-01T00:00:00.000Z",
  ledger: "sample",
  regime: "vn-party",
  tongket: 1,
} as LedgerHeader;

test("a ledger as it was at a head takes no checkpoint that another has kept since", async () => {
  const store = inMemoryStore(header);
  const heads: Head[] = [await store.head()];
  for (const [at, name] of ["a", "b", "c"].entries()) {
    const head = heads.at(-1) as Head;
    const data = { branch: "m", name };
    const event = { type: "BranchRenamed", version: 1, effectiveOn: "2012-01-01", data };
    const events = [{ ...event, tags: ["branch:m"] }];
    const draft = { actor: "c", commandHash: "0".repeat(64), commandId: `c${at}`, events };
    const stored = commitAfter(head, draft as never, header.createdAt);
    await store.appendVerbatim([stored.text], { after: head.position, prev: head.hash });
    heads.push(headOf(stored));
  }
  const options = { checkpoints: inMemoryShelf(), checkpointEvery: 3 };
  await readBooks(store, {}, options);
  const known = upTo(store, heads[1] as Head);
  expect(await known.head()).toEqual(heads[1]);
  const { facts } = await readBooks(known, {}, options);
  expect(facts.map(({ data }) => (data as { readonly name: string }).name)).toEqual(["a"]);
});
