import type { CalendarDate } from "../kernel/date.ts";
import type { DomainEvent } from "../kernel/event.ts";
import type { BranchId, Tag, Term } from "../kernel/ids.ts";
import { type CriterionValue, isMember, type Rated, type RatingEvent } from "./events.ts";

/** A rating as it stands, with the subject as the assignment has it. */
export interface CurrentRating {
  readonly subjectKind: Term;
  readonly branch: BranchId;
  readonly baseOrganisation?: BranchId;
  readonly assignedBy: BranchId;
  readonly rated: Rated;
}

/** What the year has come to for one subject. */
type RatingYear =
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
  year: RatingYear;
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
      const { subjectKind, branch, baseOrganisation, level, distinction, pack, by } = data;
      const rated = { level, ...(distinction === undefined ? {} : { distinction }), pack };
      const base = baseOrganisation === undefined ? {} : { baseOrganisation };
      const rating = { subjectKind, branch, ...base, assignedBy: by, rated };
      state.year = { result: "rated", rating };
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

type ClosedRatings = Extract<RatingEvent, { type: "RatingsClosed" }>["data"];

/** The ratings that one committee closes together, as they stand. */
export interface CohortState {
  readonly committee: BranchId;
  readonly year: number;
  /** Members rated, by their branch and level. */
  members: Map<BranchId, Map<Term, number>>;
  /** Each branch rated. */
  branches: Map<BranchId, Rated>;
  /** What was judged when they were closed. */
  closed: Pick<ClosedRatings, "pack" | "caps"> | undefined;
  /** The last day on which anything came to them. */
  lastOn: CalendarDate | undefined;
}

export const initialCohort = (subject: Tag): CohortState => ({
  committee: subject.slice(subject.indexOf(":") + 1, subject.lastIndexOf("/")) as BranchId,
  year: Number(subject.slice(subject.lastIndexOf("/") + 1)),
  members: new Map(),
  branches: new Map(),
  closed: undefined,
  lastOn: undefined,
});

export const evolveCohort = (state: CohortState, event: DomainEvent): void => {
  const { type, data, effectiveOn } = event as RatingEvent;
  state.lastOn = effectiveOn;
  switch (type) {
    case "RatingAssigned": {
      const { level, distinction, pack } = data;
      const rated = { level, ...(distinction === undefined ? {} : { distinction }), pack };
      if (isMember(data)) countMember(state, data.branch, level, 1);
      else state.branches.set(data.branch, rated);
      return;
    }
    case "RatingRevised":
      if (isMember(data)) {
        countMember(state, data.branch, data.from.level, -1);
        countMember(state, data.branch, data.to.level, 1);
      } else {
        state.branches.set(data.branch, data.to);
      }
      return;
    case "RatingsClosed":
      state.closed = { caps: data.caps, ...(data.pack === undefined ? {} : { pack: data.pack }) };
      return;
  }
};

const countMember = (
  { members }: CohortState,
  branch: BranchId,
  level: Term,
  change: 1 | -1,
): void => {
  const levels = members.get(branch) ?? new Map<Term, number>();
  levels.set(level, (levels.get(level) ?? 0) + change);
  members.set(branch, levels);
};
