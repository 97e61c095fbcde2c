/**
 * SYNTHETIC: a ministry's committee through 2012 and 2013 as commands, none of them about a real
 * person or organisation. Run as a program it prints one command a line, for `tongket record L -`.
 */
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";
import { type CommandLine, type Draft, draft, inOrder, linesOf } from "./command-line.ts";
import { tellAdmissions, tellProbations } from "./life/admissions.ts";
import { tellFates } from "./life/fates.ts";
import { tellOutside, tellRegroupings, tellTransfers } from "./life/moves.ts";
import { tellOffices } from "./life/officers.ts";
import { membersCarriedIn, openRoster } from "./life/roster.ts";
import { branchesAtOpening, openingDay, treeChanges } from "./tree.ts";
import { awards } from "./work/awards.ts";
import { inspections } from "./work/inspections.ts";
import { meetings } from "./work/meetings.ts";
import { ratings } from "./work/ratings.ts";
import { reviewOf2012, reviewOf2013 } from "./work/review.ts";
import { courses, studies } from "./work/study.ts";
import { targetsOf2013 } from "./work/targets.ts";

/** Every command of the two years, in the order they are recorded; the same on every run. */
export function* ministryCommands(): Iterable<CommandLine> {
  const roster = openRoster();
  const lives = inOrder([
    ...tellProbations(),
    ...tellAdmissions(roster),
    ...tellTransfers(roster),
    ...tellOutside(roster),
    ...tellFates(roster),
    ...tellRegroupings(roster),
  ]);
  yield* linesOf([
    branchesCarriedIn,
    membersCarriedIn,
    inOrder(tellOffices(roster)),
    lives,
    treeChanges,
    studies(roster),
    courses(roster),
    meetings(roster),
    inspections,
    ratings(roster, 2012),
    awards(roster),
    reviewOf2012(roster),
    targetsOf2013,
    ratings(roster, 2013),
    reviewOf2013(),
  ]);
}

const branchesCarriedIn: readonly Draft[] = branchesAtOpening.map(
  ({ id: branch, kind, name, parent }) =>
    draft(
      "CarryInBranch",
      openingDay,
      { branch, kind, name, ...(parent === undefined ? {} : { parent }) },
      { recordedOn: "2012-01-02" },
    ),
);

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  for (const line of ministryCommands()) stdout.write(`${JSON.stringify(line)}\n`);
}
