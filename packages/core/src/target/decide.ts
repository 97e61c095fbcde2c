import * as Schema from "effect/Schema";
import { commandType, completes, type Given, states } from "../kernel/command.ts";
import { newEvent } from "../kernel/event.ts";
import { Id, type Tag, tag } from "../kernel/ids.ts";
import type { Law } from "../kernel/law.ts";
import { accepted, refused } from "../kernel/refusal.ts";
import { Text } from "../kernel/text.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
import { EvidenceDeclared, Goal, TargetDropped, TargetRevised, TargetSet } from "./events.ts";
import { objectionsToTarget, refuse } from "./rules.ts";
import { evolveTarget, initialTarget, type TargetState } from "./state.ts";

export const targetLaw: Law<TargetState, never, RuleContext> = {
  on: "target",
  initial: initialTarget,
  evolve: evolveTarget,
  objections: objectionsToTarget,
};

const targetTag = (target: Id): Tag => tag("target", target);

/** The standing target, or the refusal that there is none. */
const standing = (target: Id, { stateOn }: Given<RuleContext>) => {
  const { now } = stateOn(targetLaw, targetTag(target));
  if (now.life === "standing") return now;
  return refused(refuse(now.life === "unknown" ? "TargetUnknown" : "TargetDropped", { target }));
};

/** What commands about a standing target read, and what they find: committee and year. */
const ofTarget = {
  reads: ({ target }: { readonly target: Id }) => [targetTag(target)],
  find: ({ target }: { readonly target: Id }, given: Given<RuleContext>) => {
    const found = standing(target, given);
    return "decision" in found ? found : { committee: found.committee, year: found.year };
  },
};

/** From the goal as it stands. */
const ReviseTarget = commandType("ReviseTarget", {
  fields: { goal: Goal, reason: Text, target: Id },
  reads: ofTarget.reads,
  decide: ({ target, goal: to, reason }, given: Given<RuleContext>) => {
    const found = standing(target, given);
    if ("decision" in found) return found;
    const { committee, year, goal: from } = found;
    const data = { target, committee, year, from, to, reason };
    return accepted(newEvent(TargetRevised, data, given.effectiveOn));
  },
});

export const targetCommands = [
  states("SetTarget", TargetSet),
  ReviseTarget,
  completes("DropTarget", TargetDropped, { fields: { reason: Text, target: Id }, ...ofTarget }),
  completes("DeclareEvidence", EvidenceDeclared, {
    fields: { reached: Schema.Boolean, text: Text, target: Id },
    ...ofTarget,
  }),
] as const;
