import type { DomainEvent } from "../kernel/event.ts";
import type { Law } from "../kernel/law.ts";
import { refuse } from "./rules.ts";

interface Erasure {
  erased: boolean;
}

/** A person whose key was destroyed has no profile any more, and gets none. */
export const erasureLaw: Law<Erasure> = {
  on: "person",
  initial: () => ({ erased: false }),
  evolve: (state, event: DomainEvent) => {
    if (event.type === "PersonErased") state.erased = true;
  },
  objections: (state, event, _claims) =>
    state.erased && (event.type === "PersonProfiled" || event.type === "PersonErased")
      ? [refuse("PersonIsErased", { person: (event.data as { person: string }).person })]
      : [],
};
