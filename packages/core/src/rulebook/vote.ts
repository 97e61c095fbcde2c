import { passIf, type Verdict } from "../kernel/verdict.ts";
import { compares, exactOf, shareIn } from "./exact.ts";
import type { VoteRule } from "./membership-pack.ts";

export interface Votes {
  readonly inFavour: number;
  readonly against?: number;
  readonly summoned?: number;
}

export interface VoteVerdict {
  readonly rule: VoteRule;
  readonly verdict: Verdict;
  readonly inFavour: number;
  /** How many the share is taken of, where that is known. */
  readonly of?: number;
  /** Why the votes could not be held against the share. */
  readonly reason?:
    | "more-votes-than-summoned"
    | "summoned-not-known"
    | "against-not-known"
    | "none";
}

/**
 * Whether votes carry a decision. More votes than people summoned cannot be, and fail; a share of
 * nobody (reason `none`), or of a number that was not told, is unknown.
 */
export const judgeVote = (rule: VoteRule, votes: Votes): VoteVerdict => {
  const { inFavour, against, summoned } = votes;
  const told = { rule, inFavour };
  if (summoned !== undefined && inFavour + (against ?? 0) > summoned) {
    return { ...told, of: summoned, verdict: "fail", reason: "more-votes-than-summoned" };
  }
  const of = rule.of === "summoned" ? summoned : sumKnown(inFavour, against);
  if (of === undefined) {
    const reason = rule.of === "summoned" ? "summoned-not-known" : "against-not-known";
    return { ...told, verdict: "unknown", reason };
  }
  const [part, whole, share] = [exactOf(inFavour), exactOf(of), exactOf(rule.share)];
  const found = part && whole && shareIn(part, whole);
  if (found === undefined || share === undefined) {
    return { ...told, of, verdict: "unknown", reason: "none" };
  }
  return { ...told, of, verdict: passIf(compares(found, rule.op, share)) };
};

const sumKnown = (inFavour: number, against: number | undefined): number | undefined =>
  against === undefined ? undefined : inFavour + against;
