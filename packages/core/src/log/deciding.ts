import { canonicalOf } from "../kernel/canonical-json.ts";
import type { CommandType, Given, StandingsOf } from "../kernel/command.ts";
import type { CalendarDate, Instant } from "../kernel/date.ts";
import {
  addressOf,
  type DomainEvent,
  newEvent,
  type RecordedEvent,
  withoutPlace,
} from "../kernel/event.ts";
import type { Tag } from "../kernel/ids.ts";
import type { StateOn } from "../kernel/law.ts";
import { isBlocking, ofCommand, type Refusal } from "../kernel/refusal.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
import { byEffect, type Moment, placeLeftBy } from "./effective.ts";
import { EventReversed } from "./events.ts";
import { type AnyLaw, type Dependant, Rehearsal } from "./rehearsal.ts";
import { isRepeated } from "./repetition.ts";
import { objectionsToReversals, type ReversalRequest } from "./reversing.ts";
import { refuse } from "./rules.ts";
import { endOfDay, type Timeline } from "./timeline.ts";

/** A command as the deciders see it: decoded, with the day it is to take effect. */
export interface Request {
  readonly type: CommandType<string, unknown, RuleContext>;
  readonly data: unknown;
  readonly effectiveOn: CalendarDate;
  /** The address of an event, reversed with it, whose place its fact takes on the same day. */
  readonly inPlaceOf?: string;
  /** Its place among the commands of its commit; absent where it is alone. */
  readonly at?: number;
}

export interface Histories {
  readonly timelines: ReadonlyMap<Tag, Timeline>;
  readonly laws: readonly AnyLaw[];
  readonly standingsOf: StandingsOf;
  readonly context: RuleContext;
}

/** What came of a trial: the events for one commit, what speaks against it, or what is not read. */
export type Trial =
  | {
      readonly trial: "Lawful";
      readonly events: readonly DomainEvent[];
      /** How many of them, the last ones, nobody asked for: they follow from the others. */
      readonly following: number;
      readonly warnings: readonly Refusal[];
    }
  | { readonly trial: "Unlawful"; readonly refusals: readonly Refusal[] }
  | { readonly trial: "Needs"; readonly subjects: readonly Tag[] };

/**
 * Decides commands that are to stand or fall together. First each is turned into facts, in the
 * order of their effect, on the states its subjects had by then. Then all facts are judged in
 * that order, and every subject is swept to its end, so that nothing recorded is left unlawful.
 */
export const decideTogether = (
  requests: readonly Request[],
  reversals: readonly ReversalRequest[],
  histories: Histories,
): Trial => {
  const refused = objectionsToReversals(reversals);
  if (refused.length > 0) return unlawful(refused);
  const lacking = lackingPlaces(requests, reversals);
  if (lacking.length > 0) return unlawful(lacking);
  const reversing = reversals.map(reversalOf);
  const subjects = unread(
    reversing.flatMap(({ tags }) => tags),
    histories,
  );
  if (subjects.length > 0) return { trial: "Needs", subjects };

  const removed = new Set(reversals.map(({ target }) => target));
  const asked = factsInOrder(requests, reversals, histories);
  return "trial" in asked ? asked : judge(asked, { reversing, removed }, histories);
};

const unlawful = (refusals: readonly Refusal[]): Trial => ({ trial: "Unlawful", refusals });

