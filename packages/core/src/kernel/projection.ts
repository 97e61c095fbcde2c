import { enableMapSet, Immer } from "immer";
import type { RecordedEvent } from "./event.ts";

enableMapSet();

/**
 * Frozen results would make a state that a replay still owns unwritable, so nothing is frozen;
 * the types keep published states read-only.
 */
const immer = new Immer({ autoFreeze: false });

/** A question put to a ledger, answered by one fold over its events. */
export interface Projection<S, Answer = S> {
  readonly name: string;
  /** Raised whenever the same events would give another state. */
  readonly version: number;
  /** The types of event that it reads; all others leave the state as it is. */
  readonly reads: readonly string[] | "all";
  readonly initial: () => S;
  /** An immer recipe: changes the draft, returns nothing. */
  readonly apply: (draft: S, event: RecordedEvent) => void;
  readonly finish?: (state: S) => Answer;
}

/** The next state, the given one untouched: for live views over small state. */
export const step = <S, A>(projection: Projection<S, A>, state: S, event: RecordedEvent): S =>
  steps(projection, state, [event]);

/** The state behind some events, the given one untouched. */
export const steps = <S, A>(
  projection: Projection<S, A>,
  state: S,
  events: Iterable<RecordedEvent>,
): S => immer.produce(state as object, (draft) => void fold(projection, draft as S, events)) as S;

/** Applies the events to a state that only the caller holds, in place, and returns it. */
export const fold = <S, A>(
  projection: Projection<S, A>,
  state: S,
  events: Iterable<RecordedEvent>,
): S => {
  for (const event of events) {
    if (readsEvent(projection, event.type)) projection.apply(state, event);
  }
  return state;
};

/**
 * The state after all the events, by the same recipe run in place on an accumulator that only
 * this call holds: `replay(p, es)` equals `es.reduce(step)`, without a copy per event. What the
 * projection answers is `answerOf` that state.
 */
export const replay = <S, A>(projection: Projection<S, A>, events: Iterable<RecordedEvent>): S =>
  fold(projection, projection.initial(), events);

/** What a projection makes of a state: its `finish`, or the state itself where it has none. */
export const answerOf = <S, A>(projection: Projection<S, A>, state: S): A =>
  projection.finish === undefined ? (state as unknown as A) : projection.finish(state);

/**
 * A copy-on-write draft of a state, for a trial that is thrown away: it is never finished, so a
 * change costs what it touches, and the given state stays as it is.
 */
export const draftOf = <S>(state: S): S => immer.createDraft(state as object) as S;

const readsEvent = <S, A>(projection: Projection<S, A>, type: string): boolean =>
  projection.reads === "all" || projection.reads.includes(type);
