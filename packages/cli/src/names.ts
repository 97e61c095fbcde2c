import type { RecordedEvent } from "@tongket/core";
import { byEffect, type EventStore, type Horizon, ofTypes } from "@tongket/core/log";
import type { Vault } from "@tongket/vault";
import type { Call } from "./call.ts";
import { openVaultOf } from "./erased.ts";
import { flagOption } from "./options.ts";
import { standingEvents } from "./standing-events.ts";

/** What people are called, by their ids. Only ever for display: no name is written anywhere. */
export type Names = ReadonlyMap<string, string>;

/** The names to show: none without `--names`. */
export const namesFor = async (call: Call, store: EventStore, horizon: Horizon): Promise<Names> => {
  if (!flagOption(call, "names")) return new Map();
  return readNames(store, await openVaultOf(call, store), horizon);
};

/** The names of all whose key lies in the vault. */
const readNames = async (store: EventStore, vault: Vault, horizon: Horizon): Promise<Names> => {
  const latest = new Map<string, RecordedEvent>();
  const profiles = { query: ofTypes("PersonProfiled"), horizon, all: false };
  for await (const event of standingEvents(store, profiles)) {
    const { person } = event.data as { readonly person: string };
    const known = latest.get(person);
    if (known === undefined || byEffect(known, event) <= 0) latest.set(person, event);
  }
  const names = new Map<string, string>();
  for (const [person, event] of latest) {
    const read = vault.unseal(person, (event.data as { readonly sealed: string }).sealed);
    const name = read.outcome === "Opened" ? read.profile["name"] : undefined;
    if (name !== undefined) names.set(person, name);
  }
  return names;
};
