import { addressOf, type DomainEvent, type RecordedEvent } from "../kernel/event.ts";
import { type Tag, tagPrefix } from "../kernel/ids.ts";
import type { Law } from "../kernel/law.ts";
import { draftOf } from "../kernel/projection.ts";
import { isBlocking, type Refusal } from "../kernel/refusal.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
import { byEffect, type Moment } from "./effective.ts";
import { claimsOf } from "./event-catalogue.ts";
import { countUntil, emptyTimeline, endOfTime, type Timeline } from "./timeline.ts";

export type AnyLaw = Law<unknown>;

/** A later event that the history being made would leave unlawful. */
export interface Dependant {
  readonly event: RecordedEvent;
  readonly refusals: readonly Refusal[];
}

/**
 * A trial of new events against the timelines of their subjects: a sweep through time, one
 * cursor per subject and law. Nothing recorded is changed; what the sweep meets behind the first
 * change of a subject is judged again.
 */
export class Rehearsal {
  readonly #timelines: ReadonlyMap<Tag, Timeline>;
  readonly #laws: readonly AnyLaw[];
  readonly #context: RuleContext;
  readonly #removed: ReadonlySet<string>;
  readonly #cursors = new Map<Tag, Cursor[]>();
  readonly #dependants = new Map<string, Dependant>();

  constructor(given: {
    readonly timelines: ReadonlyMap<Tag, Timeline>;
    readonly laws: readonly AnyLaw[];
    readonly context: RuleContext;
    readonly removed?: ReadonlySet<string>;
  }) {
    this.#timelines = given.timelines;
    this.#laws = given.laws;
    this.#context = given.context;
    this.#removed = given.removed ?? new Set();
  }

  /** The state of a subject under a law at a moment that the sweep has not passed. */
  stateAt(law: AnyLaw, subject: Tag, moment: Moment): unknown {
    const cursor = this.#cursorsOf(subject, moment).find((one) => one.law === law);
    if (cursor === undefined) throw new Error(`No law ${law.on} holds for the subject ${subject}`);
    return cursor.state;
  }

