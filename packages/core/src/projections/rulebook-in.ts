import type { RulePack } from "../rulebook/rule-pack.ts";
import { type Rulebook, rulebookOf } from "../rulebook/rulebook.ts";
import type { Books } from "./books.ts";

/** The rules that hold for kept books: the packs given, and those registered in the ledger. */
export const rulebookIn = (
  { facts }: Books,
  regime: string,
  packs: readonly RulePack[],
): Rulebook => {
  const registered = facts
    .filter(({ type }) => type === "RulePackRegistered")
    .map(({ data }) => (data as { readonly content: unknown }).content as RulePack);
  return rulebookOf(regime, packs, registered);
};
