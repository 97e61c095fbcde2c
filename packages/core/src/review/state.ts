import type { CalendarDate } from "../kernel/date.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { type Id, type Tag, type Term, tagKey } from "../kernel/ids.ts";
import type { ReviewEvent } from "./events.ts";

/**
 * The review of one branch and year. Directions, plans, shortcomings and figures of the year do
 * not wait for its opening: directions are set in the year before.
 */
export interface ReviewState {
  life: "unopened" | "open" | "closed";
  report: "absent" | "presented" | "adopted";
  results: Set<Id>;
  shortcomings: Map<Id, "noted" | "remedied">;
  /** Directions set, by their number. */
  directions: Set<number>;
  /** What speeches and conclusions asked for. */
  requests: Set<Id>;
  /** Each plan as it was told, drafts before the final one. */
  plans: Map<Id, readonly ToldPlan[]>;
  /** Measures of which a figure was reported. */
  measures: Set<Term>;
}

export interface ToldPlan {
  readonly on: CalendarDate;
  readonly data: Extract<ReviewEvent, { type: "PlanAdopted" }>["data"];
}

export const initialReview = (): ReviewState => ({
  life: "unopened",
  report: "absent",
  results: new Set(),
  shortcomings: new Map(),
  directions: new Set(),
  requests: new Set(),
  plans: new Map(),
  measures: new Set(),
});

export const evolveReview = (state: ReviewState, event: DomainEvent): void => {
  const { type, data, effectiveOn: on } = event as ReviewEvent;
  switch (type) {
    case "ReviewOpened":
      state.life = "open";
      return;
    case "ResultNoted":
      state.results.add(data.result);
      return;
    case "ShortcomingNoted":
      state.shortcomings.set(data.shortcoming, "noted");
      return;
    case "ShortcomingRemedied":
      state.shortcomings.set(data.shortcoming, "remedied");
      return;
    case "DirectionSet":
      state.directions.add(data.ordinal);
      return;
    case "DirectionNoted":
      state.requests.add(data.direction);
      return;
    case "PlanAdopted":
      state.plans.set(data.plan, [...(state.plans.get(data.plan) ?? []), { on, data }]);
      return;
    case "ReportPresented":
      state.report = "presented";
      return;
    case "ReportAdopted":
      state.report = "adopted";
      return;
    case "FigureReported":
      state.measures.add(data.measure);
      return;
    case "ReviewClosed":
      state.life = "closed";
      return;
  }
};

/** How many items the draft of a plan has that stands; undefined where none stands. */
export const draftItems = (state: ReviewState, plan: Id): number | undefined => {
  const last = state.plans.get(plan)?.at(-1);
  return last?.data.draft === true ? last.data.items.length : undefined;
};

/** The packs that the ledger registered, by id. */
export interface PacksState {
  registered: Map<Id, Registration["content"]>;
}

type Registration = Extract<ReviewEvent, { type: "RulePackRegistered" }>["data"];

export const initialPacks = (): PacksState => ({ registered: new Map() });

export const evolvePacks = (state: PacksState, event: DomainEvent): void => {
  const { type, data } = event as ReviewEvent;
  if (type === "RulePackRegistered") state.registered.set(data.pack, data.content);
};

/** One id of a rule pack: the hash of the content registered under it. */
export interface PackState {
  readonly pack: Id;
  hash: string | undefined;
}

export const initialPack = (subject: Tag): PackState => ({
  pack: tagKey(subject) as Id,
  hash: undefined,
});

export const evolvePack = (state: PackState, event: DomainEvent): void => {
  const { type, data } = event as ReviewEvent;
  if (type === "RulePackRegistered") state.hash = data.packHash;
};
