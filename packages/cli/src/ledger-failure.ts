import type { LedgerFault } from "@tongket/core/log";
import { sayLedgerFault } from "@tongket/core/messages";
import { Failure, type PlacedFault } from "./fault.ts";

// NOTE: told by its name, since the class comes with code that `verify` does not load.
export const isLedgerFault = (error: unknown): error is LedgerFault =>
  error instanceof Error && error.name === "LedgerFault";

/** What is wrong with a ledger, in its place; line 1 is the header, and position 0. */
export const ledgerPlacedFault = (
  fault: string,
  facts: { readonly [name: string]: string | number },
  ledger: string | undefined,
): PlacedFault => {
  const { line, position } = facts;
  const at = line ?? (position === undefined ? undefined : Number(position) + 1);
  return {
    rule: fault,
    place: {
      ...(ledger === undefined ? {} : { file: ledger }),
      ...(at === undefined ? {} : { line: Number(at) }),
    },
    facts,
    say: (lang) => sayLedgerFault(lang, fault, facts),
  };
};

export const ledgerFailure = (
  { fault, facts }: Pick<LedgerFault, "fault" | "facts">,
  ledger: string | undefined,
): Failure => new Failure("ledger", [ledgerPlacedFault(fault, facts, ledger)]);
