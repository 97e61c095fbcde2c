import { BranchId, readBooks } from "@tongket/core";
import type { EventStore, Head, Horizon } from "@tongket/core/log";
import type { Lang } from "@tongket/core/messages";
import { rulebookIn, viewYear, type YearView } from "@tongket/core/projections";
import type { ReportRequest } from "@tongket/core/report";
import { shippedPacks } from "@tongket/core/rulebook";
import { booksOptions } from "./books-options.ts";
import type { Call } from "./call.ts";
import { callFailure } from "./fault.ts";
import { horizonOf, idOption, yearOption } from "./options.ts";
import { storeThrough } from "./store-through.ts";

/** What is asked about a branch and a year of a ledger, and that year as the branch sees it. */
export interface YearRead {
  readonly request: ReportRequest;
  readonly view: YearView;
  /** The ledger as it was then. */
  readonly known: EventStore;
}

/** All as of one head: what is recorded meanwhile is left out. Throws on an unknown branch. */
export const readYear = async (
  call: Call,
  store: EventStore,
  year = yearOption(call, "year") ?? 0,
): Promise<YearRead> => {
  const branch = BranchId.make(idOption(call, "branch") ?? "");
  const head = await store.head();
  return readYearAt(call, store, { branch, year, head, horizon: horizonOf(call), lang: call.lang });
};

export interface YearAsked {
  readonly branch: BranchId;
  readonly year: number;
  readonly lang: Lang;
  readonly head: Head;
  readonly horizon: Horizon;
}

/** The same as of any head of the ledger. */
export const readYearAt = async (
  call: Call,
  store: EventStore,
  { branch, year, lang, head, horizon }: YearAsked,
): Promise<YearRead> => {
  const { position, hash } = head;
  const known = upTo(store, head);
  const books = await readBooks(known, horizon, await booksOptions(call));
  const rulebook = rulebookIn(books, store.header.regime, shippedPacks);
  const view = viewYear({ books, rulebook, branch, year, asOf: horizon.asOf });
  if (!view.tree.nodes.has(branch)) throw callFailure("BranchNotThere", { branch, year });
  const { ledger, simulated } = store.header;
  const request = {
    books,
    rulebook,
    branch,
    year,
    lang,
    origin: { ledger, position, hash, ...horizon },
    ...(simulated === true ? { simulated } : {}),
  };
  return { request, view, known };
};

/** The same ledger as it was at a head. */
export const upTo = (store: EventStore, head: Head): EventStore => {
  const { position } = head;
  const lines = store.lines?.bind(store);
  return storeThrough(store, {
    head: async () => head,
    async *read(options) {
      for await (const batch of store.read(options)) {
        const known = batch.filter(({ commit }) => commit.position <= position);
        if (known.length > 0) yield known;
        if (known.length < batch.length && options?.backwards !== true) return;
      }
    },
    ...(lines === undefined
      ? {}
      : { lines: ({ after, to = position }) => lines({ after, to: Math.min(to, position) }) }),
  });
};
