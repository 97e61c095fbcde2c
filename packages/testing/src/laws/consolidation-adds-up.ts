import type { RecordedEvent, Tally } from "@tongket/core";
import {
  Consolidating,
  type Consolidation,
  keepBooks,
  type LedgerBooks,
} from "@tongket/core/projections";
import { type Dealing, type Dealt, dealtOut } from "./dealt-out.ts";
import { demandEqual, LawBroken } from "./law-broken.ts";
import { branchesUnder, plainTree } from "./plain-tree.ts";
import { inOrderOfEffect, standingAmong } from "./standing-events.ts";

/** Adds ledgers up under the tree of one; core's own by default. */
export type Consolidate = (
  tree: LedgerBooks,
  ledgers: readonly LedgerBooks[],
  asked: { readonly year: number },
) => Consolidation;

export const ownConsolidate: Consolidate = (tree, ledgers, asked) => {
  const consolidating = new Consolidating(tree, asked);
  for (const ledger of ledgers) consolidating.add(ledger);
  return consolidating.close();
};

/**
 * However a ledger is dealt out over many under a tree, consolidation gives the totals of the one,
 * for every branch of the tree. Distinct things are counted once in each ledger: never fewer than
 * in the one, and as many where no two ledgers have one in common. The order of the ledgers is
 * immaterial; a transfer is matched where both sides are there, and told where one is not.
 */
export const consolidationAddsUp = (
  events: readonly RecordedEvent[],
  dealing: Dealing,
  consolidate: Consolidate = ownConsolidate,
): void => {
  const books = keepBooks();
  for (const event of events) books.take(event);
  const { tally } = books.close();
  const standing = inOrderOfEffect(standingAmong(events));
  const years = new Set(standing.map(({ effectiveOn }) => Number(effectiveOn.slice(0, 4))));
  for (const year of years) {
    const branches = plainTree(standing, `${year}-12-31`);
    const dealt = dealtOut({ tally, branches, year }, dealing);
    const found = consolidate(dealt.tree, dealt.ledgers, { year });
    const reordered = inOrderOf(dealing.keys, dealt.ledgers);
    demandEqual("any order of ledgers gives the same", {
      found: outlook(consolidate(dealt.tree, reordered, { year }), dealt),
      expected: outlook(found, dealt),
      where: { year, dealing },
    });
    demandEqual("every ledger is placed, and what is not matched is told", {
      found: [found.unplaced, found.transfers],
      expected: [[], dealt.transfers],
      where: { year, dealing },
    });
    for (const branch of dealt.above) {
      addsUpTo({ found, dealt, tally, branch, year, scope: branchesUnder(branches, branch) });
    }
  }
};

const addsUpTo = (given: {
  readonly found: Consolidation;
  readonly dealt: Dealt;
  readonly tally: Tally;
  readonly branch: Dealt["above"][number];
  readonly year: number;
  readonly scope: ReadonlySet<string>;
}): void => {
  const { found, dealt, tally, branch, year, scope } = given;
  const sum = found.sumOf(branch);
  const where = { year, branch };
  demandEqual("ledgers add up to the one that they were dealt out from", {
    found: {
      totals: sum.totals,
      members: sum.members.closing,
      ledgers: sum.ledgers,
      between: sum.between,
    },
    expected: {
      totals: totalsIn(tally, scope, year),
      members: membersIn(tally, scope, year),
      ledgers: dealt.ledgers.filter(({ under }) => scope.has(under)).length,
      between: dealt.betweenIn(scope),
    },
    where,
  });
  for (const [measure, once] of sum.distinctWithinLedgers) {
    const { distinct, shared } = distinctIn(tally, measure, { scope, year, dealt });
    if (shared ? once > distinct : once === distinct) continue;
    const law = "distinct things are counted once in each ledger";
    throw new LawBroken(law, { found: once, distinct, shared, measure, where });
  }
};

/** All that a consolidation tells. */
const outlook = (one: Consolidation, { above }: Dealt): unknown => ({
  ...one,
  sumOf: above.map((branch) => one.sumOf(branch)),
});

const inOrderOf = <T>(keys: readonly number[], ledgers: readonly T[]): readonly T[] =>
  ledgers
    .map((ledger, index) => ({ ledger, key: keys[index % Math.max(keys.length, 1)] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ ledger }) => ledger);

const totalsIn = ({ counts, subjects }: Tally, scope: ReadonlySet<string>, year: number) => {
  const totals = new Map<string, number>();
  const add = (measure: string, amount: number): void => {
    totals.set(measure, (totals.get(measure) ?? 0) + amount);
  };
  for (const [branch, years] of counts) {
    if (!scope.has(branch)) continue;
    for (const [measure, amount] of years.get(year) ?? []) add(measure, amount);
  }
  for (const [branch, years] of subjects) {
    if (!scope.has(branch)) continue;
    for (const [measure, held] of years.get(year) ?? []) {
      for (const amount of held.values()) add(measure, amount);
    }
  }
  return totals;
};

/** Members at the end of a year: all changes of their number up to then. */
const membersIn = ({ counts }: Tally, scope: ReadonlySet<string>, last: number): number => {
  let members = 0;
  for (const [branch, years] of counts) {
    for (const [year, account] of years) {
      if (year > last || !scope.has(branch)) continue;
      for (const [measure, amount] of account) if (/^stock /.test(measure)) members += amount;
    }
  }
  return members;
};

/** How many things there are in all, and whether two ledgers have one in common. */
const distinctIn = (
  { subjects }: Tally,
  measure: string,
  asked: { readonly scope: ReadonlySet<string>; readonly year: number; readonly dealt: Dealt },
): { readonly distinct: number; readonly shared: boolean } => {
  const owners = new Map<string, Set<string>>();
  for (const [branch, years] of subjects) {
    if (!asked.scope.has(branch)) continue;
    for (const subject of years.get(asked.year)?.get(measure)?.keys() ?? []) {
      const known = owners.get(subject) ?? new Set();
      owners.set(subject, known.add(asked.dealt.ownerOf(branch)));
    }
  }
  return { distinct: owners.size, shared: [...owners.values()].some(({ size }) => size > 1) };
};
