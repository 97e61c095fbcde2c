import { awardCommands, awardLaw, awardRefusals } from "./award/index.ts";
import { branchTag, treeTag } from "./branch/events.ts";
import {
  belowOn,
  branchCommands,
  branchLaw,
  branchRefusals,
  lineOn,
  officersIn,
  standingOn,
  treeLaw,
} from "./branch/index.ts";
import { directiveCommands, directiveLaw, directiveRefusals } from "./directive/index.ts";
import {
  findingLaw,
  inspectionCommands,
  inspectionLaw,
  inspectionRefusals,
  programmeLaw,
} from "./inspection/index.ts";
import type { StandingsOf } from "./kernel/command.ts";
import { tag } from "./kernel/ids.ts";
import type { OpenCommandType } from "./log/command.ts";
import { logCommands } from "./log/decide.ts";
import type { AnyLaw } from "./log/rehearsal.ts";
import { logRefusals } from "./log/rules.ts";
import { erasureLaw } from "./log/state.ts";
import { meetingCommands, meetingLaw, meetingRefusals } from "./meeting/index.ts";
import {
  branchOn,
  membershipCommands,
  membershipRefusals,
  personLaw,
  ratedInOn,
} from "./membership/index.ts";
import { cohortTag } from "./rating/events.ts";
import { cohortLaw, ratingCommands, ratingLaw, ratingRefusals } from "./rating/index.ts";
import { reviewTag } from "./review/events.ts";
import { packLaw, packsLaw, reviewCommands, reviewLaw, reviewRefusals } from "./review/index.ts";
import { targetCommands, targetLaw, targetRefusals } from "./target/index.ts";
import { trainingCommands, trainingLaw, trainingRefusals } from "./training/index.ts";

/** The law of every kind of subject. */
export const allLaws: readonly AnyLaw[] = [
  branchLaw,
  treeLaw,
  personLaw,
  trainingLaw,
  directiveLaw,
  meetingLaw,
  programmeLaw,
  inspectionLaw,
  findingLaw,
  ratingLaw,
  cohortLaw,
  targetLaw,
  awardLaw,
  reviewLaw,
  packLaw,
  packsLaw,
  erasureLaw,
].map((law) => law as unknown as AnyLaw);

/** Every command, by name. */
export const allCommands: ReadonlyMap<string, OpenCommandType> = new Map(
  [
    ...branchCommands,
    ...membershipCommands,
    ...directiveCommands,
    ...trainingCommands,
    ...meetingCommands,
    ...inspectionCommands,
    ...ratingCommands,
    ...targetCommands,
    ...awardCommands,
    ...reviewCommands,
    ...logCommands,
  ].map((one) => [one.command, one as unknown as OpenCommandType]),
);

/** The name of every refusal there is. */
export const allRefusals = [
  ...branchRefusals,
  ...membershipRefusals,
  ...directiveRefusals,
  ...trainingRefusals,
  ...meetingRefusals,
  ...inspectionRefusals,
  ...ratingRefusals,
  ...targetRefusals,
  ...awardRefusals,
  ...reviewRefusals,
  ...logRefusals,
] as const;
export type RefusalName = (typeof allRefusals)[number];

/** How a decider asks about subjects of other slices. */
export const standingsOf: StandingsOf = (stateOn) => ({
  branch: (branch, day) => standingOn(stateOn(branchLaw, branchTag(branch)), day),
  line: (branch, day) => lineOn(stateOn(treeLaw, treeTag), branch, day),
  below: (branch, day) => belowOn(stateOn(treeLaw, treeTag), branch, day),
  branchDisciplines: (branch) => stateOn(branchLaw, branchTag(branch)).disciplines,
  officers: (branch, year) => officersIn(stateOn(branchLaw, branchTag(branch)), year),
  member: (person, day) => branchOn(stateOn(personLaw, tag("person", person)), day),
  ratedIn: (person, day) => ratedInOn(stateOn(personLaw, tag("person", person)), day),
  conduct: (person) => stateOn(personLaw, tag("person", person)),
  yearResult: (rating) => {
    const { year } = stateOn(ratingLaw, rating);
    return year.result === "rated" ? { result: "rated", ...year.rating.rated } : year;
  },
  shortcomings: (branch, year) => [
    ...stateOn(reviewLaw, reviewTag(branch, year)).shortcomings.values(),
  ],
  ratingsClosed: (committee, year) =>
    stateOn(cohortLaw, cohortTag(committee, year)).closed !== undefined,
});
