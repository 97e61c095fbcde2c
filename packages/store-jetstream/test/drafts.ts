import type { AppendCondition, CommitDraft, LedgerHeader } from "@tongket/core/log";

export const now = "2012-01-01T00:00:00.000Z" as LedgerHeader["createdAt"];

export const anyway: AppendCondition = { failIfMatch: { items: [] }, after: 0 };

export const headerOf = (ledger: string): LedgerHeader => ({
  createdAt: now,
  ledger,
  regime: "vn-party",
  tongket: 1,
});

export const draftOf = (commandId: string): CommitDraft =>
  ({
    actor: "clerk",
    commandHash: "0".repeat(64),
    commandId,
    events: [
      { type: "Noted", version: 1, effectiveOn: "2012-01-01", tags: ["branch:b1"], data: {} },
    ],
  }) as unknown as CommitDraft;
