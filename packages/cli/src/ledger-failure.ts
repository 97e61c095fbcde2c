import type { LedgerFault } from "@tongket/core/log";
import { sayLedgerFault } from "@tongket/core/messages";
import { Failure, type Place, type PlacedFault } from "./fault.ts";
import type { LedgerPlace } from "./ledger-place.ts";
import { recordPlace } from "./record-place.ts";

// NOTE: told by its name, since the class comes with code that `verify` does not load.
export const isLedgerFault = (error: unknown): error is LedgerFault =>
  error instanceof Error && error.name === "LedgerFault";

/** What is wrong with a ledger, in its place: a line, of which the header is 1, or a position. */
export const ledgerPlacedFault = (
  fault: string,
  facts: { readonly [name: string]: string | number },
  ledger: LedgerPlace | undefined,
): PlacedFault => ({
  rule: fault,
  place: ledger === undefined ? {} : placeIn(ledger, facts),
  facts,
  say: (lang) => sayLedgerFault(lang, fault, facts),
});

const placeIn = (ledger: LedgerPlace, { line, position }: PlacedFault["facts"]): Place => {
  const at = line === undefined ? position : Number(line) - 1;
  return at === undefined ? { file: ledger.shown } : recordPlace(ledger, Number(at));
};

/** A fault of a ledger as the failure it is in its place; any other error as it is. */
export const failureIn = (error: unknown, ledger: LedgerPlace): unknown =>
  isLedgerFault(error) ? ledgerFailure(error, ledger) : error;

export const ledgerFailure = (
  { fault, facts }: Pick<LedgerFault, "fault" | "facts">,
  ledger: LedgerPlace | undefined,
): Failure => new Failure("ledger", [ledgerPlacedFault(fault, facts, ledger)]);
