import type { StandingsOf } from "../kernel/command.ts";
import { type CalendarDate, dayOf, type Instant } from "../kernel/date.ts";
import type { RecordedEvent } from "../kernel/event.ts";
import type { Tag } from "../kernel/ids.ts";
import { ofCommand, type Refusal } from "../kernel/refusal.ts";
import type { RulePack } from "../rulebook/rule-pack.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type Command, hashOfCommands } from "./command.ts";
import { commitAfter, eventsOf, type Head, type StoredCommit } from "./commit.ts";
import { checkCommit, objectionToSize, repeatedAt } from "./commit-limits.ts";
import type { Query } from "./condition.ts";
import type { ReverseEvent } from "./decide.ts";
import { decideTogether } from "./deciding.ts";
import type { EventStore } from "./event-store.ts";
import { SubjectHistories } from "./histories.ts";
import type { AnyLaw } from "./rehearsal.ts";
import type { ReversalRequest } from "./reversing.ts";
import { rulebookFor } from "./rulebook-for.ts";
import { refuse } from "./rules.ts";

/** What came of a command. */
export type Outcome =
  /**
   * `again`: the command id stands in the ledger already, with the same command. `warnings`: what
   * speaks against the facts and does not block them; `followed`: those of the commit that nobody
   * asked for, since they follow from the others. Both are told once, when they are recorded.
   */
  | {
      readonly outcome: "Recorded";
      readonly stored: StoredCommit;
      readonly again: boolean;
      readonly warnings: readonly Refusal[];
      readonly followed?: readonly RecordedEvent[];
    }
  /** Every fact asked for stood already: nothing was written. */
  | { readonly outcome: "Unchanged" }
  | { readonly outcome: "Refused"; readonly refusals: readonly Refusal[] };

export interface HandlerOptions {
  readonly laws: readonly AnyLaw[];
  readonly standingsOf: StandingsOf;
  /** Rule packs beside those registered in the ledger. */
  readonly packs: readonly RulePack[];
  /** The time of recording; read anew for every command. */
  readonly now: () => Instant;
  /** The calendar day where the clerk sits; by default the day of `now` in UTC. */
  readonly today?: () => CalendarDate;
  /** How many subjects to keep in memory between commands. */
  readonly subjectsMax?: number;
}

/** Records commands in a ledger: one at a time, each at most once. */
export interface Handler {
  handle(command: Command): Promise<Outcome>;
  /**
   * Records all of them in one commit, or none. They have one actor; the first one's id finds the
   * commit again, and the others' are taken with it. Throws a TypeError where actors differ, or
   * on a note that a ledger cannot hold.
   */
  handleTogether(commands: readonly Command[], note?: string): Promise<Outcome>;
}

/** Opens a ledger for recording. One handler works through its commands one after another. */
export const openHandler = async (store: EventStore, options: HandlerOptions): Promise<Handler> => {
  const seen = await store.head();
  return new LedgerHandler(store, options, seen, await rulebookFor(store, options.packs));
};

