import type { LedgerFaultName } from "../log/event-store.ts";
import type { Message } from "./template.ts";

/** What can be wrong with a ledger itself, in English. */
export const ledgerFaultsEn = {
} as const satisfies { readonly [Name in LedgerFaultName]: Message };
