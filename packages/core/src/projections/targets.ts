import type { BranchId } from "../kernel/ids.ts";
import { allPass, passIf, type Verdict } from "../kernel/verdict.ts";
import { compares, exactOf } from "../rulebook/exact.ts";
import { isCounted } from "../rulebook/measure-forms.ts";
import type { Goal } from "../target/events.ts";
import type { FigureValue } from "./figure.ts";
import { measured, measuredEach } from "./measured.ts";
import { ownFactsOf, type YearView } from "./year-view.ts";

/** A target as it stands, with how far it was reached. */
export interface TargetProgress {
  readonly target: string;
  readonly text: string;
  readonly measure: string;
  readonly goal: Goal;
  readonly scope: "aggregate" | "each";
  readonly actual: FigureValue;
  readonly verdict: Verdict;
  /** For scope `each`: every branch judged. */
  readonly each: readonly {
    readonly branch: BranchId;
    readonly actual: FigureValue;
    readonly verdict: Verdict;
  }[];
  /** What someone declared, for a target that no count can decide. */
  readonly declared?: { readonly reached: boolean; readonly text: string };
}

/** The targets of the branch for the year, in the order they were set; dropped ones are gone. */
export const targetProgress = (view: YearView): readonly TargetProgress[] => {
  const standing = new Map<string, StandingTarget>();
  const facts = ownFactsOf(view, "TargetSet", "TargetRevised", "TargetDropped", "EvidenceDeclared");
  for (const { type, data } of facts) {
    const held = standing.get(data.target);
    switch (type) {
      case "TargetSet":
        standing.set(data.target, data);
        break;
      case "TargetRevised":
        if (held !== undefined) {
          // What was declared answered for the goal as it was.
          const { declared: _, ...rest } = held;
          standing.set(data.target, { ...rest, goal: data.to });
        }
        break;
      case "TargetDropped":
        standing.delete(data.target);
        break;
      case "EvidenceDeclared":
        // A ledger may hold evidence for what a count decides, from before that was refused.
        if (held !== undefined && !isCounted(held.measure)) {
          const declared = { reached: data.reached, text: data.text };
          standing.set(data.target, { ...held, declared });
        }
        break;
      default:
        void (type satisfies never);
    }
  }
  return [...standing.values()].map((target) => progressOf(view, target));
};

interface StandingTarget {
  readonly target: string;
  readonly text: string;
  readonly measure: string;
  readonly goal: Goal;
  readonly scope: "aggregate" | "each";
  readonly declared?: { readonly reached: boolean; readonly text: string };
}

const progressOf = (view: YearView, target: StandingTarget): TargetProgress => {
  const { measure, goal, scope, text, declared } = target;
  const actual = measured(view, measure) ?? { is: "unknown", missing: "measure" };
  const rows = scope === "each" ? measuredEach(view, measure) : [];
  const each = rows.map(({ branch, value }) => ({
    branch,
    actual: value,
    verdict: judgeGoal(goal, value),
  }));
  const counted =
    scope === "each" ? worstOf(each.map((row) => row.verdict)) : judgeGoal(goal, actual);
  const verdict = declared === undefined ? counted : passIf(declared.reached);
  return {
    target: target.target,
    text,
    measure,
    goal,
    scope,
    actual,
    verdict,
    each,
    ...(declared === undefined ? {} : { declared }),
  };
};

/** One that fails fails all; else one unknown leaves all unknown; nothing to judge is unknown. */
const worstOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.length === 0 ? "unknown" : allPass(verdicts);

/** Whether a figure reaches a goal; a count is never held against a share, nor the other way. */
export const judgeGoal = ({ op, value }: Goal, actual: FigureValue): Verdict => {
  if (actual.is !== ("count" in value ? "count" : "share")) return "unknown";
  const found = exactOf(actual.is === "count" ? actual.count : actual);
  const limit = exactOf("count" in value ? value.count : value);
  return found && limit ? passIf(compares(found, op, limit)) : "unknown";
};

/**
 * By how many a figure is above the least that reaches its goal, in what it counts; negative where
 * it is below. Undefined where they cannot be compared.
 */
export const marginOf = (goal: Goal, actual: FigureValue): number | undefined => {
  if (judgeGoal(goal, actual) === "unknown" || actual.is === "unknown") return undefined;
  const whole = actual.is === "count" ? 1 : actual.den;
  const { num, den } = "count" in goal.value ? { num: goal.value.count, den: 1 } : goal.value;
  const aim = BigInt(num) * BigInt(whole);
  const [floor, rest] = [aim / BigInt(den), aim % BigInt(den)];
  if (goal.op === "=" && rest !== 0n) return undefined;
  const least = goal.op === ">" || rest !== 0n ? floor + 1n : floor;
  return Number(BigInt(actual.is === "count" ? actual.count : actual.num) - least);
};
