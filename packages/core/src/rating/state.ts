import type { DomainEvent } from "../kernel/event.ts";
import type { BranchId, Tag, Term } from "../kernel/ids.ts";
import type { CriterionValue, Rated, RatingEvent } from "./events.ts";

/** A rating as it stands, with the subject as the assignment has it. */
export interface CurrentRating {
  readonly subjectKind: Term;
  readonly branch: BranchId;
  readonly baseOrganisation?: BranchId;
  readonly rated: Rated;
}

/** What the year has come to for one subject. */
export type YearResult =
  | { readonly result: "open" }
  | { readonly result: "exempted" }
  | { readonly result: "rated"; readonly rating: CurrentRating };

interface Criterion {
  readonly value: CriterionValue;
  readonly evidence: string | undefined;
}

/** Whether two values of a criterion are the same as stated; 1 of 2 is not 2 of 4. */
export const isSameValue = (a: CriterionValue, b: CriterionValue): boolean =>
  typeof a === "object" && typeof b === "object" ? a.num === b.num && a.den === b.den : a === b;

/** The rating of one subject for one year. */
export interface RatingState {
  year: YearResult;
  selfRated: boolean;
  criteria: Map<Term, Criterion>;
}

export const initialRating = (): RatingState => ({
  year: { result: "open" },
  selfRated: false,
  criteria: new Map(),
});

export const evolveRating = (state: RatingState, event: DomainEvent): void => {
  const { type, data } = event as RatingEvent;
  switch (type) {
    case "SelfRatingSubmitted":
      state.selfRated = true;
      return;
    case "CriterionRecorded": {
      const { criterion, value, evidence } = data;
      state.criteria.set(criterion, { value, evidence });
      return;
    }
    case "RatingAssigned": {
      const { subjectKind, branch, baseOrganisation, level, distinction, pack } = data;
      const rated = { level, ...(distinction === undefined ? {} : { distinction }), pack };
      const base = baseOrganisation === undefined ? {} : { baseOrganisation };
      state.year = { result: "rated", rating: { subjectKind, branch, ...base, rated } };
      return;
    }
    case "RatingRevised":
      if (state.year.result === "rated") {
        state.year = { result: "rated", rating: { ...state.year.rating, rated: data.to } };
      }
      return;
    case "RatingExempted":
      state.year = { result: "exempted" };
      return;
  }
};

/** The ratings that one committee closes together. Counts only, however many there are. */
export interface CohortState {
  readonly committee: BranchId;
  /** Subjects rated. */
  rated: number;
  closed: boolean;
  /** Caps whose breach was noted. */
  breaches: Set<Term>;
}

export const initialCohort = (subject: Tag): CohortState => ({
  committee: subject.slice(subject.indexOf(":") + 1, subject.lastIndexOf("/")) as BranchId,
  rated: 0,
  closed: false,
  breaches: new Set(),
});

export const evolveCohort = (state: CohortState, event: DomainEvent): void => {
  const { type, data } = event as RatingEvent;
  switch (type) {
    case "RatingAssigned":
      state.rated += 1;
      return;
    case "RatingsClosed":
      state.closed = true;
      return;
    case "CapBreachNoted":
      state.breaches.add(data.cap);
      return;
  }
};
