import { addTallies, type BranchId } from "@tongket/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { historyOf, type Plan } from "../history/history-of.ts";
import { lawfulHistory } from "../history/lawful-history.ts";
import { type Consolidate, consolidationAddsUp, ownConsolidate } from "./consolidation-adds-up.ts";
import type { Dealing } from "./dealt-out.ts";
import { failsWithinThousandRuns, inThousandRuns } from "./thousand-runs.ts";

const dealing: fc.Arbitrary<Dealing> = fc.record({
  cuts: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
  keys: fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 8 }),
  transfers: fc.array(
    fc.record({
      from: fc.nat({ max: 5 }),
      to: fc.nat({ max: 5 }),
      sides: fc.constantFrom("both", "both", "departed", "received"),
    }),
    { maxLength: 6 },
  ),
});
const dealt = fc.record({ plan: lawfulHistory({ stepsMax: 60 }), dealing });

const holdsFor = async (
  given: { readonly plan: Plan; readonly dealing: Dealing },
  consolidate?: Consolidate,
): Promise<void> => {
  consolidationAddsUp((await historyOf(given.plan)).events, given.dealing, consolidate);
};

test("ledgers add up to the one that they were dealt out from, in any order", () =>
  inThousandRuns(dealt, (one) => holdsFor(one)));

test.each<[string, Consolidate]>([
  [
    "that leaves the last ledger out",
    (tree, ledgers, asked) => ownConsolidate(tree, ledgers.slice(0, -1), asked),
  ],
  [
    "that adds a ledger to the branch right above it only",
    (tree, ledgers, asked) => {
      const { sumOf, ...found } = ownConsolidate(tree, ledgers, asked);
      const flat = (branch: BranchId) => {
        const above = tree.books.facts.filter(
          ({ data }) => (data as { readonly branch: string }).branch === branch,
        );
        const own = { ...tree, books: { ...tree.books, facts: above } };
        return ownConsolidate(own, ledgers, asked).sumOf(branch);
      };
      return { ...found, sumOf: flat };
    },
  ],
  [
    "that takes one id for one thing in every ledger",
    (tree, ledgers, asked) => {
      const found = ownConsolidate(tree, ledgers, asked);
      const tally = addTallies(...[tree, ...ledgers].map(({ books }) => books.tally));
      const claimed = (branch: BranchId) => {
        const sum = found.sumOf(branch);
        const distinct = [...sum.distinctWithinLedgers.keys()].map((measure) => {
          const all = [...tally.subjects.values()].flatMap((years) => [
            ...(years.get(asked.year)?.get(measure)?.keys() ?? []),
          ]);
          return [measure, new Set(all).size] as const;
        });
        return { ...sum, distinctWithinLedgers: new Map(distinct) };
      };
      return { ...found, sumOf: claimed };
    },
  ],
  [
    "that forgets what waits for its other side",
    (tree, ledgers, asked) => {
      const found = ownConsolidate(tree, ledgers, asked);
      return { ...found, transfers: { ...found.transfers, unmatched: [] } };
    },
  ],
  [
    "that leaves out the tree ledger's own facts",
    (tree, ledgers, asked) => {
      const bare = { ...tree, books: { ...tree.books, tally: addTallies() } };
      return ownConsolidate(bare, ledgers, asked);
    },
  ],
])("a consolidation %s breaks it", async (_, faulty) => {
  expect(await failsWithinThousandRuns(dealt, (one) => holdsFor(one, faulty))).toBe(true);
});
