import type { CountedCoverage } from "./inspections.ts";
import { type Counted, must, type Said, type Told } from "./told.ts";

type Judgement = "pass" | "fail" | "unknown";

export interface CountedTarget {
  readonly target: string;
  readonly actual: Counted;
  readonly verdict: Judgement;
  /** The committees that fail a target set for each. */
  readonly failing: readonly string[];
}

/** The targets of a year judged by hand: a declared evidence decides only what no count does. */
export const countTargets = (
  told: readonly Told[],
  year: number,
  figures: Readonly<Record<string, Counted>>,
  coverage: readonly CountedCoverage[],
): readonly CountedTarget[] => {
  const declared = new Map<string, boolean>();
  for (const { command, said } of told) {
    if (command === "DeclareEvidence") declared.set(must(said.target), said.reached === true);
  }
  const targets: CountedTarget[] = [];
  for (const { command, said } of told) {
    if (command !== "SetTarget" || said.year !== year) continue;
    const target = must(said.target);
    const actual = figures[must(said.measure)];
    const failing: string[] = [];
    let verdict = judged(said, actual);
    if (said.scope === "each") {
      for (const { committee, both, cells } of coverage) {
        if (judged(said, { num: both, den: cells }) === "fail") failing.push(committee);
      }
      verdict = failing.length > 0 ? "fail" : coverage.length > 0 ? "pass" : "unknown";
    }
    const word = declared.get(target);
    if (verdict === "unknown" && word !== undefined) verdict = word ? "pass" : "fail";
    targets.push({ target, actual, verdict, failing });
  }
  return targets;
};

const judged = ({ goal }: Said, actual: Counted): Judgement => {
  const { op, value } = must(goal);
  if (actual === undefined) return "unknown";
  const [reached, wanted] =
    "count" in actual
      ? [actual.count, must(value.count)]
      : [actual.num * must(value.den), must(value.num) * actual.den];
  const isReached =
    op === ">" ? reached > wanted : op === "=" ? reached === wanted : reached >= wanted;
  return isReached ? "pass" : "fail";
};
