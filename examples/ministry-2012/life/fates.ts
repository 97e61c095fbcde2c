import { type Draft, draft } from "../command-line.ts";
import type { Roster } from "./roster.ts";

/** Members who died, resigned, were removed or expelled; the one of December is told in January. */
const leaving = [
  { cell: "c02", reason: "died", on: "2012-03-19", recordedOn: "2012-03-21" },
  { cell: "c18", reason: "resigned", on: "2012-06-04", recordedOn: "2012-06-04" },
  { cell: "d05", reason: "died", on: "2012-08-08", recordedOn: "2012-08-10" },
  { cell: "c44", reason: "expelled", on: "2012-10-22", recordedOn: "2012-10-22" },
  { cell: "e13", reason: "died", on: "2012-12-22", recordedOn: "2013-01-08" },
  { cell: "c27", reason: "died", on: "2013-02-14", recordedOn: "2013-02-15" },
  { cell: "e02", reason: "died", on: "2013-05-06", recordedOn: "2013-05-06" },
  { cell: "c51", reason: "removed", on: "2013-07-25", recordedOn: "2013-07-25" },
  { cell: "d11", reason: "died", on: "2013-11-12", recordedOn: "2013-11-14" },
] as const;

/** A warning costs the year's rating. */
const disciplined = [
  { cell: "c05", form: "reprimand", on: "2012-04-11" },
  { cell: "c29", form: "warning", on: "2012-07-03" },
  { cell: "e08", form: "reprimand", on: "2012-09-18" },
  { cell: "d03", form: "reprimand", on: "2012-11-06" },
  { cell: "c39", form: "warning", on: "2013-04-23" },
  { cell: "e17", form: "reprimand", on: "2013-08-13" },
  { cell: "c59", form: "warning", on: "2013-10-08" },
] as const;

const exempted = [
  { cell: "c01", from: "2012-02-21" },
  { cell: "c12", from: "2012-03-13", to: "2013-03-14" },
  { cell: "c23", from: "2012-05-08" },
  { cell: "c34", from: "2012-06-19" },
  { cell: "c45", from: "2012-08-21" },
  { cell: "c56", from: "2012-09-11" },
  { cell: "e10", from: "2012-10-16", to: "2013-10-17" },
  { cell: "d07", from: "2012-11-20" },
  { cell: "c07", from: "2013-02-19" },
  { cell: "c19", from: "2013-04-16" },
  { cell: "c43", from: "2013-06-18" },
  { cell: "e21", from: "2013-09-10" },
  { cell: "d02", from: "2013-11-19" },
];

const suspended = [{ cell: "c53", from: "2012-11-28", to: "2013-04-09" }] as const;

/** What befalls single members, each at most once. */
export function* tellFates(roster: Roster): Iterable<Draft> {
  for (const { cell, reason, on, recordedOn } of leaving) {
    const member = roster.takeOrdinary(cell);
    roster.leave(member, on);
    yield draft("RemoveMember", on, { member, reason }, { recordedOn });
  }
  for (const { cell, form, on } of disciplined) {
    const member = roster.takeOrdinary(cell);
    if (form === "warning") roster.warn(member, Number(on.slice(0, 4)));
    yield draft("DisciplineMember", on, { member, form, vote: { inFavour: 9, against: 2 } });
  }
  yield* pauses(roster, exempted, ["ExemptMember", "ResumeMember"]);
  yield* pauses(roster, suspended, ["SuspendMember", "ReinstateMember"]);
}

function* pauses(
  roster: Roster,
  spans: readonly { readonly cell: string; readonly from: string; readonly to?: string }[],
  [begin, end]: readonly [string, string],
): Iterable<Draft> {
  for (const { cell, from, to } of spans) {
    const member = roster.takeOrdinary(cell);
    roster.pause(member, from);
    yield draft(begin, from, { member });
    if (to === undefined) continue;
    roster.resume(member, to);
    yield draft(end, to, { member });
  }
}