/** Judges facts in the order of their effect, and what they leave behind. */
const judge = (
  { facts, askedBy, warnings }: Asked,
  reversed: { readonly reversing: readonly DomainEvent[]; readonly removed: ReadonlySet<string> },
  histories: Histories,
): Trial => {
  const { reversing, removed } = reversed;
  const rehearsal = new Rehearsal({ ...histories, removed });
  const warned = [...warnings];
  const take = (fact: RecordedEvent): readonly Refusal[] => {
    const refusals = ofCommand(askedBy[fact.index], rehearsal.objectionsTo(fact));
    const blocking = refusals.filter(isBlocking);
    if (blocking.length > 0) return blocking;
    warned.push(...refusals);
    rehearsal.assume(fact);
    return [];
  };
  for (const fact of facts.toSorted(byEffect)) {
    const refusals = take(fact);
    if (refusals.length > 0) return unlawful(refusals);
  }
  const touched = new Set([...reversing, ...facts].flatMap(({ tags }) => tags));
  const dependants = rehearsal.finish(touched);
  if (dependants.length > 0) return unlawful([againstLater(dependants, removed.size > 0)]);
  const following = rehearsal.consequences(touched);
  const subjects = unread(
    following.flatMap(({ tags }) => tags),
    histories,
  );
  if (subjects.length > 0) return { trial: "Needs", subjects };
  for (const [index, event] of following.entries()) {
    const refusals = take(provisional(event, facts.length + index));
    if (refusals.length > 0) return unlawful(refusals);
  }
  const events = [...reversing, ...facts.toSorted(byEffect).map(withoutPlace), ...following];
  return { trial: "Lawful", events, following: following.length, warnings: warned };
};

const lackingPlaces = (
  requests: readonly Request[],
  reversals: readonly ReversalRequest[],
): readonly Refusal[] => {
  const freed = new Set(reversals.map(({ target }) => target));
  return requests.flatMap(({ inPlaceOf, at }) =>
    inPlaceOf === undefined || freed.has(inPlaceOf)
      ? []
      : ofCommand(at, [refuse("PlaceNotFreed", { inPlaceOf })]),
  );
};

/** A request with the moment at which it is decided: the end of a day, or the place it takes. */
interface PlacedRequest extends Request {
  readonly moment: Moment;
  /** Its index among all that are placed. */
  readonly nth: number;
}

/** The requests in the order of their moments, each on its day. */
const placedOn = (
  days: readonly CalendarDate[],
  requests: readonly Request[],
  reversals: readonly ReversalRequest[],
): readonly PlacedRequest[] => {
  const freed = new Map(reversals.map(({ target, original }) => [target, original]));
  const momentOf = ({ inPlaceOf }: Request, day: CalendarDate): Moment => {
    const original = inPlaceOf === undefined ? undefined : freed.get(inPlaceOf);
    const moment = endOfDay(day);
    return inPlaceOf === undefined || original?.effectiveOn !== day
      ? moment
      : { ...moment, inPlaceOf: placeLeftBy(inPlaceOf, original) };
  };
  return requests
    .map((one, nth) => ({ ...one, nth, moment: momentOf(one, days[nth] ?? one.effectiveOn) }))
    .toSorted((a, b) => byEffect(a.moment, b.moment));
};

interface Asked {
  /** Each has its place in this list as its index. */
  readonly facts: readonly RecordedEvent[];
  /** The command that asked for each of them. */
  readonly askedBy: readonly (number | undefined)[];
  readonly warnings: readonly Refusal[];
}

/** How often all may be decided until each was decided on the day of its fact. */
const passesMax = 4;

/**
 * The facts asked for, decided in the order in which they take effect. A recognition decided late
 * takes effect before the day that its command names: then all are decided once more, with that
 * command on the day of its fact, so that what is told of later days rests on it.
 */
const factsInOrder = (
  requests: readonly Request[],
  reversals: readonly ReversalRequest[],
  histories: Histories,
): Asked | Trial => {
  const removed = new Set(reversals.map(({ target }) => target));
  let days: readonly CalendarDate[] = requests.map(({ effectiveOn }) => effectiveOn);
  for (let pass = 1; ; pass += 1) {
    const asked = factsOf(placedOn(days, requests, reversals), removed, histories);
    if ("trial" in asked) return asked;
    const found = requests.map(({ effectiveOn }, nth) => asked.days.get(nth) ?? effectiveOn);
    if (pass === passesMax || found.every((day, nth) => day === days[nth])) {
      return asked.refusals.length > 0 ? unlawful(asked.refusals) : asked;
    }
    days = found;
  }
};

interface Pass extends Asked {
  /** What the first command that was refused was refused for. */
  readonly refusals: readonly Refusal[];
  /** The day of a fact that takes effect before the day of its command, by the command's index. */
  readonly days: ReadonlyMap<number, CalendarDate>;
}

