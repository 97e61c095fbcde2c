import type { BranchEvent, Superior } from "../branch/events.ts";
import type { CalendarDate } from "../kernel/date.ts";
import type { RecordedEvent } from "../kernel/event.ts";
import type { BranchId } from "../kernel/ids.ts";

/** One organisation as it stood on a day; a dissolved one stays where it last stood. */
export interface TreeNode {
  readonly branch: BranchId;
  readonly name: string;
  readonly kind: string;
  readonly parent: BranchId | undefined;
  /** Of one with none above it: the branch of another ledger that it stands under. */
  readonly superior?: Superior;
  readonly alive: boolean;
}

/** The organisations on a day. Dissolved ones are kept, since their facts still count in a year. */
export interface Tree {
  readonly nodes: ReadonlyMap<BranchId, TreeNode>;
  /** Direct children in the order they were recorded. */
  readonly below: ReadonlyMap<BranchId, readonly BranchId[]>;
  /** The facts that made each branch what it is. */
  readonly made: ReadonlyMap<BranchId, Made>;
}

/** The fact with which a branch began, and the last changes of its kind and of its place. */
export interface Made {
  readonly began: RecordedEvent;
  readonly kind?: RecordedEvent;
  readonly place?: RecordedEvent;
}

/** The tree at the end of a day, from standing events in order of effect. */
export const treeOn = (facts: Iterable<RecordedEvent>, day: CalendarDate): Tree => {
  const nodes = new Map<BranchId, TreeNode>();
  const made = new Map<BranchId, Made>();
  const change = (branch: BranchId, part: Partial<TreeNode>, by: Partial<Made> = {}): void => {
    const [node, facts] = [nodes.get(branch), made.get(branch)];
    if (node === undefined || facts === undefined) return;
    nodes.set(branch, { ...node, ...part });
    made.set(branch, { ...facts, ...by });
  };
  for (const fact of facts) {
    if (fact.effectiveOn > day) continue;
    const { type, data } = fact as unknown as BranchEvent;
    switch (type) {
      case "BranchEstablished":
      case "BranchCarriedIn": {
        const { branch, name, kind, parent } = data;
        nodes.set(branch, { branch, name, kind, parent, alive: true });
        made.set(branch, { began: fact });
        break;
      }
      case "BranchRenamed":
        change(data.branch, { name: data.name });
        break;
      case "BranchKindChanged":
        change(data.branch, { kind: data.to }, { kind: fact });
        break;
      case "BranchMoved":
        change(data.branch, { parent: data.to }, { place: fact });
        break;
      case "SuperiorNamed":
        change(data.branch, { superior: data.superior });
        break;
      case "BranchDissolved":
        change(data.branch, { alive: false });
        break;
    }
  }
  const below = new Map<BranchId, BranchId[]>();
  for (const { branch, parent } of nodes.values()) {
    if (parent === undefined) continue;
    const siblings = below.get(parent);
    if (siblings === undefined) below.set(parent, [branch]);
    else siblings.push(branch);
  }
  return { nodes, below, made };
};

/** A branch and all below it, each once, from the top down; a ring in a foreign ledger is cut. */
export const subtree = ({ nodes, below }: Tree, root: BranchId): readonly BranchId[] => {
  if (!nodes.has(root)) return [];
  const found = new Set([root]);
  for (const branch of found) {
    for (const child of below.get(branch) ?? []) found.add(child);
  }
  return [...found];
};
