import { branchTag, treeTag } from "./branch/events.ts";
import {
  branchCommands,
  branchLaw,
  branchRefusals,
  lineOn,
  standingOn,
  treeLaw,
} from "./branch/index.ts";
import type { StandingsOf } from "./kernel/command.ts";
import { tag } from "./kernel/ids.ts";
import type { OpenCommandType } from "./log/command.ts";
import { logCommands } from "./log/decide.ts";
import type { AnyLaw } from "./log/rehearsal.ts";
import { logRefusals } from "./log/rules.ts";
import { erasureLaw } from "./log/state.ts";
import { branchOn, membershipCommands, membershipRefusals, personLaw } from "./membership/index.ts";

/** The law of every kind of subject. */
export const allLaws: readonly AnyLaw[] = [branchLaw, treeLaw, personLaw, erasureLaw].map(
  (law) => law as unknown as AnyLaw,
);

/** Every command, by name. */
export const allCommands: ReadonlyMap<string, OpenCommandType> = new Map(
  [...branchCommands, ...membershipCommands, ...logCommands].map((one) => [
    one.command,
    one as unknown as OpenCommandType,
  ]),
);

/** The name of every refusal there is. */
export const allRefusals = [...branchRefusals, ...membershipRefusals, ...logRefusals] as const;
export type RefusalName = (typeof allRefusals)[number];

/** How a decider asks about subjects of other slices. */
export const standingsOf: StandingsOf = (stateOn) => ({
  branch: (branch, day) => standingOn(stateOn(branchLaw, branchTag(branch)), day),
  line: (branch, day) => lineOn(stateOn(treeLaw, treeTag), branch, day),
  member: (person, day) => branchOn(stateOn(personLaw, tag("person", person)), day),
});
