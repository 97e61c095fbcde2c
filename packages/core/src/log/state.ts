import type { DomainEvent } from "../kernel/event.ts";
import type { Law } from "../kernel/law.ts";
import { refuse } from "./rules.ts";

interface Erasure {
  erased: boolean;
  /** Where the last profile stands in the ledger; -1 where there is none. */
  profiledAt: number;
}

/**
 * A person whose key was destroyed has no profile any more, and gets none. These are facts of the
 * book, so their order in it counts too: a profile dated before the erasure comes too late all
 * the same.
 */
export const erasureLaw: Law<Erasure> = {
  on: "person",
  initial: () => ({ erased: false, profiledAt: -1 }),
  evolve: (state, event: DomainEvent) => {
    if (event.type === "PersonErased") state.erased = true;
    if (event.type === "PersonProfiled") {
      state.profiledAt = Math.max(state.profiledAt, positionOf(event));
    }
  },
  objections: (state, event: DomainEvent) => {
    const isErasure = event.type === "PersonErased";
    const late = isErasure && state.profiledAt > positionOf(event);
    const again = state.erased && (isErasure || event.type === "PersonProfiled");
    return late || again
      ? [refuse("PersonIsErased", { person: (event.data as { person: string }).person })]
      : [];
  },
};

/** What is still being judged stands behind all that is recorded. */
const positionOf = (event: DomainEvent): number =>
  (event as { readonly position?: number }).position ?? Number.MAX_SAFE_INTEGER;
