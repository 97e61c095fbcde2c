import type { Unplaced } from "@tongket/core/projections";
import { inputFault, type PlacedFault } from "./fault.ts";

/** Why the branch at the top of a ledger is in no sum; its id is qualified by the ledger's. */
export const unplacedFault = (
  { ledger, branch, why, superior }: Unplaced,
  tree: string,
): PlacedFault => {
  const facts = { branch: `${ledger}:${branch ?? ""}`, tree };
  const above = `${superior?.ledger}:${superior?.branch}`;
  switch (why) {
    case "SuperiorElsewhere":
      return inputFault("SuperiorElsewhere", { ...facts, superior: above });
    case "SuperiorUnknown":
      return inputFault("SuperiorUnknown", { ...facts, superior: above });
    case "InRing":
      return inputFault("BranchInRing", facts);
    case "NoBranch":
    case "SuperiorNotNamed":
      return inputFault("SuperiorNotNamed", facts);
  }
};
