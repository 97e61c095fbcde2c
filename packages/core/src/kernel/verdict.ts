import type { Json } from "./canonical-json.ts";

/** What a rule says of the facts. What they cannot decide is `unknown`, never a guess. */
export type Outcome = "pass" | "fail" | "unknown";

export interface Verdict {
  readonly verdict: Outcome;
  readonly reasons: readonly VerdictReason[];
}

export interface VerdictReason {
  readonly reason: string;
  readonly facts: { readonly [name: string]: Json };
}
