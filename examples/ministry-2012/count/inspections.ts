import { type Counted, countOf, must, shareOf, type Told } from "./told.ts";
import type { CountedTree } from "./tree.ts";

export interface CountedCoverage {
  readonly committee: string;
  readonly cells: number;
  readonly inspected: number;
  readonly supervised: number;
  readonly both: number;
  readonly either: number;
}

/** Cells at the end of the year, by the committee above them, and what that committee did. */
export const countCoverage = (
  told: readonly Told[],
  tree: CountedTree,
  year: number,
): readonly CountedCoverage[] => {
  const end = `${year}-12-31`;
  const done = new Set<string>();
  for (const { command, on, said } of told) {
    if (command === "InspectBranch" && on.startsWith(`${year}-`)) {
      done.add(`${said.by} ${said.kind} ${said.branch}`);
    }
  }
  const rows = new Map<
    string,
    { -readonly [Key in keyof CountedCoverage]: CountedCoverage[Key] }
  >();
  for (const cell of tree.cellsOn(end)) {
    const committee = must(tree.aboveOn(cell, end));
    const none = { cells: 0, inspected: 0, supervised: 0, both: 0, either: 0 };
    const row = rows.get(committee) ?? { committee, ...none };
    const inspected = done.has(`${committee} inspection ${cell}`);
    const supervised = done.has(`${committee} supervision ${cell}`);
    row.cells += 1;
    if (inspected) row.inspected += 1;
    if (supervised) row.supervised += 1;
    if (inspected && supervised) row.both += 1;
    if (inspected || supervised) row.either += 1;
    rows.set(committee, row);
  }
  return [...rows.values()];
};

/** Turns at base organisations, and cells covered over all cells. */
export const countInspections = (
  told: readonly Told[],
  tree: CountedTree,
  year: number,
): Readonly<Record<string, Counted>> => {
  const turns = { inspection: 0, supervision: 0 };
  for (const { command, on, said } of told) {
    if (command !== "InspectBranch" || !on.startsWith(`${year}-`)) continue;
    if (tree.kindOf(must(said.branch)).startsWith("base-")) {
      turns[said.kind as keyof typeof turns] += 1;
    }
  }
  let [cells, both, either] = [0, 0, 0];
  for (const row of countCoverage(told, tree, year)) {
    cells += row.cells;
    both += row.both;
    either += row.either;
  }
  return {
    inspectionsHeld: countOf(turns.inspection),
    supervisionsHeld: countOf(turns.supervision),
    cellsInspectedAndSupervised: shareOf(both, cells),
    cellsInspectedOrSupervised: shareOf(either, cells),
  };
};
