/** What a rule says of the facts. What they cannot decide is `unknown`, never a guess. */
export type Verdict = "pass" | "fail" | "unknown";