  /** The event joins the trial, unjudged. */
  assume(event: RecordedEvent): void {
    for (const cursor of this.#cursorsOfEach(event)) cursor.take(event);
  }

  /** What speaks against the event at its moment, and what only warns of it. */
  objectionsTo(event: RecordedEvent): readonly Refusal[] {
    const claims = claimsOf(event);
    const refusals = this.#cursorsOfEach(event).flatMap(({ law, state }) =>
      law.objections(state, event, claims, this.#context),
    );
    return distinct(refusals);
  }

  /** The recorded event that states the same fact on the same day, if it stands. */
  recordedAlike(
    event: RecordedEvent,
    equal: (other: RecordedEvent) => boolean,
  ): RecordedEvent | undefined {
    // Each of its subjects has it, so the shortest history tells.
    const [recorded = []] = event.tags
      .map((one) => this.#timelines.get(one)?.events ?? [])
      .sort((a, b) => a.length - b.length);
    for (let at = countUntil(recorded, event.effectiveOn) - 1; at >= 0; at -= 1) {
      const other = recorded[at] as RecordedEvent;
      if (other.effectiveOn < event.effectiveOn) return undefined;
      if (other.type !== event.type || this.#removed.has(addressOf(other))) continue;
      if (equal(other)) return other;
    }
    return undefined;
  }

  /** Sweeps every touched subject to its end. */
  finish(touched: Iterable<Tag>): readonly Dependant[] {
    for (const subject of touched) this.#cursorsOf(subject, endOfTime);
    return [...this.#dependants.values()];
  }

  /** The facts that follow from where the sweep left the subjects; call it when it is finished. */
  consequences(touched: Iterable<Tag>): readonly DomainEvent[] {
    return [...touched].flatMap((subject) => {
      const timeline = this.#timelines.get(subject) ?? emptyTimeline();
      return this.#cursorsOf(subject, endOfTime).flatMap(({ law, state: after }) => {
        const { consequences } = law;
        if (consequences === undefined) return [];
        const before = atEnd(law, subject, timeline).state;
        return consequences({ before, after }, this.#context);
      });
    });
  }

  #cursorsOfEach(event: RecordedEvent): readonly Cursor[] {
    return event.tags.flatMap((one) => this.#cursorsOf(one, event));
  }

  #cursorsOf(subject: Tag, moment: Moment): readonly Cursor[] {
    let cursors = this.#cursors.get(subject);
    if (cursors === undefined) {
      const timeline = this.#timelines.get(subject);
      if (timeline === undefined) throw new Error(`The subject ${subject} was not read`);
      const holding = this.#laws.filter((law) => law.on === tagPrefix(subject));
      const last = timeline.events.at(-1);
      const untouched =
        this.#removed.size === 0 ||
        !timeline.events.some((event) => this.#removed.has(addressOf(event)));
      cursors = holding.map((law) =>
        untouched && (last === undefined || byEffect(last, moment) < 0)
          ? atEnd(law, subject, timeline)
          : new Cursor(law, timeline.events, { state: law.initial(subject), next: 0 }),
      );
      this.#cursors.set(subject, cursors);
    }
    for (const cursor of cursors) {
      for (const met of cursor.sweep(moment, this.#removed, this.#context)) this.#meet(met);
    }
    return cursors;
  }

  #meet({ event, refusals }: Dependant): void {
    const before = this.#dependants.get(addressOf(event))?.refusals ?? [];
    this.#dependants.set(addressOf(event), {
      event,
      refusals: distinct([...before, ...refusals]),
    });
  }
}

/** One subject's state under one law as the sweep reaches it. */
class Cursor {
  readonly law: AnyLaw;
  readonly #events: readonly RecordedEvent[];
  #state: unknown;
  #next: number;
  /** The state is the timeline's own: to be left as it is. */
  #shared: boolean;
  #changed = false;
  /** Added, not yet evolved: most trials end before anyone asks for the state behind it. */
  #pending: RecordedEvent[] = [];

  constructor(
    law: AnyLaw,
    events: readonly RecordedEvent[],
    start: { readonly state: unknown; readonly next: number; readonly shared?: boolean },
  ) {
    this.law = law;
    this.#events = events;
    this.#state = start.state;
    this.#next = start.next;
    this.#shared = start.shared ?? false;
  }

  get state(): unknown {
    for (const event of this.#pending) this.#evolve(event);
    this.#pending = [];
    return this.#state;
  }

  take(event: RecordedEvent): void {
    this.#changed = true;
    this.#pending.push(event);
  }

  /** Advances through what is recorded before the moment; yields the events now unlawful. */
  *sweep(moment: Moment, removed: ReadonlySet<string>, context: RuleContext): Iterable<Dependant> {
    for (; this.#next < this.#events.length; this.#next += 1) {
      const event = this.#events[this.#next] as RecordedEvent;
      if (byEffect(event, moment) > 0) return;
      if (removed.has(addressOf(event))) {
        this.#changed = true;
        continue;
      }
      if (this.#changed) {
        const refusals = this.law
          .objections(this.state, event, claimsOf(event), context)
          .filter(isBlocking);
        if (refusals.length > 0) yield { event, refusals };
      }
      this.#evolve(event);
    }
  }

  #evolve(event: RecordedEvent): void {
    if (this.#shared) this.#state = draftOf(this.#state);
    this.#shared = false;
    this.law.evolve(this.#state, event, claimsOf(event));
  }
}

const atEnd = (law: AnyLaw, subject: Tag, { events, ends }: Timeline): Cursor => {
  let state = ends.get(law);
  if (state === undefined) {
    state = law.initial(subject);
    for (const event of events) law.evolve(state, event, claimsOf(event));
    ends.set(law, state);
  }
  return new Cursor(law, events, { state, next: events.length, shared: true });
};

const distinct = (refusals: readonly Refusal[]): readonly Refusal[] => [
  ...new Map(refusals.map((one) => [JSON.stringify([one.refusal, one.facts]), one])).values(),
];
