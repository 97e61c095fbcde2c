import { canonicalJson } from "../kernel/canonical-json.ts";
import type { CommandType, Given, StandingsOf } from "../kernel/command.ts";
import type { CalendarDate, Instant } from "../kernel/date.ts";
import { addressOf, type DomainEvent, newEvent, type RecordedEvent } from "../kernel/event.ts";
import type { Tag } from "../kernel/ids.ts";
import type { StateOn } from "../kernel/law.ts";
import type { Refusal } from "../kernel/refusal.ts";
import type { RuleContext } from "../rulebook/rulebook.ts";
import { EventReversed } from "./events.ts";
import { type AnyLaw, Rehearsal } from "./rehearsal.ts";
import { irreversible, refuse } from "./rules.ts";
import type { Timeline } from "./timeline.ts";

/** A command as the deciders see it: decoded, with the day it is to take effect. */
export interface Request {
  readonly type: CommandType<string, unknown, RuleContext>;
  readonly data: unknown;
  readonly effectiveOn: CalendarDate;
}

/** A reversal asked for, with the recorded event it names when there is one. */
export interface ReversalRequest {
  readonly target: string;
  readonly reason: string;
  readonly original: RecordedEvent | undefined;
  readonly stands: boolean;
}

export interface Histories {
  readonly timelines: ReadonlyMap<Tag, Timeline>;
  readonly laws: readonly AnyLaw[];
  readonly standingsOf: StandingsOf;
  readonly context: RuleContext;
}

/** What came of a trial: the events for one commit, what speaks against it, or what is not read. */
export type Trial =
  | { readonly trial: "Lawful"; readonly events: readonly DomainEvent[] }
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
  const refused = [...reversals.flatMap(objectionsToReversal), ...reversedTwice(reversals)];
  if (refused.length > 0) return { trial: "Unlawful", refusals: refused };
  const reversing = reversals.map(reversalOf);
  const subjects = unread(
    reversing.flatMap(({ tags }) => tags),
    histories,
  );
  if (subjects.length > 0) return { trial: "Needs", subjects };

  const removed = new Set(reversals.map(({ target }) => target));
  const asked = factsOf(requests, new Rehearsal({ ...histories, removed }), histories);
  if (asked.trial !== "Lawful") return asked;

  const judged = new Rehearsal({ ...histories, removed });
  const facts = asked.events.toSorted(byDay);
  for (const [index, fact] of facts.entries()) {
    const refusals = judged.judge(provisional(fact, index));
    if (refusals.length > 0) return { trial: "Unlawful", refusals };
  }
  const events = [...reversing, ...facts];
  const dependants = judged.finish(new Set(events.flatMap(({ tags }) => tags)));
  return dependants.length > 0
    ? { trial: "Unlawful", refusals: [againstLater(dependants, removed.size > 0)] }
    : { trial: "Lawful", events };
};

/** The facts that the commands ask for and that do not stand yet, not judged. */
const factsOf = (
  requests: readonly Request[],
  rehearsal: Rehearsal,
  histories: Histories,
): Trial => {
  const facts: RecordedEvent[] = [];
  const texts = new Set<string>();
  const needs = new Set<Tag>();
  for (const request of requests.toSorted(byDay)) {
    const missing = unread(request.type.reads(request.data), histories);
    for (const subject of missing) needs.add(subject);
    if (missing.length > 0) continue;
    const decision = request.type.decide(request.data, givenTo(request, histories, rehearsal));
    if (decision.decision === "Refused") {
      // What is still to be read may change the decision, so a refusal waits for it.
      if (needs.size > 0) continue;
      return { trial: "Unlawful", refusals: decision.refusals };
    }
    for (const proposed of decision.events) {
      const more = unread(proposed.tags, histories);
      for (const subject of more) needs.add(subject);
      if (more.length > 0) continue;
      const text = textOf(proposed);
      const fact = provisional(JSON.parse(text), facts.length);
      // The same fact on the same day, recorded or asked for before, adds nothing.
      if (texts.has(text) || rehearsal.has(fact, (other) => textOf(other) === text)) continue;
      rehearsal.assume(fact);
      facts.push(fact);
      texts.add(text);
    }
  }
  return needs.size > 0
    ? { trial: "Needs", subjects: [...needs] }
    : { trial: "Lawful", events: facts.map(withoutPlace) };
};

/** An event as the ledger will hold it; the states it was decided on are no part of it. */
const textOf = ({ data, effectiveOn, tags, type, version }: DomainEvent): string =>
  canonicalJson({ data, effectiveOn, tags, type, version });

const byDay = (
  a: { readonly effectiveOn: CalendarDate },
  b: { readonly effectiveOn: CalendarDate },
): number => (a.effectiveOn < b.effectiveOn ? -1 : Number(a.effectiveOn > b.effectiveOn));

const givenTo = (
  { type, data, effectiveOn }: Request,
  { context, standingsOf }: Histories,
  rehearsal: Rehearsal,
): Given<RuleContext> => {
  const reads = new Set(type.reads(data));
  const stateOn: StateOn = (law, subject) => {
    if (!reads.has(subject)) throw new Error(`${type.command} does not read ${subject}`);
    return rehearsal.stateOn(law as unknown as AnyLaw, subject, effectiveOn) as never;
  };
  return { effectiveOn, context, stateOn, standings: standingsOf(stateOn) };
};

const unread = (subjects: readonly Tag[], { timelines }: Histories): readonly Tag[] => [
  ...new Set(subjects.filter((subject) => !timelines.has(subject))),
];

const objectionsToReversal = (request: ReversalRequest): readonly Refusal[] => {
  const { target, original, stands } = request;
  if (original === undefined) return [refuse("UnknownEvent", { target })];
  if (irreversible.includes(original.type)) {
    return [refuse("MayNotBeReversed", { target, type: original.type })];
  }
  return stands ? [] : [refuse("AlreadyReversed", { target, type: original.type })];
};

const reversedTwice = (reversals: readonly ReversalRequest[]): readonly Refusal[] => {
  const targets = new Set<string>();
  return reversals.flatMap(({ target, original }) => {
    if (!targets.has(target)) {
      targets.add(target);
      return [];
    }
    return original === undefined
      ? []
      : [refuse("AlreadyReversed", { target, type: original.type })];
  });
};

const reversalOf = ({ target, reason, original }: ReversalRequest): DomainEvent => {
  const { position: _p, index: _i, recordedAt: _r, ...record } = original as RecordedEvent;
  return newEvent(EventReversed, { target, reason, original: record as never }, record.effectiveOn);
};

/** A place behind everything recorded, until the store gives the true one. */
const provisional = (event: DomainEvent, index: number): RecordedEvent => ({
  ...event,
  position: Number.MAX_SAFE_INTEGER,
  index,
  recordedAt: "9999-12-31T23:59:59.999Z" as Instant,
});

const withoutPlace = ({ data, effectiveOn, tags, type, version }: RecordedEvent): DomainEvent => ({
  data,
  effectiveOn,
  tags,
  type,
  version,
});

const againstLater = (
  dependants: readonly { readonly event: RecordedEvent; readonly refusals: readonly Refusal[] }[],
  reversing: boolean,
): Refusal => ({
  ...refuse(reversing ? "HasDependants" : "ContradictsLater", {
    events: dependants.slice(0, 100).map(({ event }) => `${addressOf(event)} ${event.type}`),
    because: [...new Set(dependants.flatMap((one) => one.refusals.map((why) => why.refusal)))],
  }),
  at: addressOf((dependants[0] as { event: RecordedEvent }).event),
});
