import type { CalendarDate, Instant } from "../kernel/date.ts";
import type { BranchId } from "../kernel/ids.ts";
import type { Amount } from "./accounts.ts";
import type { FigureValue } from "./figure.ts";
import type { Listed, Marks } from "./quantity.ts";
import type { ReportedFigure } from "./reported.ts";
import type { RuleUse } from "./rule-use.ts";
import type { StandingFact } from "./standing-fact.ts";

/**
 * The proof of a figure: what it comes to on each branch, on which accounts, and by which events,
 * so that whoever has the ledger can add it up again.
 */
export interface Explanation {
  readonly figure: { readonly measure: string; readonly branch: BranchId; readonly year: number };
  readonly value: FigureValue;
  /** One count, or a numerator and a denominator, neither of them reduced. */
  readonly parts: readonly ExplainedPart[];
  /** The parameters of rule packs that took part. */
  readonly rules: readonly RuleUse[];
  /** What documents state of it, each with its phrase and the address of the entry. */
  readonly reported: readonly ReportedFigure[];
  /** Of an unknown figure: what is not recorded. */
  readonly missing?: string;
  /** Of a share that is 0: an event elsewhere that shows that such facts were recorded at all. */
  readonly witness?: ExplainedEvent;
}

export interface ExplainedPart {
  readonly part: "count" | "numerator" | "denominator";
  readonly amount: number;
  /** Each subject counts once, however often and wherever it occurs. */
  readonly distinct: boolean;
  /** The sub-totals, from the branch of the figure down; branches without any are left out. */
  readonly branches: ExplainedBranch;
  readonly accounts: readonly Amount[];
  /** Of a distinct count: what was counted, and at which branch. */
  readonly subjects: readonly Listed[];
  /** Of a distinct count of marked subjects: the accounts that have to mark each. */
  readonly marks?: { readonly need: Marks["need"]; readonly measures: readonly string[] };
  /** In the order they were recorded. */
  readonly events: readonly ExplainedEvent[];
}

/** A branch with what counts at itself, and with all below it. Distinct subjects count once. */
export interface ExplainedBranch {
  readonly branch: BranchId;
  readonly name: string;
  readonly own: number;
  readonly total: number;
  readonly children: readonly ExplainedBranch[];
}

export interface ExplainedEvent {
  readonly address: string;
  readonly type: string;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: Instant;
  readonly actor: string;
  /** The branch, or committee, that it is of. */
  readonly branch?: string;
  readonly data: unknown;
  /** What it adds to the accounts of the part; never nothing, but for a standing fact. */
  readonly postings: readonly Amount[];
  /** Of a fact that is not counted but stands: what it makes so. */
  readonly makes?: StandingFact["makes"];
  /** A reversal that the horizon of the question hides. */
  readonly reversedBy?: string;
}
