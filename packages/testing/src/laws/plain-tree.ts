import type { RecordedEvent } from "@tongket/core";

/** Where a branch stood on a day; a dissolved one stays where it last stood. */
export interface PlainBranch {
  kind: string;
  parent: string | undefined;
  alive: boolean;
}

/** The branches on a day, by a plain loop over standing events in order of effect. */
export const plainTree = (
  events: readonly RecordedEvent[],
  day: string,
): ReadonlyMap<string, PlainBranch> => {
  const tree = new Map<string, PlainBranch>();
  for (const { type, data, effectiveOn } of events) {
    if (effectiveOn > day) break;
    const { branch, kind, parent, to } = data as Record<"branch" | "kind" | "to", string> & {
      readonly parent?: string;
    };
    const known = tree.get(branch);
    if (type === "BranchEstablished" || type === "BranchCarriedIn") {
      tree.set(branch, { kind, parent, alive: true });
    }
    if (known === undefined) continue;
    if (type === "BranchMoved") known.parent = to;
    if (type === "BranchKindChanged") known.kind = to;
    if (type === "BranchDissolved") known.alive = false;
  }
  return tree;
};

/** The branch and all below it. */
export const branchesUnder = (
  tree: ReadonlyMap<string, PlainBranch>,
  root: string,
): ReadonlySet<string> => {
  const under = new Set<string>();
  for (const branch of tree.keys()) {
    let at: string | undefined = branch;
    for (let steps = 0; at !== undefined && steps <= tree.size; steps += 1) {
      if (at === root) under.add(branch);
      at = tree.get(at)?.parent;
    }
  }
  return under;
};