class LedgerHandler implements Handler {
  readonly #store: EventStore;
  readonly #options: HandlerOptions;
  readonly #histories: SubjectHistories;
  #rulebook: Rulebook;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: EventStore, options: HandlerOptions, seen: Head, rulebook: Rulebook) {
    this.#store = store;
    this.#options = options;
    this.#histories = new SubjectHistories(store, options.subjectsMax ?? 20_000, seen);
    this.#rulebook = rulebook;
  }

  handle(command: Command): Promise<Outcome> {
    return this.handleTogether([command]);
  }

  handleTogether(commands: readonly Command[], note?: string): Promise<Outcome> {
    const result = this.#turn.then(() => this.#record(commands, note));
    this.#turn = result.catch(() => {});
    return result;
  }

  async #record(commands: readonly Command[], note?: string): Promise<Outcome> {
    const [first, ...others] = commands;
    if (first === undefined) return { outcome: "Unchanged" };
    checkCommit(commands, note);
    const commandHash = hashOfCommands(commands);
    const now = this.#options.now();
    const today = this.#options.today?.() ?? dayOf(now);
    for (;;) {
      const head = await this.#catchUp();
      // Behind the head, so that what another handler made of the same command is seen.
      const known = await this.#known(commands, commandHash);
      if (known !== undefined) return known;
      const twice = repeatedAt(commands);
      if (twice !== undefined) {
        const facts = { id: (commands[twice] as Command).id, position: head.position + 1 };
        return refusedWith(refuse("CommandIdReused", facts), twice);
      }
      const untimely = objectionsToTime(commands, head, { now, today });
      if (untimely.length > 0) return { outcome: "Refused", refusals: untimely };
      const trial = await this.#try(commands, today);
      if (trial.trial === "Unlawful") return { outcome: "Refused", refusals: trial.refusals };
      if (trial.events.length === 0) return { outcome: "Unchanged" };
      const draft = {
        actor: first.actor,
        commandHash,
        commandId: first.id,
        events: trial.events,
        ...(others.length === 0 ? {} : { furtherIds: others.map(({ id }) => id) }),
        ...(note === undefined ? {} : { note }),
      };
      const large = objectionToSize(draft.events, commitAfter(head, draft, now).text);
      if (large !== undefined) return refusedWith(large);
      const condition = { failIfMatch: restingOn(trial.subjects), after: head.position };
      const result = await this.#store.append(draft, condition, now);
      if (result.append === "CommandKnown") {
        const known = await this.#known(commands, commandHash);
        if (known !== undefined) return known;
      }
      if (result.append === "Appended") {
        const { warnings, following } = trial;
        const { stored } = result;
        const followed = following === 0 ? {} : { followed: lastEvents(stored, following) };
        return { outcome: "Recorded", stored, again: false, warnings, ...followed };
      }
    }
  }

  /** What is to be said of ids that stand in the ledger; a commit is known by its first. */
  async #known(commands: readonly Command[], hash: string): Promise<Outcome | undefined> {
    for (const [index, { id }] of commands.entries()) {
      const stored = await this.#store.find(id);
      const asked = { id, hash: index === 0 ? hash : "", at: placeIn(commands, index) };
      if (stored !== undefined) return repeated(stored, asked);
    }
    return undefined;
  }

  async #catchUp(): Promise<Head> {
    const { head, types } = await this.#histories.catchUp();
    if (types.has("RulePackRegistered")) {
      this.#rulebook = await rulebookFor(this.#store, this.#options.packs);
    }
    return head;
  }

  /** Decides the commands, reading the histories of their subjects as they are asked for. */
  async #try(commands: readonly Command[], today: CalendarDate) {
    const { laws, standingsOf } = this.#options;
    const context = { today, rulebook: this.#rulebook };
    const reversals = await this.#reversals(commands);
    const requests = commands.flatMap(({ type, data, effectiveOn = today, inPlaceOf }, index) => {
      if (type.command === "ReverseEvent") return [];
      const place = inPlaceOf === undefined ? {} : { inPlaceOf };
      return [{ type, data, effectiveOn, ...place, ...placedIn(commands, index) }];
    });
    const subjects = new Set<Tag>();
    for (;;) {
      const timelines = await this.#histories.of(subjects);
      const trial = decideTogether(requests, reversals, { timelines, laws, standingsOf, context });
      if (trial.trial !== "Needs") return { ...trial, subjects };
      for (const subject of trial.subjects) subjects.add(subject);
    }
  }

  async #reversals(commands: readonly Command[]): Promise<readonly ReversalRequest[]> {
    const found: ReversalRequest[] = [];
    for (const [index, { type, data }] of commands.entries()) {
      if (type.command !== "ReverseEvent") continue;
      const reversal = await this.#histories.reversal(data as ReverseEvent);
      found.push({ ...reversal, ...placedIn(commands, index) });
    }
    return found;
  }
}

const lastEvents = ({ commit }: StoredCommit, count: number): readonly RecordedEvent[] =>
  eventsOf(commit).slice(-count);

const dayInMs = 86_400_000;

const objectionsToTime = (
  commands: readonly Command[],
  head: Head,
  { now, today }: { readonly now: Instant; readonly today: CalendarDate },
): readonly Refusal[] => {
  if (Date.parse(head.recordedAt) > Date.parse(now) + dayInMs) {
    return [refuse("ClockBehindLedger", { now, last: head.recordedAt })];
  }
  return commands.flatMap(({ effectiveOn = today }, index) =>
    effectiveOn > today
      ? ofCommand(placeIn(commands, index), [refuse("EffectiveInFuture", { effectiveOn, today })])
      : [],
  );
};

/** The place of a command among several; one that is alone needs none. */
const placeIn = (commands: readonly Command[], index: number): number | undefined =>
  commands.length > 1 ? index : undefined;

const placedIn = (commands: readonly Command[], index: number): { readonly at?: number } =>
  commands.length > 1 ? { at: index } : {};

/** A decision rests on the histories of its subjects, and on the packs registered by then. */
const restingOn = (subjects: ReadonlySet<Tag>): Query => ({
  items: [
    ...[...subjects].map((subject) => ({ tags: [subject], types: [] })),
    { tags: [], types: ["RulePackRegistered"] },
  ],
});

const refusedWith = (refusal: Refusal, at?: number): Outcome => ({
  outcome: "Refused",
  refusals: ofCommand(at, [refusal]),
});

const repeated = (
  stored: StoredCommit,
  asked: { readonly id: string; readonly hash: string; readonly at: number | undefined },
): Outcome =>
  stored.commit.commandHash === asked.hash && stored.commit.commandId === asked.id
    ? { outcome: "Recorded", stored, again: true, warnings: [] }
    : refusedWith(
        refuse("CommandIdReused", { id: asked.id, position: stored.commit.position }),
        asked.at,
      );
