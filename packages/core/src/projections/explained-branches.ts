import type { BranchId } from "../kernel/ids.ts";
import type { ExplainedBranch } from "./explanation.ts";
import { type Counted, distinct, type Listed } from "./quantity.ts";
import { subtree } from "./tree.ts";
import type { YearView } from "./year-view.ts";

/** The sub-totals of a quantity over the tree of the view, from its branch down. */
export const explainedBranches = (
  view: YearView,
  counted: Counted,
  isDistinct: boolean,
): ExplainedBranch =>
  isDistinct ? subTotals(view, subjectsAt(counted)) : subTotals(view, amountsAt(counted));

/** What counts at each branch, and how much some of that is when taken together. */
interface Holdings<One> {
  readonly own: ReadonlyMap<BranchId, readonly One[]>;
  readonly amount: (held: readonly One[]) => number;
}

const amountsAt = ({ accounts }: Counted): Holdings<number> => ({
  own: grouped(accounts.map(({ branch, amount }) => [branch, amount])),
  amount: (held) => held.reduce((sum, one) => sum + one, 0),
});

const subjectsAt = ({ subjects }: Counted): Holdings<Listed> => ({
  own: grouped(subjects.map((one) => [one.at, one])),
  amount: distinct,
});

const grouped = <One>(
  pairs: readonly (readonly [BranchId, One])[],
): ReadonlyMap<BranchId, readonly One[]> => {
  const groups = new Map<BranchId, One[]>();
  for (const [branch, one] of pairs) {
    const group = groups.get(branch);
    if (group === undefined) groups.set(branch, [one]);
    else group.push(one);
  }
  return groups;
};

/** From the bottom up, so that each branch comes after those below it; a ring is cut. */
const subTotals = <One>(view: YearView, { own, amount }: Holdings<One>): ExplainedBranch => {
  const done = new Map<
    BranchId,
    { readonly row: ExplainedBranch; readonly held: readonly One[] }
  >();
  const rowOf = (branch: BranchId): ExplainedBranch => {
    const below = (view.tree.below.get(branch) ?? []).flatMap((child) => {
      const one = done.get(child);
      return one === undefined || one.held.length === 0 ? [] : [one];
    });
    const here = own.get(branch) ?? [];
    const held = [...here, ...below.flatMap((one) => one.held)];
    const row = {
      branch,
      name: view.tree.nodes.get(branch)?.name ?? branch,
      own: amount(here),
      total: amount(held),
      children: below.map((one) => one.row),
    };
    done.set(branch, { row, held });
    return row;
  };
  for (const branch of subtree(view.tree, view.branch).toReversed()) rowOf(branch);
  return done.get(view.branch)?.row ?? rowOf(view.branch);
};
