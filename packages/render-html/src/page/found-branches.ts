import type { BranchId } from "@tongket/core";
import type { TreeNode, YearView } from "@tongket/core/projections";
import { folded } from "./fold.ts";

/**
 * The branches below that of the view, and itself, whose name or id holds every word looked for,
 * with or without diacritics. Those that begin with it come first, then in order of the tree.
 */
export const foundBranches = (view: YearView, sought: string): readonly TreeNode[] => {
  const words = folded(sought)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const exact = sought.normalize("NFC").trim().toLowerCase();
  const found = view.scope.flatMap((branch) => {
    const node = view.tree.nodes.get(branch);
    if (node === undefined) return [];
    const key = `${folded(node.name)} ${folded(branch)}`;
    return words.every((word) => key.includes(word)) ? [{ node, rank: rankOf(node, exact) }] : [];
  });
  return found.toSorted((a, b) => a.rank - b.rank).map(({ node }) => node);
};

/** What is written exactly so comes before what is so only without its diacritics. */
const rankOf = ({ branch, name }: TreeNode, exact: string): number => {
  const text = name.normalize("NFC").toLowerCase();
  if (branch.toLowerCase() === exact || text === exact) return 0;
  if (text.startsWith(exact)) return 1;
  return text.includes(exact) ? 2 : 3;
};

/** The branches from that of the view down to one, without itself. */
export const pathTo = (view: YearView, branch: BranchId): readonly TreeNode[] => {
  const path: TreeNode[] = [];
  const seen = new Set<BranchId>([branch]);
  let at = branch === view.branch ? undefined : view.tree.nodes.get(branch)?.parent;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const node = view.tree.nodes.get(at);
    if (node === undefined) break;
    path.unshift(node);
    at = at === view.branch ? undefined : node.parent;
  }
  return path;
};
