import type { DomainEvent } from "../kernel/event.ts";
import { type BranchId, type Id, type Tag, tagKey } from "../kernel/ids.ts";
import type { DirectiveEvent } from "./events.ts";

/** One directive as its own timeline tells it. */
export interface DirectiveState {
  readonly directive: Id;
  life: "unknown" | "issued" | "closed";
  /** The studies of each branch, so that a copy of a long history stays small. */
  studies: Map<BranchId, Set<string>>;
}

export const initialDirective = (subject: Tag): DirectiveState => ({
  directive: tagKey(subject) as Id,
  life: "unknown",
  studies: new Map(),
});

export const evolveDirective = (
  state: DirectiveState,
  event: DirectiveEvent | DomainEvent,
): void => {
  const { type, data } = event as DirectiveEvent;
  switch (type) {
    case "DirectiveIssued":
    case "DirectiveCarriedIn":
      state.life = "issued";
      return;
    case "DirectiveStudied": {
      const studies = state.studies.get(data.branch);
      if (studies === undefined) state.studies.set(data.branch, new Set([studyKey(data)]));
      else studies.add(studyKey(data));
      return;
    }
    case "DirectiveClosed":
      state.life = "closed";
      return;
  }
};

/** One text for an audience and year, to tell whether two studies of a branch are the same. */
export const studyKey = (study: { readonly audience: string; readonly year: number }): string =>
  `${study.audience} ${study.year}`;
