import type { Claim, DomainEvent } from "../kernel/event.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { type RuleContext, structureOn } from "../rulebook/rulebook.ts";
import { objectionsToTerm } from "../rulebook/vocabulary.ts";
import { eligibilityRefusals } from "./eligibility.ts";
import type { AwardEvent, Recipient } from "./events.ts";
import type { AwardState } from "./state.ts";

export const awardRefusals = [
  "IsNoMember",
  "AwardExists",
  "NoStructurePackInForce",
  "NotInVocabulary",
  "RecipientBranchDiffers",
  "BasisYearsNotAscending",
  "BasisYearAfterAward",
  "AwardUnknown",
  "AwardIsRevoked",
  "PresentedAlready",
  "AwardDiffers",
  ...eligibilityRefusals,
] as const;
export type AwardRefusal = (typeof awardRefusals)[number];

export const refuse = refusing<AwardRefusal>();

type Of<Type extends AwardEvent["type"]> = Extract<AwardEvent, { type: Type }>;

/** What speaks against an event in the timeline of one award. */
export const objectionsToAward = (
  { award, now }: AwardState,
  event: DomainEvent,
  _claims: readonly Claim[],
  context: RuleContext,
): readonly Refusal[] => {
  const own = event as AwardEvent;
  if (own.type === "AwardGranted") {
    return now.life === "unknown" ? mayBeGranted(own, context) : [refuse("AwardExists", { award })];
  }
  switch (now.life) {
    case "unknown":
      return [refuse("AwardUnknown", { award })];
    case "revoked":
      return [refuse("AwardIsRevoked", { award })];
    case "granted":
      if (own.type === "AwardRevoked") return isAsGranted(now.grant, own);
      return now.presented ? [refuse("PresentedAlready", { award })] : [];
  }
};

const mayBeGranted = (
  { data, effectiveOn }: Of<"AwardGranted">,
  { rulebook }: RuleContext,
): readonly Refusal[] => {
  const { award, form, category, recipient, branch, basisYears, year } = data;
  const pack = structureOn(rulebook, effectiveOn);
  for (const [vocabulary, term] of [
    ["awardForms", form],
    ["awardCategories", category],
  ] as const) {
    const unknown = objectionsToTerm(pack, { vocabulary, term, on: effectiveOn });
    if (unknown.length > 0) return unknown;
  }
  if ("branch" in recipient && recipient.branch !== branch) {
    return [refuse("RecipientBranchDiffers", { award, stated: branch, is: recipient.branch })];
  }
  if (basisYears.some((one, at) => one <= (basisYears[at - 1] ?? Number.NEGATIVE_INFINITY))) {
    return [refuse("BasisYearsNotAscending", { award, basisYears })];
  }
  const last = basisYears.at(-1) as number;
  return last > year ? [refuse("BasisYearAfterAward", { award, basisYear: last, year })] : [];
};

/** A revocation takes out of the totals what the grant put in, so it states the same. */
const isAsGranted = (
  grant: Omit<Of<"AwardRevoked">["data"], "reason">,
  { data }: Of<"AwardRevoked">,
): readonly Refusal[] => {
  const pairs = [
    { stated: data.form, is: grant.form },
    { stated: data.category, is: grant.category },
    { stated: recipientText(data.recipient), is: recipientText(grant.recipient) },
    { stated: data.branch, is: grant.branch },
    { stated: data.year, is: grant.year },
    { stated: data.by, is: grant.by },
  ];
  const differing = pairs.find(({ stated, is }) => stated !== is);
  return differing === undefined
    ? []
    : [refuse("AwardDiffers", { award: data.award, ...differing })];
};

const recipientText = (recipient: Recipient): string =>
  "branch" in recipient ? `branch ${recipient.branch}` : `person ${recipient.person}`;
