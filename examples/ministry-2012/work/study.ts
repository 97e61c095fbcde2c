import { spreadOver } from "../calendar.ts";
import { type Draft, draft, inOrder } from "../command-line.ts";
import { cellOfProspect, prospect } from "../life/admissions.ts";
import { secretariesOf2013 } from "../life/officers.ts";
import type { Roster } from "../life/roster.ts";
import { cellsOn } from "../tree.ts";

interface Round {
  readonly directive: string;
  readonly title: string;
  readonly issuedOn: string;
  readonly span: { readonly from: string; readonly to: string };
  readonly audiences: readonly ("cadre" | "member" | "mass")[];
}

const rounds: readonly Round[] = [
  {
    directive: "ct-mau-1",
    title: "Chỉ thị mẫu số 1",
    issuedOn: "2012-01-20",
    span: { from: "2012-02-15", to: "2012-06-20" },
    audiences: ["cadre", "member", "mass"],
  },
  {
    directive: "nq-mau-2",
    title: "Nghị quyết mẫu số 2",
    issuedOn: "2012-07-10",
    span: { from: "2012-08-06", to: "2012-11-20" },
    audiences: ["cadre", "member"],
  },
  {
    directive: "ct-mau-3",
    title: "Chỉ thị mẫu số 3",
    issuedOn: "2013-03-05",
    span: { from: "2013-04-02", to: "2013-09-10" },
    audiences: ["cadre", "member"],
  },
  {
    directive: "nq-mau-4",
    title: "Nghị quyết mẫu số 4",
    issuedOn: "2013-09-20",
    span: { from: "2013-10-07", to: "2013-12-12" },
    audiences: ["member"],
  },
];

/** One member of this cell missed the directive of 2013. */
const missedIn = { cell: "c55", directive: "ct-mau-3", audience: "member" } as const;

/** Directives as each cell studied them, with everyone who was there to be reached. */
export const studies = (roster: Roster): readonly Draft[] =>
  inOrder(
    rounds.flatMap(({ directive, title, issuedOn, span, audiences }) => [
      draft("IssueDirective", issuedOn, { directive, title, issuedBy: "Cấp trên mẫu" }),
      ...cellsOn(span.to).flatMap(({ id: branch }, index, cells) => {
        const on = spreadOver(span, index, cells.length);
        const year = Number(on.slice(0, 4));
        return audiences.map((audience) => {
          const eligible = eligibleIn(roster, { cell: branch, audience, on });
          const missed =
            branch === missedIn.cell &&
            directive === missedIn.directive &&
            audience === missedIn.audience;
          const reached = missed ? eligible - 1 : eligible;
          return draft("StudyDirective", on, {
            directive,
            branch,
            audience,
            year,
            reached,
            eligible,
          });
        });
      }),
    ]),
  );

const eligibleIn = (
  roster: Roster,
  { cell, audience, on }: { readonly cell: string; readonly audience: string; readonly on: string },
): number => {
  const members = roster.membersOn(cell, on).length;
  return audience === "member" ? members : audience === "cadre" ? 3 : 2 * members + 5;
};

/** Prospects in both years; fifty secretaries in the first and every one in the second. */
export const courses = (roster: Roster): readonly Draft[] =>
  inOrder([...awareness(), ...committeeWork(roster)]);

const awarenessClasses = [
  { on: "2012-01-13", first: 1, last: 40 },
  { on: "2012-06-15", first: 41, last: 70 },
  { on: "2013-01-18", first: 71, last: 110 },
  { on: "2013-04-12", first: 111, last: 150 },
  { on: "2013-08-16", first: 151, last: 190 },
];

function* awareness(): Iterable<Draft> {
  for (const { on, first, last } of awarenessClasses) {
    for (let number = first; number <= last; number += 1) {
      const data = { person: prospect(number), course: "awareness" };
      yield draft("CompleteTraining", on, { ...data, branch: cellOfProspect(number) });
    }
  }
}

function* committeeWork(roster: Roster): Iterable<Draft> {
  const course = "committee-work";
  const secretaries = secretariesOf2013(roster);
  for (const { person, cell } of secretaries.slice(0, 50).filter(({ from }) => from < "2013-02")) {
    yield draft("CompleteTraining", "2012-10-12", { person, course, branch: cell });
  }
  for (const { person, cell, from } of secretaries) {
    const on = from < "2013-05" ? "2013-05-17" : "2013-10-11";
    yield draft("CompleteTraining", on, { person, course, branch: cell });
  }
  for (const cell of ["d02", "d03", "d04"]) {
    const person = roster.atOpening(cell)[1] as string;
    yield draft("CompleteTraining", "2013-10-11", { person, course, branch: cell });
  }
}
