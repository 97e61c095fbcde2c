import { daysAfter, monthsAfter, spreadOver, yearOf } from "../calendar.ts";
import { type Draft, draft } from "../command-line.ts";
import { cellsOn, dissolved } from "../tree.ts";
import { onProbationAtOpening, type Roster } from "./roster.ts";

/** So many admissions are decided in each year; the last one takes effect in the next. */
export const admissionsDecided = { 2012: 64, 2013: 100 } as const;
export const annulled = { person: "q0080", on: "2013-10-15" } as const;

export const prospect = (number: number): string => `q${String(number).padStart(4, "0")}`;

interface Admission {
  readonly person: string;
  readonly cell: string;
  readonly decidedOn: string;
  readonly effectiveOn: string;
}

const lasting = cellsOn("2013-12-31").filter(({ id }) => dissolved.every((d) => d.branch !== id));

const admissionsOf = (
  year: 2012 | 2013,
  first: number,
  span: { readonly from: string; readonly to: string },
): readonly Admission[] =>
  Array.from({ length: admissionsDecided[year] }, (_, index) => {
    const number = first + index;
    const late = index === admissionsDecided[year] - 1;
    const decidedOn = late ? `${year}-12-27` : spreadOver(span, index, admissionsDecided[year]);
    const inForce = daysAfter(decidedOn, 7);
    return {
      person: prospect(number),
      cell: cellOfProspect(number),
      decidedOn,
      effectiveOn: inForce.slice(8) > "28" ? daysAfter(inForce, 4) : inForce,
    };
  });

/** The cell that brings a prospect up. */
export const cellOfProspect = (number: number): string => {
  const old = lasting.filter(({ id }) => id !== "c64");
  return (old[(number * 13 + 5) % old.length] as (typeof old)[number]).id;
};

const admissions = [
  ...admissionsOf(2012, 1, { from: "2012-02-03", to: "2012-11-25" }),
  ...admissionsOf(2013, 1 + admissionsDecided[2012], { from: "2013-01-20", to: "2013-11-25" }),
];

/** Admissions and what comes of them: recognition after 12 months, or an annulment. */
export function* tellAdmissions(roster: Roster): Iterable<Draft> {
  for (const { person, cell, decidedOn, effectiveOn } of admissions) {
    roster.join(person, cell, effectiveOn);
    const summoned = roster.membersOn(cell, decidedOn).length;
    yield draft("AdmitMember", effectiveOn, {
      member: person,
      branch: cell,
      decidedOn,
      vote: { inFavour: summoned, against: 0, summoned },
      ageMonths: 240 + ((summoned * 17) % 200),
      certificateAgeMonths: 1 + (summoned % 12),
    });
    if (person === annulled.person) {
      roster.leave(person, annulled.on);
      const reason = "Hồ sơ mẫu không đủ điều kiện";
      yield draft("AnnulAdmission", annulled.on, { member: person, reason });
    } else if (yearOf(effectiveOn) === 2012) {
      yield recognition(person, monthsAfter(effectiveOn, 12), 20);
    }
  }
}

/** One has probation extended; one is decided on a month and a half late, in the next year. */
export function* tellProbations(): Iterable<Draft> {
  for (const [index, { person, since }] of onProbationAtOpening.entries()) {
    const due = monthsAfter(since, 12);
    if (index === 2) {
      yield draft("ExtendProbation", daysAfter(due, -10), { member: person, months: 6 });
      yield recognition(person, monthsAfter(due, 6), 12);
    } else {
      yield recognition(person, due, due >= "2012-12-01" ? 45 : 12);
    }
  }
}

/** Decided some days after it was due; it takes effect on the day it was due. */
const recognition = (member: string, due: string, daysLate: number): Draft => {
  const decidedOn = daysAfter(due, daysLate);
  return draft("RecogniseMember", decidedOn, { member, decidedOn });
};
