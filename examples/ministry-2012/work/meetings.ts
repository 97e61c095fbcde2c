import { daysAfter } from "../calendar.ts";
import { chance } from "../chance.ts";
import { type Draft, draft, inOrder } from "../command-line.ts";
import type { Roster } from "../life/roster.ts";
import { cellsOn } from "../tree.ts";

/** A regular meeting of every cell in each half-year, now and then one or two members short. */
export function* meetings(roster: Roster): Iterable<Draft> {
  const draw = chance(2012);
  for (const year of [2012, 2013]) {
    for (const month of ["04", "10"]) {
      const first = `${year}-${month}-05`;
      const held = cellsOn(first).map(({ id: branch }) => {
        const on = daysAfter(first, draw(8));
        const eligible = roster.membersOn(branch, on).length;
        const meeting = `hop-${branch}-${year}-${month}`;
        const present = eligible - Math.max(0, draw(6) - 3);
        return draft("HoldMeeting", on, { meeting, branch, kind: "regular", present, eligible });
      });
      yield* inOrder(held);
    }
  }
}
