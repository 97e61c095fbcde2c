import type { RulePack } from "../rulebook/rule-pack.ts";
import { type Rulebook, rulebookOf } from "../rulebook/rulebook.ts";
import { eventsOf } from "./commit.ts";
import { matches, ofTypes } from "./condition.ts";
import { effective } from "./effective.ts";
import type { EventStore } from "./event-store.ts";

/** The rules that hold for a ledger: the packs given, and those registered in it, of its regime. */
export const rulebookFor = async (
  store: EventStore,
  packs: readonly RulePack[],
): Promise<Rulebook> => {
  const query = ofTypes("RulePackRegistered");
  const registrations = [];
  for await (const batch of store.read({ query })) {
    for (const { commit } of batch) {
      registrations.push(...eventsOf(commit).filter((event) => matches(query, event)));
    }
  }
  const registered = effective(registrations).map(
    ({ data }) => (data as { readonly content: unknown }).content as RulePack,
  );
  return rulebookOf(store.header.regime, packs, registered);
};
