/** What a rule says of the facts. What they cannot decide is `unknown`, never a guess. */
export type Verdict = "pass" | "fail" | "unknown";

/** All must pass: one that fails fails all, whatever is not known; of none, all pass. */
export const allPass = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes("fail") ? "fail" : verdicts.includes("unknown") ? "unknown" : "pass";

/** One must pass: one that passes is enough, whatever is not known; of none, none passes. */
export const anyPasses = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes("pass") ? "pass" : verdicts.includes("unknown") ? "unknown" : "fail";

/** The verdict of the contrary; of what is not known, the contrary is not known. */
export const contrary = (verdict: Verdict): Verdict =>
  verdict === "unknown" ? "unknown" : verdict === "pass" ? "fail" : "pass";

export const passIf = (holds: boolean): Verdict => (holds ? "pass" : "fail");
