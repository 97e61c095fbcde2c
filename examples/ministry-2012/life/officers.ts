import { type Draft, draft, inOrder } from "../command-line.ts";
import { branchesAtOpening, established, openingDay, top } from "../tree.ts";
import type { Roster } from "./roster.ts";

/** This cell has no secretary at the opening; one is elected in the second year. */
const vacantAtOpening = { cell: "c30", filledOn: "2013-02-20" } as const;
/** The secretary of the first is the secretary of the second too. */
const heldTwice = { by: "c42", also: "c43" } as const;
/** The secretary steps down; the first of these cells stays without one. */
const steppedDown = [
  { cell: "c17", on: "2013-11-01" },
  { cell: "c22", on: "2013-06-01", successorOn: "2013-06-03" },
] as const;
/** Released before their cell is emptied. */
const released = [
  { cell: "c63", on: "2012-09-20" },
  { cell: "e24", on: "2013-09-20" },
] as const;

const secretary = "secretary";
const seat = (branch: string, person: string, office: string = secretary): object => ({
  person,
  in: { branch },
  office,
});

const firstOf = (roster: Roster, cell: string): string => roster.atOpening(cell)[0] as string;

/** Who leads a cell from the opening on: one of its own members, or of the cell beside it. */
const leaderOf = (roster: Roster, cell: string): string | undefined =>
  cell === vacantAtOpening.cell
    ? undefined
    : firstOf(roster, cell === heldTwice.also ? heldTwice.by : cell);

/** The second member of the first cell below leads a committee. */
const leaderOfCommittee = (roster: Roster, committee: string): string => {
  const below = branchesAtOpening.filter(({ parent }) => parent === committee);
  const cell = below.find(({ kind }) => kind === "cell")?.id ?? "";
  return roster.atOpening(cell)[1] as string;
};

const carriedIn = (data: object): Draft =>
  draft("CarryInOfficer", openingDay, data, { recordedOn: "2012-01-03" });

/** Leaders of cells and committees, and the bodies of the top one. */
export function* tellOffices(roster: Roster): Iterable<Draft> {
  yield* bodiesOfTop();
  for (const { id, kind } of branchesAtOpening) {
    const isCell = kind === "cell" || kind === "base-cell";
    const person = isCell ? leaderOf(roster, id) : leaderOfCommittee(roster, id);
    if (person !== undefined) yield carriedIn(seat(id, person));
  }
  for (const cell of ["d02", "d03", "d04"]) {
    const person = roster.atOpening(cell)[1] as string;
    const data = { person, in: { branch: top, body: "standing" }, office: "standing-member" };
    yield carriedIn(data);
  }
  yield* changes(roster);
}

function* bodiesOfTop(): Iterable<Draft> {
  const bodies = [
    { body: "standing", kind: "standing-committee", name: "Ban thường vụ mẫu" },
    { body: "inspection", kind: "inspection-commission", name: "Ủy ban kiểm tra mẫu" },
    { body: "union", kind: "mass-organisation", name: "Công đoàn mẫu" },
  ];
  for (const body of bodies) {
    yield draft("FormBody", openingDay, { branch: top, ...body }, { recordedOn: "2012-01-03" });
  }
}

function* changes(roster: Roster): Iterable<Draft> {
  const elected = roster.membersOn(established.branch, "2012-05-20")[0] as string;
  const appointed = [
    draft("AppointOfficer", "2012-05-20", seat(established.branch, elected)),
    draft(
      "AppointOfficer",
      vacantAtOpening.filledOn,
      seat(vacantAtOpening.cell, firstOf(roster, vacantAtOpening.cell)),
    ),
    ...steppedDown.flatMap((one) =>
      "successorOn" in one
        ? [draft("AppointOfficer", one.successorOn, seat(one.cell, successorIn(roster, one.cell)))]
        : [],
    ),
  ];
  const gone = [...steppedDown, ...released].map(({ cell, on }) =>
    draft("ReleaseOfficer", on, seat(cell, firstOf(roster, cell))),
  );
  yield* inOrder([...appointed, ...gone]);
}

const successorIn = (roster: Roster, cell: string): string => roster.atOpening(cell)[2] as string;

/** Everyone who is secretary of a cell at some time of the second year, each with one cell. */
export const secretariesOf2013 = (
  roster: Roster,
): readonly { readonly person: string; readonly cell: string; readonly from: string }[] => {
  const cells = branchesAtOpening.filter(
    ({ id, kind }) => (kind === "cell" || kind === "base-cell") && id !== "c63",
  );
  const early = "2013-01-01";
  return [
    ...cells
      .filter(({ id }) => id !== heldTwice.also)
      .map(({ id }) => ({
        person: firstOf(roster, id),
        cell: id,
        from: id === vacantAtOpening.cell ? vacantAtOpening.filledOn : early,
      })),
    {
      person: roster.membersOn(established.branch, "2012-05-20")[0] as string,
      cell: established.branch,
      from: early,
    },
    { person: successorIn(roster, "c22"), cell: "c22", from: "2013-06-03" },
  ];
};

/** Who leads the top committee: the second member of its first own cell. */
export const leaderOfTop = (roster: Roster): string => leaderOfCommittee(roster, top);
