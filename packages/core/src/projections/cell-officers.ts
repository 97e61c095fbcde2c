import { seatKey } from "../branch/events.ts";
import type { RecordedEvent } from "../kernel/event.ts";
import type { BranchId } from "../kernel/ids.ts";
import { isCell } from "./cells.ts";
import type { Composition } from "./composition.ts";
import type { Listed, SubjectsListed } from "./quantity.ts";
import { structureUses } from "./rule-use.ts";
import { factsOfCells, type StandingFact } from "./standing-fact.ts";
import { factsOf, type YearView } from "./year-view.ts";

/** The office by which a cell is led; undefined where the structure pack marks none. */
export const leadingOffice = ({ structure }: YearView): string | undefined =>
  structure?.parameters.offices.value.find(({ leadsCells }) => leadsCells === true)?.term;

/** The holders of an office in the living cells in scope, and the cells where it is vacant. */
export const cellOfficers = (
  view: YearView,
  office: string,
): { readonly holders: ReadonlySet<string>; readonly vacant: readonly BranchId[] } => {
  const held = seatsInCells(view, office);
  return {
    holders: new Set(held.flatMap(({ by }) => [...by.keys()])),
    vacant: held.flatMap(({ cell, by }) => (by.size === 0 ? [cell] : [])),
  };
};

/** The cells in scope where nobody holds an office. */
export const vacantCells = (view: YearView, office: string): SubjectsListed => {
  const cells = cellOfficers(view, office).vacant;
  return {
    counts: "listed",
    list: cells.map((cell) => ({ subject: cell, at: cell })),
    facts: () => factsOfCells(view, cells, () => true),
  };
};

/** Distinct holders of an office in cells who finished a course in the year, over all holders. */
export const officersTrained = (
  view: YearView,
  office: string | undefined,
  course: string,
): Composition => {
  const held = office === undefined ? [] : seatsInCells(view, office);
  const list = held.flatMap(({ cell, by }) =>
    [...by.keys()].map((person): Listed => ({ subject: person, at: cell })),
  );
  const trained = { year: view.year, branches: "all", words: ["trained", course] } as const;
  return {
    is: "share",
    numerator: { counts: "listed", list, marked: { need: "all", accounts: [trained] } },
    denominator: { counts: "listed", list, facts: () => factsOfSeats(view, held) },
    missing: "officers",
    rules: structureUses(view, "branchKinds", "offices"),
  };
};

/** Who sits in a cell, each with the fact that put them there. */
interface SeatsOfCell {
  readonly cell: BranchId;
  readonly by: ReadonlyMap<string, RecordedEvent>;
}

const seatsInCells = (view: YearView, office: string): readonly SeatsOfCell[] => {
  const seats = new Map<string, Map<string, RecordedEvent>>();
  for (const fact of factsOf(view, "OfficerAppointed", "OfficerCarriedIn", "OfficerReleased")) {
    const { type, data, effectiveOn } = fact;
    if (effectiveOn > view.day) continue;
    const key = seatKey(data);
    const holders = seats.get(key) ?? new Map<string, RecordedEvent>();
    if (type === "OfficerReleased") holders.delete(data.person);
    else holders.set(data.person, fact);
    seats.set(key, holders);
  }
  return view.scope
    .filter((branch) => isCell(view, branch))
    .map((cell) => {
      const key = seatKey({ in: { branch: cell }, office: office as never });
      return { cell, by: seats.get(key) ?? new Map() };
    });
};

/** The appointments that stand, and the facts that put their cells under the branch. */
const factsOfSeats = (view: YearView, held: readonly SeatsOfCell[]): readonly StandingFact[] => {
  const cells = new Set(held.flatMap(({ cell, by }) => (by.size === 0 ? [] : [cell])));
  const appointments = held.flatMap(({ by }) => [...by.values()]);
  return [
    ...appointments.map((event): StandingFact => ({ event, makes: "officer" })),
    ...factsOfCells(view, cells, (branch) => cells.has(branch)),
  ];
};
