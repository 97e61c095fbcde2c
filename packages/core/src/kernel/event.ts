import type * as Schema from "effect/Schema";
import type { CalendarDate, Instant } from "./date.ts";
import type { BranchId, PersonId, Tag, Term } from "./ids.ts";

/** One fact: what happened, the day it took effect, and the subjects it is about. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly version: number;
  readonly effectiveOn: CalendarDate;
  /**
   * The address of a reversed event of the same day whose place in that day this fact takes, so
   * that what rests on the one may rest on the other. Where that one had taken a place itself, its
   * own stands before it, `2.0/9.1`. Absent: behind all recorded before it.
   */
  readonly inPlaceOf?: string;
  readonly tags: readonly Tag[];
  readonly data: Data;
}

/** Where and when a fact stands in its ledger. Its address is `position.index`. */
export interface Place {
  readonly position: number;
  readonly index: number;
  readonly recordedAt: Instant;
}

export type RecordedEvent<E extends DomainEvent = DomainEvent> = E & Place;

/** `412.0`: the first event of the commit at position 412. */
export const addressOf = (place: Pick<Place, "position" | "index">): string =>
  `${place.position}.${place.index}`;

/** An event as a commit holds it, without the place where it stands. */
export const withoutPlace = (event: RecordedEvent): DomainEvent => {
  const { position: _p, index: _i, recordedAt: _r, ...record } = event;
  return record;
};

/**
 * What an event says of a subject that another slice keeps. The law of that subject checks it,
 * so no slice reads the state of another.
 */
export type Claim = BranchClaim | PersonClaim | BaseOrganisationClaim | AboveClaim;

/** The branch exists; alive on the event's day unless `historic`; and is as stated on `on`. */
export interface BranchClaim {
  readonly of: "branch";
  readonly branch: BranchId;
  readonly historic?: true;
  readonly on?: CalendarDate;
  readonly kind?: Term | undefined;
  /** null: directly under no other branch. */
  readonly parent?: BranchId | null | undefined;
  /** The change that the event makes to the branch's members; 0 where they are yet to come. */
  readonly members?: number;
  /** The change that the event makes to the members on their way to the branch. */
  readonly expected?: number;
}

/**
 * The person is a member in `branch` on the day `on` (else on the event's day), or was sent on from
 * it and is not received by then.
 */
export interface PersonClaim {
  readonly of: "person";
  readonly person: PersonId;
  readonly branch: BranchId;
  readonly on?: CalendarDate;
}

/** The nearest base organisation at or above `branch` on the day `on` is `baseOrganisation`. */
export interface BaseOrganisationClaim {
  readonly of: "tree";
  readonly branch: BranchId;
  /** null: there is none. */
  readonly baseOrganisation: BranchId | null;
  readonly on: CalendarDate;
}

/** The committee `by` stands above `branch` on one of the days. */
export interface AboveClaim {
  readonly of: "line";
  readonly branch: BranchId;
  readonly by: BranchId;
  readonly on: readonly CalendarDate[];
  /** Whether `by` may be the branch itself: always, or where nothing stands above it. */
  readonly itself: "always" | "at-the-top";
}

/** A type of event: its storage name and version, the shape of its data, its subjects. */
export interface EventType<Type extends string = string, Data = never> {
  readonly type: Type;
  readonly version: number;
  readonly schema: Schema.Codec<Data, unknown>;
  readonly tags: (data: Data) => readonly Tag[];
  readonly claims: (data: Data, effectiveOn: CalendarDate) => readonly Claim[];
  /**
   * Of a type that may be told anew, the last holding: what it was told of, beside its first tag.
   * Such a fact is a repetition only of the last one.
   */
  readonly toldOf?: (data: Data) => string;
}

/** The event values of an event type, or of each type in a union of them. */
export type EventOf<T> =
  T extends EventType<infer Type, infer Data> ? DomainEvent<Type, Data> : never;

/** An event as a decider proposes it: with its subjects, before it has a place in the ledger. */
export const newEvent = <Type extends string, Data>(
  of: EventType<Type, Data>,
  data: Data,
  effectiveOn: CalendarDate,
): DomainEvent<Type, Data> => ({
  type: of.type,
  version: of.version,
  effectiveOn,
  tags: [...new Set(of.tags(data))],
  data,
});
