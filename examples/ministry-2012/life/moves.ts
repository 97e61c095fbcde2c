import { daysAfter, spreadOver } from "../calendar.ts";
import { type Draft, draft } from "../command-line.ts";
import { branchesAtOpening, cellsOn, established } from "../tree.ts";
import type { Roster } from "./roster.ts";

/** Sent before the end of a year and received after it. */
const overYearEnd = [
  { from: "c10", to: "e05", on: "2012-12-20", received: "2013-01-10" },
  { from: "e09", to: "c49", on: "2013-12-18", received: "2014-01-08" },
] as const;

function* transfer(
  roster: Roster,
  move: { readonly person: string; readonly to: string; readonly on: string; received?: string },
): Iterable<Draft> {
  const { person, to, on, received = daysAfter(on, 6) } = move;
  roster.leave(person, on);
  yield draft("TransferMember", on, { member: person, to });
  roster.join(person, to, received);
  yield draft("ReceiveMember", received, { member: person, to });
}

/** Transfers between cells, some inside one base organisation and most between two. */
export function* tellTransfers(roster: Roster): Iterable<Draft> {
  const cells = cellsOn("2013-12-31").filter(({ id }) => id !== established.branch);
  const at = (index: number): string => (cells[index % cells.length] as { id: string }).id;
  for (const year of [2012, 2013]) {
    const span = { from: `${year}-02-10`, to: `${year}-11-20` };
    for (let index = 0; index < 24; index += 1) {
      const person = roster.takeOrdinary(at(index * 11 + year));
      const to = at(index * 11 + year + (index % 4 === 0 ? 1 : 29));
      yield* transfer(roster, { person, to, on: spreadOver(span, index, 24) });
    }
  }
  for (const { from, to, on, received } of overYearEnd) {
    yield* transfer(roster, { person: roster.takeOrdinary(from), to, on, received });
  }
}

/** A new cell is filled from four others; two are emptied before they are dissolved. */
export function* tellRegroupings(roster: Roster): Iterable<Draft> {
  for (const from of ["c31", "c32", "c36", "c37"]) {
    for (let index = 0; index < 2; index += 1) {
      const person = roster.takeOrdinary(from);
      const move = { person, to: established.branch, on: "2012-05-16", received: "2012-05-18" };
      yield* transfer(roster, move);
    }
  }
  yield* emptied(roster, { cell: "c63", into: ["c61", "c62"], on: "2012-09-24" });
  yield* emptied(roster, { cell: "e24", into: ["e23"], on: "2013-09-23" });
}

function* emptied(
  roster: Roster,
  what: { readonly cell: string; readonly into: readonly string[]; readonly on: string },
): Iterable<Draft> {
  const { cell, into, on } = what;
  for (const [index, person] of roster.membersOn(cell, on).entries()) {
    yield* transfer(roster, { person, to: into[index % into.length] as string, on });
  }
}

/** To organisations outside the ministry, and from them. */
export function* tellOutside(roster: Roster): Iterable<Draft> {
  const homes = branchesAtOpening.filter(({ kind }) => kind === "base-cell");
  const counts = [
    { year: 2012, departed: 9, received: 6 },
    { year: 2013, departed: 7, received: 5 },
  ];
  let newcomer = 0;
  for (const { year, departed, received } of counts) {
    const span = { from: `${year}-03-05`, to: `${year}-12-10` };
    for (let index = 0; index < departed; index += 1) {
      const person = roster.takeOrdinary((homes[index * 2] as { id: string }).id);
      const on = spreadOver(span, index, departed);
      roster.leave(person, on);
      yield draft("DepartMember", on, { member: person, to: "Đảng bộ ngoài mẫu" });
    }
    for (let index = 0; index < received; index += 1) {
      newcomer += 1;
      const member = `r${String(newcomer).padStart(4, "0")}`;
      const to = (homes[index * 3 + 1] as { id: string }).id;
      const on = spreadOver(span, index, received);
      roster.join(member, to, on);
      const from = { external: "Đảng bộ ngoài mẫu" };
      yield draft("ReceiveMember", on, { member, to, from, status: "official" });
    }
  }
}
