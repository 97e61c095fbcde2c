import type { Claim, DomainEvent } from "./event.ts";
import type { Tag } from "./ids.ts";
import type { Refusal } from "./refusal.ts";

/**
 * The law of one kind of subject: a state machine over the subject's timeline, the events that
 * carry its tag, in the order (effectiveOn, position). A history is lawful when no event of any
 * timeline meets an objection, so a back-dated fact is judged by the whole history it makes.
 */
export interface Law<S, E extends DomainEvent = DomainEvent, Context = unknown> {
  /** The prefix of the tags whose subjects obey this law. */
  readonly on: string;
  readonly initial: (subject: Tag) => S;
  /** An immer recipe; also runs in place on a state that nobody else holds. */
  readonly evolve: (draft: S, event: E, claims: readonly Claim[]) => void;
  /** What in the state speaks against the event; empty when it is lawful. */
  readonly objections: (
    state: S,
    event: E,
    claims: readonly Claim[],
    context: Context,
  ) => readonly Refusal[];
  /** Facts that follow from what a commit makes of the subject's state, recorded with it. */
  readonly consequences?: (change: Change<S>, context: Context) => readonly DomainEvent[];
}

/** The states at the end of a subject's timeline, without the commit and with it. */
export interface Change<S> {
  readonly before: S;
  readonly after: S;
}

/**
 * Reads the state of a subject under a law, as it stood at the end of the command's day, or where
 * in that day the command's fact is to stand.
 */
export type StateOn = <S, E extends DomainEvent, C>(law: Law<S, E, C>, subject: Tag) => S;
