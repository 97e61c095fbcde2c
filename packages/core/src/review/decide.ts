import * as Schema from "effect/Schema";
import { canonicalJson, type Json } from "../kernel/canonical-json.ts";
import { commandType, type Given, states } from "../kernel/command.ts";
import { Year } from "../kernel/date.ts";
import { newEvent } from "../kernel/event.ts";
import { BranchId, Id, tag } from "../kernel/ids.ts";
import type { Law } from "../kernel/law.ts";
import { accepted, refused } from "../kernel/refusal.ts";
import { RulePack } from "../rulebook/rule-pack.ts";
import { packHash, type RuleContext, ratingPackOf, ratingPackOn } from "../rulebook/rulebook.ts";
import {
  DirectionNoted,
  DirectionSet,
  FigureReported,
  PlanAdopted,
  planFields,
  ReportAdopted,
  ReportPresented,
  ResultNoted,
  ReviewClosed,
  ReviewOpened,
  RulePackRegistered,
  reviewTag,
  ShortcomingNoted,
  ShortcomingRemedied,
} from "./events.ts";
import { objectionsToPack, objectionsToPacks, objectionsToReview, refuse } from "./rules.ts";
import {
  draftItems,
  evolvePack,
  evolvePacks,
  evolveReview,
  initialPack,
  initialPacks,
  initialReview,
  type PackState,
  type PacksState,
  type ReviewState,
  type ToldPlan,
} from "./state.ts";

export const reviewLaw: Law<ReviewState, never, RuleContext> = {
  on: "review",
  initial: initialReview,
  evolve: evolveReview,
  objections: objectionsToReview,
};

export const packLaw: Law<PackState, never, RuleContext> = {
  on: "pack",
  initial: initialPack,
  evolve: evolvePack,
  objections: objectionsToPack,
};

export const packsLaw: Law<PacksState, never, RuleContext> = {
  on: "packs",
  initial: initialPacks,
  evolve: evolvePacks,
  objections: objectionsToPacks,
};

/** Under the pack given, or else the one in force that day, with the hash of its content. */
export const OpenReview = commandType("OpenReview", {
  fields: { committee: BranchId, year: Year, pack: Schema.optionalKey(Id) },
  reads: () => [],
  decide: (data, { effectiveOn, context: { rulebook } }: Given<RuleContext>) => {
    const { pack: id } = data;
    const pack =
      id === undefined ? ratingPackOn(rulebook, effectiveOn) : ratingPackOf(rulebook, id);
    if (pack !== undefined) {
      const whole = { ...data, pack: pack.pack, packHash: packHash(pack) };
      return accepted(newEvent(ReviewOpened, whole, effectiveOn));
    }
    return id === undefined
      ? refused(refuse("NoRatingPackInForce", { effectiveOn }))
      : refused(refuse("PackUnknown", { pack: id }));
  },
});

/** Takes a pack of the ledger's regime; one registered already with this content is no news. */
export const RegisterRulePack = commandType("RegisterRulePack", {
  fields: { content: RulePack },
  reads: ({ content }) => [tag("pack", content.pack)],
  decide: ({ content }, { effectiveOn, stateOn, context }: Given<RuleContext>) => {
    const { pack, regime } = content;
    const { rulebook } = context;
    if (regime !== rulebook.regime) {
      return refused(refuse("RegimeDiffers", { pack, stated: regime, is: rulebook.regime }));
    }
    const hash = packHash(content);
    const known = rulebook.packs.get(pack);
    if (known !== undefined && packHash(known) !== hash)
      return refused(refuse("PackExists", { pack }));
    if (stateOn(packLaw, tag("pack", pack)).hash === hash) return accepted();
    const data = { pack, packHash: hash, content: content as unknown as { [name: string]: Json } };
    return accepted(newEvent(RulePackRegistered, data, effectiveOn));
  },
});

/** Takes the place of a draft of the plan; what it replaces is filled in. */
export const AdoptPlan = commandType("AdoptPlan", {
  fields: planFields,
  reads: ({ committee, year }) => [reviewTag(committee, year)],
  decide: (data, { effectiveOn, stateOn }: Given<RuleContext>) => {
    const state = stateOn(reviewLaw, reviewTag(data.committee, data.year));
    const replaces = draftItems(state, data.plan);
    const told = toldAlike(state, { on: effectiveOn, data });
    const whole = told ?? { ...data, ...(replaces === undefined ? {} : { replaces }) };
    return accepted(newEvent(PlanAdopted, whole, effectiveOn));
  },
});

/** The same plan as told that day already: the last one, or a draft before the final one. */
const toldAlike = (
  { plans }: ReviewState,
  { on, data }: ToldPlan,
): ToldPlan["data"] | undefined => {
  const told = plans.get(data.plan) ?? [];
  const text = canonicalJson(data);
  const alike = told.findLast(({ on: day, data: { replaces: _, ...said } }) => {
    return day === on && canonicalJson(said) === text;
  });
  const last = told.at(-1);
  return alike === last || last?.data.draft !== true ? alike?.data : undefined;
};

export const reviewCommands = [
  OpenReview,
  RegisterRulePack,
  states("NoteResult", ResultNoted),
  states("NoteShortcoming", ShortcomingNoted),
  states("RemedyShortcoming", ShortcomingRemedied),
  states("SetDirection", DirectionSet),
  states("NoteDirection", DirectionNoted),
  AdoptPlan,
  states("PresentReport", ReportPresented),
  states("AdoptReport", ReportAdopted),
  states("ReportFigure", FigureReported),
  states("CloseReview", ReviewClosed),
] as const;
