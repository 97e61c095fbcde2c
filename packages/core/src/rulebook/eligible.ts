import { allPass, passIf, type Verdict } from "../kernel/verdict.ts";
import type { Eligibility } from "./award-pack.ts";
import { type StreakVerdict, streak, type YearResult } from "./streak.ts";

/** What is known of one who may get an award. */
export type RecipientFacts = {
  /** The results of the years, in any order. */
  readonly results: readonly YearResult[];
  /** The last year of the streak. */
  readonly lastYear: number;
} & (
  | { readonly of: "member" }
  | {
      readonly of: "branch";
      readonly kind?: string;
      /** The kind of the branch directly above; null above all of them. */
      readonly parentKind?: string | null;
      /** Whether that branch is the one which grants. */
      readonly isUnderGranting?: boolean;
    }
);

/** Whether a recipient may get an award of a category, and by which of its conditions. */
export interface EligibilityVerdict {
  readonly eligibility: Eligibility;
  readonly verdict: Verdict;
  /** Whether the recipient is of the kind that the category is for. */
  readonly kind: Verdict;
  /** Whether it stands where the category asks. */
  readonly place: Verdict;
  readonly streak: StreakVerdict;
}

/** Eligibility is a rule, by the facts; the award itself stays a decision. */
export const eligible = (
  eligibility: Eligibility,
  recipient: RecipientFacts,
): EligibilityVerdict => {
  const kind = judgeKind(eligibility.recipient, recipient);
  const place = judgePlace(eligibility.recipient, recipient);
  const { anyOf, yearsRunning } = eligibility;
  const found = streak(recipient.results, { anyOf, yearsRunning, lastYear: recipient.lastYear });
  const verdict = allPass([kind, place, found.verdict]);
  return { eligibility, verdict, kind, place, streak: found };
};

type Asked = Eligibility["recipient"];

const judgeKind = (asked: Asked, recipient: RecipientFacts): Verdict => {
  if ("member" in asked) return passIf(recipient.of === "member");
  if (recipient.of === "member") return "fail";
  const { kind } = recipient;
  return kind === undefined ? "unknown" : passIf(asked.kinds.some((each) => each === kind));
};

const judgePlace = (asked: Asked, recipient: RecipientFacts): Verdict => {
  const under = "under" in asked ? asked.under : undefined;
  if (under === undefined || recipient.of === "member") return "pass";
  const { isUnderGranting, parentKind } = recipient;
  if (under === "granting") {
    return isUnderGranting === undefined ? "unknown" : passIf(isUnderGranting);
  }
  return parentKind === undefined ? "unknown" : passIf(under.some((kind) => kind === parentKind));
};
