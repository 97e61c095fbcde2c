import { allCommands, allLaws, standingsOf } from "./deciders.ts";
import type { CalendarDate, Instant } from "./kernel/date.ts";
import { commandDecoder } from "./log/command.ts";
import type { EventStore } from "./log/event-store.ts";
import { type Handler, openHandler } from "./log/handle.ts";
import { shippedPacks } from "./rulebook/packs/shipped.ts";
import type { RulePack } from "./rulebook/rule-pack.ts";

/** Reads a command of any slice from a JSON value; the second argument names one without an id. */
export const decodeCommand = commandDecoder(allCommands);

/** Opens a ledger for recording, with the commands and laws of every slice. */
export const openLedger = (
  store: EventStore,
  options: {
    readonly now: () => Instant;
    readonly today?: () => CalendarDate;
    /** By default the packs that are shipped. */
    readonly packs?: readonly RulePack[];
  },
): Promise<Handler> =>
  openHandler(store, { packs: shippedPacks, ...options, laws: allLaws, standingsOf });
