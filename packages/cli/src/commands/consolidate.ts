import { BranchId, readBooks } from "@tongket/core";
import {
  Consolidating,
  type Consolidation,
  type LedgerBooks,
  subtree,
} from "@tongket/core/projections";
import type { Call, Ending, Run } from "../call.ts";
import { consolidationText } from "../consolidation-text.ts";
import {
  callFailure,
  Failure,
  fileFault,
  inputFault,
  interrupted,
  type PlacedFault,
} from "../fault.ts";
import { aboutLedger, eachGiven } from "../given-ledgers.ts";
import { withLedger } from "../ledger.ts";
import { failureIn } from "../ledger-failure.ts";
import { placeOf } from "../ledger-place.ts";
import { flagOption, horizonOf, idOption, yearOption } from "../options.ts";
import { unplacedFault } from "../unplaced-fault.ts";

/**
 * Adds up the year of many ledgers under the tree of one, one ledger in memory at a time. Where one
 * cannot be read, or stands under no branch of the tree, no totals are given, unless it is asked
 * to go on without.
 */
export const run: Run = async (call) => {
  const [treeGiven = "", ...given] = call.arguments;
  const year = yearOption(call, "year") ?? 0;
  const { asOf } = horizonOf(call);
  const ofTree = aboutLedger(call, treeGiven);
  const tree = await booksAt(ofTree);
  const adding: Adding = {
    consolidating: new Consolidating(tree, { year, asOf }),
    places: new Map([[tree.ledger, placeOf(ofTree).shown]]),
  };
  const faults: PlacedFault[] = [];
  for (const one of given) {
    await eachGiven(call, one ?? "", async (each) => {
      if (call.io.ending.aborted) throw interrupted(call.io.ending);
      faults.push(...(await faultsOfAdding(each, adding)));
    });
  }
  return ended(call, { tree: tree.ledger, found: adding.consolidating.close(), faults });
};

const booksAt = (call: Call): Promise<LedgerBooks> =>
  withLedger(call, async (store) => ({
    ledger: store.header.ledger,
    books: await readBooks(store, horizonOf(call)),
  }));

interface Adding {
  readonly consolidating: Consolidating;
  /** Where each ledger was that is added, and the tree ledger. */
  readonly places: Map<string, string>;
}

/** What is wrong with a ledger, if anything is: then nothing of it was added. */
const faultsOfAdding = async (
  call: Call,
  { consolidating, places }: Adding,
): Promise<readonly PlacedFault[]> => {
  const { shown: file } = placeOf(call);
  try {
    const books = await booksAt(call);
    const { ledger } = books;
    const before = places.get(ledger) ?? "";
    const { added } = consolidating.add(books);
    if (added !== "Added") return [inputFault("LedgerGivenTwice", { ledger, before }, { file })];
    places.set(ledger, file);
    return [];
  } catch (error) {
    const failure = fileFault(file, failureIn(error, placeOf(call)));
    if (!(failure instanceof Failure) || !ofOneLedger.has(failure.kind)) throw failure;
    // Where nobody answers, the ledgers that follow would not be read either.
    if (failure.faults.some(({ rule }) => rule === "StorageUnreachable")) throw failure;
    return failure.faults;
  }
};

const ofOneLedger: ReadonlySet<Failure["kind"]> = new Set(["ledger", "input"]);

interface Ended {
  readonly tree: string;
  readonly found: Consolidation;
  readonly faults: readonly PlacedFault[];
}

const ended = (call: Call, { tree, found, faults }: Ended): Ending => {
  const left = found.unplaced.filter(({ why }) => why !== "NoBranch");
  const all = [...faults, ...left.map((one) => unplacedFault(one, tree))];
  const kind = faults.length > 0 ? "ledger" : "refused";
  const failure = all.length === 0 ? undefined : new Failure(kind, all, { faultsMax });
  if (failure !== undefined && !flagOption(call, "keepGoing")) throw failure;
  const tops = topsAsked(call, found);
  const leftOut = { unread: faults.length, unplaced: found.unplaced };
  return {
    result: {
      tree,
      year: found.year,
      ledgers: found.ledgers,
      isWhole: failure === undefined,
      ...leftOut,
      branches: tops.flatMap((top) =>
        subtree(found.tree, top).map((one) => branchJson(found, one)),
      ),
      transfers: found.transfers,
    },
    words: consolidationText(call.lang, { tree, found, tops, left: all.length }),
    failure,
  };
};

const faultsMax = 20;

/** The branch that was asked for, or all at the top of the tree. */
const topsAsked = (call: Call, { tree, tops, year }: Consolidation): readonly BranchId[] => {
  const asked = idOption(call, "branch");
  if (asked === undefined) return tops;
  const branch = BranchId.make(asked);
  if (!tree.nodes.has(branch)) throw callFailure("BranchNotThere", { branch, year });
  return [branch];
};

const branchJson = ({ tree, sumOf }: Consolidation, branch: BranchId): object => {
  const { totals, distinctWithinLedgers, ...sum } = sumOf(branch);
  const node = tree.nodes.get(branch);
  return {
    branch,
    name: node?.name,
    parent: node?.parent,
    ...sum,
    totals: sorted(totals),
    distinctWithinLedgers: sorted(distinctWithinLedgers),
  };
};

const sorted = (amounts: ReadonlyMap<string, number>): object =>
  Object.fromEntries([...amounts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
