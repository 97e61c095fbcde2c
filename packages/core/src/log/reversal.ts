import type { EventReversed } from "./events.ts";

/** Narrows to a reversing entry. It stands apart so that readers load no schema for it. */
export const isReversal = <E extends { readonly type: string; readonly data: unknown }>(
  event: E,
): event is E & EventReversed => event.type === "EventReversed";
