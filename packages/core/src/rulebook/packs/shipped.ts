import type { RulePack } from "../rule-pack.ts";
import { pack as guidance07 } from "./2011-07-hd-btctw.ts";
import { pack as vnPartyStructure2011 } from "./vn-party-structure-2011.ts";

/** The packs that come with the library, as data; a ledger may register others. */
export const shippedPacks: readonly RulePack[] = [vnPartyStructure2011, guidance07];
