import * as Schema from "effect/Schema";
import { commandType, type Given, states } from "../kernel/command.ts";
import { Year } from "../kernel/date.ts";
import { newEvent } from "../kernel/event.ts";
import { BranchId, Id, Term, tag } from "../kernel/ids.ts";
import type { Law } from "../kernel/law.ts";
import { accepted, decided, refused } from "../kernel/refusal.ts";
import { Text } from "../kernel/text.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
import { eligibilityReads, objectionsToGrant } from "./eligibility.ts";
import { AwardGranted, AwardPresented, AwardRevoked, Recipient } from "./events.ts";
import { objectionsToAward, refuse } from "./rules.ts";
import { type AwardState, evolveAward, initialAward } from "./state.ts";

export const awardLaw: Law<AwardState, never, RuleContext> = {
  on: "award",
  initial: initialAward,
  evolve: evolveAward,
  objections: objectionsToAward,
};

/**
 * Counted at the branch that receives it, or where its recipient is a member on the day. Refused
 * where the recipient is not eligible by what may be presented as law; it warns otherwise.
 */
export const GrantAward = commandType("GrantAward", {
  fields: {
    award: Id,
    form: Term,
    category: Term,
    recipient: Recipient,
    /** For a person who is no member that day, or is honoured for work in another branch. */
    branch: Schema.optionalKey(BranchId),
    basisYears: Schema.Array(Year).check(Schema.isMinLength(1), Schema.isMaxLength(100)),
    year: Year,
    by: BranchId,
  },
  reads: ({ recipient, branch }) =>
    "person" in recipient && branch === undefined ? [tag("person", recipient.person)] : [],
  thenReads: eligibilityReads,
  decide: (data, given: Given<RuleContext>) => {
    const { effectiveOn, standings } = given;
    const { recipient, branch } = data;
    const grantedAt = (at: BranchId) =>
      decided(
        newEvent(AwardGranted, { ...data, branch: at }, effectiveOn),
        objectionsToGrant(data, given),
      );
    if (branch !== undefined) return grantedAt(branch);
    if ("branch" in recipient) return grantedAt(recipient.branch);
    const { person } = recipient;
    const home = standings.member(person, effectiveOn);
    return home === undefined ? refused(refuse("IsNoMember", { person })) : grantedAt(home);
  },
});

/** All but the reason is filled in from the grant. */
export const RevokeAward = commandType("RevokeAward", {
  fields: { award: Id, reason: Text },
  reads: ({ award }) => [tag("award", award)],
  decide: ({ award, reason }, { effectiveOn, stateOn }: Given<RuleContext>) => {
    const { now } = stateOn(awardLaw, tag("award", award));
    switch (now.life) {
      case "unknown":
        return refused(refuse("AwardUnknown", { award }));
      case "revoked":
        return refused(refuse("AwardIsRevoked", { award }));
      case "granted":
        return accepted(newEvent(AwardRevoked, { ...now.grant, reason }, effectiveOn));
    }
  },
});

export const awardCommands = [
  GrantAward,
  states("PresentAward", AwardPresented),
  RevokeAward,
] as const;
