import type { LedgerHeader } from "@tongket/core/log";

export const header = (ledger: string): LedgerHeader => ({
  createdAt: "2012-01-01T00:00:00.000Z" as LedgerHeader["createdAt"],
  ledger,
  regime: "vn-party",
  tongket: 1,
});
