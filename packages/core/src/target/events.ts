import * as Schema from "effect/Schema";
import { branchTag } from "../branch/events.ts";
import { Year } from "../kernel/date.ts";
import type { Claim, EventOf } from "../kernel/event.ts";
import { eventType } from "../kernel/event-type.ts";
import { BranchId, Id, type Tag, Term, tag } from "../kernel/ids.ts";
import { Count, Text } from "../kernel/text.ts";

/** How a target is compared with the actual figure; `>` is strict. */
export const Comparison = Schema.Literals([">=", ">", "="]);
export type Comparison = typeof Comparison.Type;

const PositiveCount = Count.check(Schema.isBetween({ minimum: 1, maximum: 1_000_000_000 }));

/** What is to be reached: so many, or such a share. */
export const Goal = Schema.Struct({
  op: Comparison,
  value: Schema.Union([
    Schema.Struct({ count: Count }),
    Schema.Struct({ num: Count, den: PositiveCount }),
  ]),
});
export type Goal = typeof Goal.Type;

const whole = { target: Id, committee: BranchId, year: Year };
interface Whole {
  readonly target: Id;
  readonly committee: BranchId;
}
const tags = ({ target, committee }: Whole): readonly Tag[] => [
  tag("target", target),
  branchTag(committee),
];
const claims = ({ committee }: Whole): readonly Claim[] => [{ of: "branch", branch: committee }];

/** A target (chỉ tiêu) of a committee for a year, in aggregate or for each committee below. */
export const TargetSet = eventType("TargetSet", {
  fields: {
    ...whole,
    measure: Term,
    goal: Goal,
    scope: Schema.Literals(["aggregate", "each"]),
    text: Text,
  },
  tags,
  claims,
});

export const TargetRevised = eventType("TargetRevised", {
  fields: { ...whole, from: Goal, to: Goal, reason: Text },
  tags,
  claims,
});

export const TargetDropped = eventType("TargetDropped", {
  fields: { ...whole, reason: Text },
  tags,
  claims,
});

/** Someone answers for a target that no count can decide, its measure being `declared`. */
export const EvidenceDeclared = eventType("EvidenceDeclared", {
  fields: { ...whole, reached: Schema.Boolean, text: Text },
  tags,
  claims,
  toldOf: () => "",
});

export const targetEvents = [TargetSet, TargetRevised, TargetDropped, EvidenceDeclared] as const;
export type TargetEvent = EventOf<(typeof targetEvents)[number]>;
