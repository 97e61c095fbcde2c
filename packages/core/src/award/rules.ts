import type { Claim, DomainEvent } from "../kernel/event.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { hasTerm, type RuleContext, structureOn, unknownWord } from "../rulebook/rulebook.ts";
import type { AwardEvent, Recipient } from "./events.ts";
import type { AwardState } from "./state.ts";

export const awardRefusals = [
  "IsNoMember",
  "AwardExists",
  "NotInVocabulary",
  "RecipientBranchDiffers",
  "BasisYearsNotAscending",
  "BasisYearAfterAward",
  "AwardUnknown",
  "AwardIsRevoked",
  "PresentedAlready",
  "AwardDiffers",
] as const;
export type AwardRefusal = (typeof awardRefusals)[number];

const refuse = refusing<AwardRefusal>();

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
  const words = structureOn(rulebook, effectiveOn)?.parameters;
  if (!hasTerm(words?.awardForms, form)) {
    return [
      refuse(
        "NotInVocabulary",
        unknownWord(structureOn(rulebook, effectiveOn), "awardForms", form),
      ),
    ];
  }
  if (!hasTerm(words?.awardCategories, category)) {
    return [
      refuse(
        "NotInVocabulary",
        unknownWord(structureOn(rulebook, effectiveOn), "awardCategories", category),
      ),
    ];
  }
  if ("branch" in recipient && recipient.branch !== branch) {
    return [refuse("RecipientBranchDiffers", { award, stated: branch, is: recipient.branch })];
  }
  if (basisYears.some((one, at) => at > 0 && one <= (basisYears[at - 1] as number))) {
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
