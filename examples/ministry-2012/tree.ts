import { type Draft, draft, inOrder } from "./command-line.ts";

/** The first day of the ledger: all that stood by then is carried in. */
export const openingDay = "2012-01-01";
/** The ministry's committee. */
export const top = "ministry";

/** One organisation, with the members it had at the opening. */
export interface Branch {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly membersAtOpening: number;
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** So many organisations of a kind, numbered on from `first`. */
const row = (of: {
  readonly letter: string;
  readonly kind: string;
  readonly name: string;
  readonly parent: string;
  readonly first?: number;
  readonly count: number;
  readonly members?: (number: number) => number;
}): readonly Branch[] =>
  Array.from({ length: of.count }, (_, index) => {
    const number = (of.first ?? 1) + index;
    return {
      id: `${of.letter}${twoDigits(number)}`,
      kind: of.kind,
      name: `${of.name} ${twoDigits(number)}`,
      parent: of.parent,
      membersAtOpening: of.members?.(number) ?? 0,
    };
  });

const cellMembers = (number: number): number => 11 + ((number * 3) % 8);

/** Cells below base committees (b) and their sections (s), numbered through: c01 to c63. */
const cellsBelow: readonly (readonly [parent: string, count: number])[] = [
  ["b01", 2],
  ["s01", 3],
  ["s02", 3],
  ["b02", 4],
  ["s03", 3],
  ["b03", 9],
  ["b04", 6],
  ["b05", 5],
  ["b06", 5],
  ["b07", 6],
  ["b08", 4],
  ["b09", 4],
  ["b10", 3],
  ["b11", 3],
  ["b12", 3],
];

const numberedCells = (): readonly Branch[] => {
  let first = 1;
  return cellsBelow.flatMap(([parent, count]) => {
    const cell = { letter: "c", kind: "cell", name: "Chi bộ mẫu", members: cellMembers };
    const cells = row({ ...cell, parent, first, count });
    first += count;
    return cells;
  });
};

const section = { letter: "s", kind: "section-committee", name: "Đảng bộ bộ phận mẫu" } as const;

/** Every organisation at the opening, each behind the one it stands under. */
export const branchesAtOpening: readonly Branch[] = [
  {
    id: top,
    kind: "upper-committee",
    name: "Đảng bộ Bộ mẫu (mô phỏng)",
    parent: undefined,
    membersAtOpening: 0,
  },
  ...row({
    letter: "b",
    kind: "base-committee",
    name: "Đảng bộ cơ sở mẫu",
    parent: top,
    count: 12,
  }),
  ...row({
    letter: "e",
    kind: "base-cell",
    name: "Chi bộ cơ sở mẫu",
    parent: top,
    count: 24,
    members: (number) => 12 + ((number * 7) % 9),
  }),
  ...row({
    letter: "d",
    kind: "cell",
    name: "Chi bộ trực thuộc mẫu",
    parent: top,
    count: 12,
    members: (number) => 14 + ((number * 5) % 8),
  }),
  ...row({ ...section, parent: "b01", count: 2 }),
  ...row({ ...section, parent: "b02", first: 3, count: 1 }),
  ...numberedCells(),
];

const newCell = { branch: "c64", kind: "cell", name: "Chi bộ mẫu 64", parent: "b05" } as const;
/** A cell made of members of other cells. */
export const established = { ...newCell, on: "2012-05-15" } as const;
/** Cells whose members and officers had gone before. */
export const dissolved = [
  { branch: "c63", on: "2012-10-01" },
  { branch: "e24", on: "2013-09-30" },
] as const;
/** A section goes with its three cells; c24 goes after b03 has inspected and supervised it. */
const moved = [
  { branch: "s02", to: "b02", on: "2013-04-01" },
  { branch: "c24", to: "b04", on: "2013-08-01" },
] as const;

/** What happens to the tree behind the opening, in order. */
export const treeChanges: readonly Draft[] = inOrder([
  draft("EstablishBranch", established.on, newCell),
  ...dissolved.map(({ branch, on }) => draft("DissolveBranch", on, { branch })),
  ...moved.map(({ branch, to, on }) => draft("MoveBranch", on, { branch, to })),
  draft("RenameBranch", "2013-05-20", { branch: "d12", name: "Chi bộ trực thuộc mẫu 12 (mới)" }),
  draft("DisciplineBranch", "2013-06-10", { branch: "e20", form: "reprimand" }),
]);

const everyBranch: readonly Branch[] = [
  ...branchesAtOpening,
  { ...newCell, id: newCell.branch, membersAtOpening: 0 },
];
const byId = new Map(everyBranch.map((branch) => [branch.id, branch]));

export const isAlive = (branch: string, day: string): boolean =>
  (branch !== established.branch || established.on <= day) &&
  !dissolved.some((one) => one.branch === branch && one.on <= day);

/** The branches there on a day, in a fixed order. */
export const branchesOn = (day: string): readonly Branch[] =>
  everyBranch.filter(({ id }) => isAlive(id, day));

export const cellsOn = (day: string): readonly Branch[] =>
  branchesOn(day).filter(({ kind }) => kind === "cell" || kind === "base-cell");

/** The branch directly above on a day. */
export const superiorOn = (branch: string, day: string): string => {
  const move = moved.find((one) => one.branch === branch && one.on <= day);
  const parent = move?.to ?? byId.get(branch)?.parent;
  if (parent === undefined) throw new Error(`${branch} stands under none`);
  return parent;
};

/** The committee that decides the ratings of a cell's members: its base committee, or the top. */
export const raterOf = (cell: string, day: string): string => {
  const above = superiorOn(cell, day);
  return byId.get(above)?.kind === "section-committee" ? superiorOn(above, day) : above;
};
