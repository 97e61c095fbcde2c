import { addressOf, type RecordedEvent } from "@tongket/core";
import {
  type EventStore,
  eventsOf,
  type Horizon,
  isReversal,
  ofTypes,
  within,
} from "@tongket/core/log";
import { type Lang, say } from "@tongket/core/messages";

/** The reversals known within a horizon, by the address of what they reverse. */
export type Reversals = ReadonlyMap<string, { readonly by: string; readonly reason: string }>;

export const readReversals = async (store: EventStore, horizon: Horizon): Promise<Reversals> => {
  const found = new Map<string, { readonly by: string; readonly reason: string }>();
  for await (const batch of store.read({ query: ofTypes("EventReversed") })) {
    for (const event of batch.flatMap(({ commit }) => eventsOf(commit))) {
      if (!isReversal(event) || !within(event, horizon)) continue;
      const { target, reason } = event.data;
      found.set(target, { by: addressOf(event), reason });
    }
  }
  return found;
};

/** What became of an event, or what it stands for: a line each, none where it simply stands. */
export const fateLines = (
  event: RecordedEvent,
  lang: Lang,
  reversals: Reversals,
): readonly string[] => {
  const reversed = reversals.get(addressOf(event));
  return [
    ...(reversed === undefined ? [] : [say(lang, "show.reversedBy", reversed)]),
    ...(isReversal(event)
      ? [say(lang, "show.reverses", { target: event.data.target, type: event.data.original.type })]
      : []),
    ...(event.inPlaceOf === undefined
      ? []
      : [say(lang, "show.inPlaceOf", { target: event.inPlaceOf })]),
  ].map((line) => `         ${line}`);
};
