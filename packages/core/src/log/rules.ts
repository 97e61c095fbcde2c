import { refusing } from "../kernel/refusal.ts";

/** What the ledger itself refuses, whatever the command. */
export const logRefusals = [
  "CommandIdReused",
  "CommitTooLarge",
  "ClockBehindLedger",
  "EffectiveInFuture",
  "UnknownEvent",
  "AlreadyReversed",
  "MayNotBeReversed",
  "HasDependants",
  "ContradictsLater",
  "PlaceNotFreed",
  "EventTooLarge",
  "PersonIsErased",
] as const;
export type LogRefusal = (typeof logRefusals)[number];

export const refuse = refusing<LogRefusal>();

/**
 * Entries that stay: to undo a reversal, record the fact anew; what is erased is gone; and a rule
 * pack judged what was recorded under it, so another rule is another pack.
 */
export const irreversible: readonly string[] = [
  "EventReversed",
  "PersonProfiled",
  "PersonErased",
  "RulePackRegistered",
];
