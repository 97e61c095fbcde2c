import { treeTag } from "../branch/events.ts";
import type { Given } from "../kernel/command.ts";
import { yearEnd } from "../kernel/date.ts";
import { type BranchId, type Tag, tag } from "../kernel/ids.ts";
import { type Refusal, refusing } from "../kernel/refusal.ts";
import { cohortTag, memberKind, ratingTag } from "../rating/events.ts";
import type { Eligibility } from "../rulebook/award-pack.ts";
import { eligible, type RecipientFacts } from "../rulebook/eligible.ts";
import { isVerified, type Sourced, statedBy } from "../rulebook/parameter.ts";
import { awardPackOn, type RuleContext, structureOn } from "../rulebook/rulebook.ts";
import type { YearResult } from "../rulebook/streak.ts";
import { baseIn } from "../rulebook/structure-pack.ts";
import type { Grant } from "./state.ts";

export const eligibilityRefusals = ["NotEligible"] as const;

const refuse = refusing<(typeof eligibilityRefusals)[number]>();

/** An award about to be granted, as far as eligibility asks. */
export type Asked = Pick<Grant, "category" | "recipient" | "by"> & {
  readonly basisYears: readonly number[];
};

/** A grant in a category that the pack in force speaks of. */
interface Judged extends Asked {
  readonly pack: string;
  readonly eligibility: Eligibility;
  readonly lastYear: number;
}

const judgedBy = (
  data: Asked,
  { context, effectiveOn }: Given<RuleContext>,
): Judged | undefined => {
  const pack = awardPackOn(context.rulebook, effectiveOn);
  if (pack === undefined) return undefined;
  const eligibility = pack.parameters.eligibility.find((one) => one.category === data.category);
  const lastYear = data.basisYears.at(-1) as number;
  return eligibility && { ...data, pack: pack.pack, eligibility, lastYear };
};

/** The years that count, ascending: those up to the last on which the award rests. */
const yearsOf = ({ eligibility: { yearsRunning }, lastYear }: Judged): readonly number[] =>
  Array.from({ length: yearsRunning }, (_, index) => lastYear - yearsRunning + 1 + index);

const ratingOf = ({ recipient }: Judged, year: number): Tag =>
  "person" in recipient
    ? ratingTag("member", recipient.person, year)
    : ratingTag("branch", recipient.branch, year);

/** The subjects that eligibility asks about, in two stages. */
export const eligibilityReads = [
  (data: Asked, given: Given<RuleContext>): readonly Tag[] => {
    const judged = judgedBy(data, given);
    if (judged === undefined) return [];
    const { recipient } = judged;
    const person = "person" in recipient ? [tag("person", recipient.person)] : [];
    return [treeTag, ...person, ...yearsOf(judged).map((year) => ratingOf(judged, year))];
  },
  (data: Asked, given: Given<RuleContext>): readonly Tag[] => {
    const judged = judgedBy(data, given);
    if (judged === undefined) return [];
    return yearsOf(judged).flatMap((year) => {
      const committee = committeeOf(judged, year, given);
      return committee === undefined ? [] : [cohortTag(committee, year)];
    });
  },
];

/** The committee in whose close a rating of the year would be: unknown for who stood nowhere. */
const committeeOf = (
  { recipient }: Judged,
  year: number,
  { standings, context }: Given<RuleContext>,
): BranchId | undefined => {
  const on = yearEnd(year);
  if ("branch" in recipient) {
    const [itself, above] = standings.line(recipient.branch, on);
    return (above ?? itself)?.branch;
  }
  const home = standings.ratedIn(recipient.person, on);
  const pack = structureOn(context.rulebook, on);
  if (home === undefined || pack === undefined) return undefined;
  return baseIn(standings.line(home, on), pack)?.branch;
};

/** What came of a year; undefined as long as its committee may still rate the recipient. */
const resultOf = (
  judged: Judged,
  year: number,
  given: Given<RuleContext>,
): YearResult | undefined => {
  const { standings } = given;
  const standing = standings.yearResult(ratingOf(judged, year));
  switch (standing.result) {
    case "rated":
      return { year, rated: standing };
    case "exempted":
      return { year };
    case "open": {
      const committee = committeeOf(judged, year, given);
      const isClosed = committee !== undefined && standings.ratingsClosed(committee, year);
      return isClosed ? { year } : undefined;
    }
  }
};

/** The recipient as it stood at the end of the last year, where its ratings have it. */
const recipientFacts = (judged: Judged, given: Given<RuleContext>): RecipientFacts => {
  const { recipient, lastYear, by } = judged;
  const results = yearsOf(judged).flatMap((year) => resultOf(judged, year, given) ?? []);
  const [itself, above] = lineOf(judged, given);
  if ("person" in recipient) return { of: "member", results, lastYear };
  if (itself === undefined) return { of: "branch", results, lastYear };
  const isUnderGranting = above?.branch === by;
  const place = { kind: itself.kind, parentKind: above?.kind ?? null, isUnderGranting };
  return { of: "branch", results, lastYear, ...place };
};

const lineOf = ({ recipient, lastYear }: Judged, { standings }: Given<RuleContext>) =>
  "branch" in recipient ? standings.line(recipient.branch, yearEnd(lastYear)) : [];

/**
 * What speaks against an award by the ratings as they stand on the day it is granted; later ones
 * leave it as it is. What is not known refuses nothing.
 */
export const objectionsToGrant = (data: Asked, given: Given<RuleContext>): readonly Refusal[] => {
  const judged = judgedBy(data, given);
  if (judged === undefined) return [];
  const { pack, category, recipient } = judged;
  const whose = "person" in recipient ? recipient.person : recipient.branch;
  return reasonsAgainst(judged, given).map(({ stated, why }) =>
    statedBy(
      { pack, name: category },
      stated,
      refuse("NotEligible", { category, recipient: whose, ...why }),
    ),
  );
};

/** A condition that fails, with the statement that it rests on. */
interface Reason {
  readonly stated: Sourced;
  readonly why: {
    readonly kind?: string | undefined;
    readonly under?: string | undefined;
    readonly brokenIn?: number;
    readonly yearsRunning?: number;
    readonly rating?: string | undefined;
  };
}

const reasonsAgainst = (judged: Judged, given: Given<RuleContext>): readonly Reason[] => {
  const facts = recipientFacts(judged, given);
  const { eligibility, kind, place, streak } = eligible(judged.eligibility, facts);
  const { yearsRunning, anyOfStated, recipientStated: forWhom = eligibility } = eligibility;
  const { brokenBy } = streak;
  const reasons: Reason[] = [];
  if (kind === "fail") {
    const is = facts.of === "branch" ? facts.kind : memberKind;
    reasons.push({ stated: forWhom, why: { kind: is } });
  }
  if (place === "fail") {
    reasons.push({ stated: forWhom, why: { under: lineOf(judged, given)[1]?.branch } });
  }
  if (brokenBy !== undefined) {
    const { year: brokenIn, rated } = brokenBy;
    // A year without a rating breaks the streak whatever ratings count.
    const stated = rated === undefined ? eligibility : weaker(anyOfStated, eligibility);
    reasons.push({ stated, why: { brokenIn, yearsRunning, rating: rated && ratingText(rated) } });
  }
  return reasons;
};

const weaker = (one: Sourced | undefined, other: Sourced): Sourced =>
  one === undefined || isVerified(one) ? other : one;

const ratingText = ({ level, distinction }: NonNullable<YearResult["rated"]>): string =>
  distinction === undefined ? level : `${level} (${distinction})`;
