import type { DomainEvent } from "../kernel/event.ts";
import { type BranchId, type Id, type Tag, tagKey } from "../kernel/ids.ts";
import type { InspectionEvent, ProgrammeItem } from "./events.ts";

/** A committee's programme of a year: none, a draft that may be replaced, or the adopted one. */
export interface ProgrammeState {
  life: "unknown" | "draft" | "adopted";
  items: Map<Id, ProgrammeItem>;
}

export const initialProgramme = (): ProgrammeState => ({ life: "unknown", items: new Map() });

export const evolveProgramme = (state: ProgrammeState, event: DomainEvent): void => {
  const { type, data } = event as InspectionEvent;
  if (type !== "ProgrammeAdopted") return;
  state.life = data.draft === true ? "draft" : "adopted";
  state.items = new Map(data.items.map((item) => [item.item, item]));
};

/** One inspection or supervision: the branch it was of, once it was recorded. */
export interface InspectionState {
  readonly inspection: Id;
  branch: BranchId | undefined;
}

export const initialInspection = (subject: Tag): InspectionState => ({
  inspection: idOf(subject),
  branch: undefined,
});

export const evolveInspection = (state: InspectionState, event: DomainEvent): void => {
  const { type, data } = event as InspectionEvent;
  if (type === "BranchInspected") state.branch = data.branch;
};

/** One finding: the branch it was made in, once it was recorded. */
export interface FindingState {
  readonly finding: Id;
  branch: BranchId | undefined;
  remedied: boolean;
}

export const initialFinding = (subject: Tag): FindingState => ({
  finding: idOf(subject),
  branch: undefined,
  remedied: false,
});

export const evolveFinding = (state: FindingState, event: DomainEvent): void => {
  const { type, data } = event as InspectionEvent;
  if (type === "FindingRecorded") state.branch = data.branch;
  if (type === "FindingRemedied") state.remedied = true;
};

const idOf = (subject: Tag): Id => tagKey(subject) as Id;
