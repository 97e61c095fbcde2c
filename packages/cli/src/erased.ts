import { type EventStore, ofTypes } from "@tongket/core/log";
import { openVault, type Vault } from "@tongket/vault";
import type { Call } from "./call.ts";
import { standingEvents } from "./standing-events.ts";
import { vaultOf } from "./vault-place.ts";

/** Everybody whose erasure a ledger holds, with the address of the fact. */
export const erasedIn = async (store: EventStore): Promise<ReadonlyMap<string, number>> => {
  const erased = new Map<string, number>();
  const erasures = { query: ofTypes("PersonErased"), horizon: {}, all: true };
  for await (const event of standingEvents(store, erasures)) {
    const { person } = event.data as { readonly person: string };
    if (!erased.has(person)) erased.set(person, event.position);
  }
  return erased;
};

/** Destroys the keys of all whom the ledger erased: a vault from a backup may hold some. */
export const destroyErased = async (vault: Vault, store: EventStore): Promise<void> => {
  for (const person of (await erasedIn(store)).keys()) {
    if (vault.has(person)) vault.destroy(person);
  }
};

/** The vault of a ledger, without the erased. Whoever reads or seals a name opens it so. */
export const openVaultOf = async (
  call: Pick<Call, "io" | "options" | "whole" | "arguments">,
  store: EventStore,
): Promise<Vault> => {
  const vault = openVault(vaultOf(call, store));
  await destroyErased(vault, store);
  return vault;
};
