import type { RecordedEvent } from "../kernel/event.ts";
import type { BranchId } from "../kernel/ids.ts";
import type { Tree } from "./tree.ts";
import type { YearView } from "./year-view.ts";

/** A fact that still stands, and what it makes so: that a branch is, its kind, place, officer … */
export interface StandingFact {
  readonly event: RecordedEvent;
  readonly makes: "branch" | "kind" | "place" | "officer" | "target" | "plan";
}

/**
 * The facts that put cells where they stand under the branch of the view: that each is, and the way
 * from it up to the branch; of what kind, where the kind matters. A change that was changed back
 * is not among them.
 */
export const factsOfCells = (
  view: YearView,
  cells: Iterable<BranchId>,
  kindMatters: (branch: BranchId) => boolean,
): readonly StandingFact[] => {
  const facts: StandingFact[] = [];
  const climbed = new Set<BranchId>();
  for (const cell of cells) {
    for (let at: BranchId | undefined = cell; at !== undefined && !climbed.has(at); ) {
      climbed.add(at);
      facts.push(...factOfBeing(view.tree, at));
      if (kindMatters(at)) facts.push(...factOfKind(view.tree, at));
      if (at === view.branch) break;
      facts.push(...factOfPlace(view.tree, at));
      at = view.tree.nodes.get(at)?.parent;
    }
  }
  return facts;
};

const factOfBeing = ({ made }: Tree, branch: BranchId): readonly StandingFact[] => {
  const event = made.get(branch)?.began;
  return event === undefined ? [] : [{ event, makes: "branch" }];
};

const factOfKind = ({ made, nodes }: Tree, branch: BranchId): readonly StandingFact[] => {
  const { began, kind: event } = made.get(branch) ?? {};
  const isOther = nodes.get(branch)?.kind !== beginning(began).kind;
  return isOther && event !== undefined ? [{ event, makes: "kind" }] : [];
};

const factOfPlace = ({ made, nodes }: Tree, branch: BranchId): readonly StandingFact[] => {
  const { began, place: event } = made.get(branch) ?? {};
  const isOther = nodes.get(branch)?.parent !== beginning(began).parent;
  return isOther && event !== undefined ? [{ event, makes: "place" }] : [];
};

/** With what kind a branch began, and under which other. */
export const beginning = (began: RecordedEvent | undefined): { kind?: string; parent?: string } =>
  (began?.data ?? {}) as { kind?: string; parent?: string };