/** The facts that the commands ask for and that do not stand yet, not judged. */
const factsOf = (
  requests: readonly PlacedRequest[],
  removed: ReadonlySet<string>,
  histories: Histories,
): Pass | Trial => {
  const anew = () => new Rehearsal({ ...histories, removed });
  const rehearsal = anew();
  const facts: RecordedEvent[] = [];
  const askedBy: (number | undefined)[] = [];
  const warnings: Refusal[] = [];
  let refusals: readonly Refusal[] = [];
  const days = new Map<number, CalendarDate>();
  const needs = new Set<Tag>();
  const isRead = (subjects: readonly Tag[]): boolean => {
    const missing = unread(subjects, histories);
    for (const subject of missing) needs.add(subject);
    return missing.length === 0;
  };
  for (const request of requests) {
    const { type, data, moment, at, nth } = request;
    const reads = new Set(type.reads(data));
    const given = givenTo(request, reads, { histories, rehearsal });
    const isAllRead = [undefined, ...(type.thenReads ?? [])].every((stage) => {
      for (const subject of stage?.(data, given) ?? []) reads.add(subject);
      return isRead([...reads]);
    });
    if (!isAllRead) continue;
    const decision = type.decide(data, given);
    if (decision.decision === "Refused") {
      // What is still to be read, or takes effect before, may change the decision.
      if (refusals.length === 0) refusals = ofCommand(at, decision.refusals);
      continue;
    }
    warnings.push(...ofCommand(at, decision.warnings ?? []));
    for (const proposed of decision.events) {
      const day = days.get(nth) ?? request.effectiveOn;
      if (proposed.effectiveOn < day) days.set(nth, proposed.effectiveOn);
      if (!isRead(proposed.tags)) continue;
      const fact = provisional(placedAt(proposed, moment), facts.length);
      if (isRepeated(fact, facts, { rehearsal, anew })) continue;
      rehearsal.assume(fact);
      facts.push(fact);
      askedBy.push(at);
    }
  }
  return needs.size > 0
    ? { trial: "Needs", subjects: [...needs] }
    : { facts, askedBy, warnings, refusals, days };
};

const placedAt = (event: DomainEvent, { effectiveOn, inPlaceOf }: Moment): DomainEvent =>
  inPlaceOf === undefined || event.effectiveOn !== effectiveOn ? event : { ...event, inPlaceOf };

const givenTo = (
  { type, effectiveOn, moment }: PlacedRequest,
  reads: ReadonlySet<Tag>,
  { histories, rehearsal }: { readonly histories: Histories; readonly rehearsal: Rehearsal },
): Given<RuleContext> => {
  const { context, standingsOf } = histories;
  const stateOn: StateOn = (law, subject) => {
    if (!reads.has(subject)) throw new Error(`${type.command} does not read ${subject}`);
    return rehearsal.stateAt(law as unknown as AnyLaw, subject, moment) as never;
  };
  return { effectiveOn, context, stateOn, standings: standingsOf(stateOn) };
};

const unread = (subjects: readonly Tag[], { timelines }: Histories): readonly Tag[] => [
  ...new Set(subjects.filter((subject) => !timelines.has(subject))),
];

const reversalOf = ({ target, reason, original }: ReversalRequest): DomainEvent => {
  const record = withoutPlace(original as RecordedEvent);
  return newEvent(EventReversed, { target, reason, original: record as never }, record.effectiveOn);
};

/**
 * The event as the ledger will hold it, at a place behind everything recorded until the store
 * gives the true one. The states it was decided on are no part of it.
 */
const provisional = (event: DomainEvent, index: number): RecordedEvent => ({
  ...canonicalOf(event).value,
  position: Number.MAX_SAFE_INTEGER,
  index,
  recordedAt: "9999-12-31T23:59:59.999Z" as Instant,
});

const againstLater = (dependants: readonly Dependant[], reversing: boolean): Refusal => ({
  ...refuse(reversing ? "HasDependants" : "ContradictsLater", {
    events: dependants.slice(0, 100).map(({ event }) => `${addressOf(event)} ${event.type}`),
    because: [...new Set(dependants.flatMap((one) => one.refusals.map((why) => why.refusal)))],
  }),
  at: addressOf((dependants[0] as Dependant).event),
});
