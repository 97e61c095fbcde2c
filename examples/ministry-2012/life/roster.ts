import { type Draft, draft } from "../command-line.ts";
import { branchesAtOpening, openingDay } from "../tree.ts";

/** One person's membership: the cells from day to day, and when no rating was due. */
interface Life {
  readonly spells: { readonly from: string; readonly cell: string | undefined }[];
  /** Spans of exemption or suspension. */
  readonly unrated: { readonly from: string; to?: string }[];
  /** Years in which the member was warned. */
  readonly warnings: number[];
}

/**
 * Who is a member where. It is filled while the lives are told, and then asked by the rest of the
 * ministry: how many may study, meet or be rated on a day.
 */
export interface Roster {
  readonly join: (person: string, cell: string, on: string) => void;
  readonly leave: (person: string, on: string) => void;
  readonly pause: (person: string, from: string) => void;
  readonly resume: (person: string, to: string) => void;
  readonly warn: (person: string, year: number) => void;
  readonly cellOn: (person: string, day: string) => string | undefined;
  readonly membersOn: (cell: string, day: string) => readonly string[];
  readonly isPausedOn: (person: string, day: string) => boolean;
  readonly wasWarnedIn: (person: string, year: number) => boolean;
  /** The members of a cell at the opening. The first three may hold an office. */
  readonly atOpening: (cell: string) => readonly string[];
  /** An official member of the opening to whom nothing happened yet, and who holds no office. */
  readonly takeOrdinary: (cell: string) => string;
}

export const openRoster = (): Roster => {
  const lives = new Map<string, Life>();
  const everIn = new Map<string, Set<string>>();
  const taken = new Map<string, number>();
  const lifeOf = (person: string): Life => {
    const life = lives.get(person) ?? { spells: [], unrated: [], warnings: [] };
    lives.set(person, life);
    return life;
  };
  const cellOn = (person: string, day: string): string | undefined =>
    lives.get(person)?.spells.findLast(({ from }) => from <= day)?.cell;
  const join = (person: string, cell: string, from: string): void => {
    lifeOf(person).spells.push({ from, cell });
    everIn.set(cell, (everIn.get(cell) ?? new Set()).add(person));
  };
  for (const { cell, person } of openingMembers) join(person, cell, openingDay);
  return {
    join,
    leave: (person, from) => lifeOf(person).spells.push({ from, cell: undefined }),
    pause: (person, from) => lifeOf(person).unrated.push({ from }),
    resume: (person, to) => {
      const span = lifeOf(person).unrated.at(-1);
      if (span !== undefined) span.to = to;
    },
    warn: (person, year) => lifeOf(person).warnings.push(year),
    cellOn,
    membersOn: (cell, day) =>
      [...(everIn.get(cell) ?? [])].filter((person) => cellOn(person, day) === cell),
    isPausedOn: (person, day) =>
      lifeOf(person).unrated.some(({ from, to }) => from <= day && (to === undefined || day < to)),
    wasWarnedIn: (person, year) => lifeOf(person).warnings.includes(year),
    atOpening: (cell) =>
      openingMembers.filter((one) => one.cell === cell).map(({ person }) => person),
    takeOrdinary: (cell) => {
      const ordinary = openingMembers.filter((one) => one.cell === cell && one.since === undefined);
      const next = taken.get(cell) ?? officersMax;
      taken.set(cell, next + 1);
      const found = ordinary[next];
      if (found === undefined) throw new Error(`${cell} has no ordinary member left`);
      return found.person;
    },
  };
};

const officersMax = 3;

interface OpeningMember {
  readonly person: string;
  readonly cell: string;
  /** The day of admission of one who is still probationary. */
  readonly since?: string;
}

const openingMembers: readonly OpeningMember[] = branchesAtOpening
  .flatMap(({ id, membersAtOpening }, branch) =>
    Array.from({ length: membersAtOpening }, (_, index) => ({
      cell: id,
      probationary: branch % 3 === 0 && index === membersAtOpening - 1,
      branch,
    })),
  )
  .map(({ cell, probationary, branch }, index) => {
    const person = `m${String(index + 1).padStart(4, "0")}`;
    if (!probationary) return { person, cell };
    const [month, day] = [1 + (branch % 12), 3 + (branch % 25)].map((one) =>
      String(one).padStart(2, "0"),
    );
    return { person, cell, since: `2011-${month}-${day}` };
  });

/** Those still on probation at the opening. */
export const onProbationAtOpening = openingMembers.filter(
  (one): one is OpeningMember & { readonly since: string } => one.since !== undefined,
);

/** Opening entries of the members, written down the day after. */
export const membersCarriedIn: readonly Draft[] = openingMembers.map(({ person, cell, since }) => {
  const data = { member: person, branch: cell, status: since ? "probationary" : "official" };
  return draft("CarryInMember", openingDay, since ? { ...data, since } : data, {
    recordedOn: "2012-01-02",
  });
});
