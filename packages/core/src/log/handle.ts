import type { StandingsOf } from "../kernel/command.ts";
import { type CalendarDate, dayOf, type Instant } from "../kernel/date.ts";
import type { Tag } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/refusal.ts";
import type { RulePack } from "../rulebook/rule-pack.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Command } from "./command.ts";
import { commandHashOf, commitAfter, commitBytesMax, type StoredCommit } from "./commit.ts";
import { aboutAny } from "./condition.ts";
import { decideTogether, type Histories } from "./deciding.ts";
import type { EventStore } from "./event-store.ts";
import { SubjectHistories } from "./histories.ts";
import type { AnyLaw } from "./rehearsal.ts";
import { rulebookFor } from "./rulebook-for.ts";
import { refuse } from "./rules.ts";

/** What came of a command. */
export type Outcome =
  /** `again`: the command id stands in the ledger already, with the same command. */
  | { readonly outcome: "Recorded"; readonly stored: StoredCommit; readonly again: boolean }
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
  /** Records all of them in one commit, or none; the first one's id and actor are the commit's. */
  handleTogether(commands: readonly Command[], note?: string): Promise<Outcome>;
}

const dayInMs = 86_400_000;

/** Opens a ledger for recording. One handler works through its commands one after another. */
export const openHandler = async (store: EventStore, options: HandlerOptions): Promise<Handler> => {
  const histories = new SubjectHistories(store, options.subjectsMax ?? 20_000);
  let rulebook = await rulebookFor(store, options.packs);
  let turn: Promise<unknown> = Promise.resolve();

  const record = async (commands: readonly Command[], note?: string): Promise<Outcome> => {
    const [first] = commands;
    if (first === undefined) return { outcome: "Unchanged" };
    const commandHash = hashOf(commands);
    const known = await store.find(first.id);
    if (known !== undefined) return repeated(known, commandHash);
    const now = options.now();
    const today = options.today?.() ?? dayOf(now);
    for (;;) {
      const head = await histories.catchUp();
      if (Date.parse(head.recordedAt) > Date.parse(now) + dayInMs) {
        return refusedWith(refuse("ClockBehindLedger", { now, last: head.recordedAt }));
      }
      const future = commands.find(({ effectiveOn }) => (effectiveOn ?? today) > today);
      if (future !== undefined) {
        const { effectiveOn } = future;
        return refusedWith(
          refuse("EffectiveInFuture", { effectiveOn: effectiveOn as string, today }),
        );
      }
      const trial = await tried(commands, { today, rulebook });
      if (trial.trial === "Unlawful") return { outcome: "Refused", refusals: trial.refusals };
      if (trial.events.length === 0) return { outcome: "Unchanged" };
      const draft = {
        actor: first.actor,
        commandHash,
        commandId: first.id,
        events: trial.events,
        ...(note === undefined ? {} : { note }),
      };
      const bytes = utf8Length(commitAfter(head, draft, now).text);
      if (bytes > commitBytesMax) {
        return refusedWith(refuse("CommitTooLarge", { bytes, bytesMax: commitBytesMax }));
      }
      const condition = { failIfMatch: aboutAny(trial.subjects), after: head.position };
      const result = await store.append(draft, condition, now);
      if (result.append === "CommandKnown") return repeated(result.stored, commandHash);
      if (result.append === "Appended") {
        await histories.catchUp();
        if (trial.events.some(({ type }) => type === "RulePackRegistered")) {
          rulebook = await rulebookFor(store, options.packs);
        }
        return { outcome: "Recorded", stored: result.stored, again: false };
      }
    }
  };

  const tried = async (
    commands: readonly Command[],
    context: { readonly today: CalendarDate; readonly rulebook: Rulebook },
  ) => {
    const reversals = await Promise.all(
      commands.flatMap(({ type, data }) =>
        type.command === "ReverseEvent"
          ? [histories.reversal(data as { target: string; reason: string })]
          : [],
      ),
    );
    const requests = commands
      .filter(({ type }) => type.command !== "ReverseEvent")
      .map(({ type, data, effectiveOn }) => ({
        type,
        data,
        effectiveOn: effectiveOn ?? context.today,
      }));
    const subjects = new Set<Tag>();
    for (;;) {
      const timelines = await histories.of(subjects);
      const { laws, standingsOf } = options;
      const given: Histories = { timelines, laws, standingsOf, context };
      const trial = decideTogether(requests, reversals, given);
      if (trial.trial !== "Needs") return { ...trial, subjects };
      for (const subject of trial.subjects) subjects.add(subject);
    }
  };

  const inTurn = (commands: readonly Command[], note?: string): Promise<Outcome> => {
    const result = turn.then(() => record(commands, note));
    turn = result.catch(() => {});
    return result;
  };
  return {
    handle: (command) => inTurn([command]),
    handleTogether: inTurn,
  };
};

const refusedWith = (refusal: Refusal): Outcome => ({ outcome: "Refused", refusals: [refusal] });

const repeated = (stored: StoredCommit, commandHash: string): Outcome =>
  stored.commit.commandHash === commandHash
    ? { outcome: "Recorded", stored, again: true }
    : refusedWith(
        refuse("CommandIdReused", {
          id: stored.commit.commandId,
          position: stored.commit.position,
        }),
      );

const hashOf = (commands: readonly Command[]): string =>
  commandHashOf({
    actor: (commands[0] as Command).actor,
    commands: commands.map(({ type, effectiveOn, data }) => ({
      command: type.command,
      data,
      ...(effectiveOn === undefined ? {} : { effectiveOn }),
    })),
  });

const utf8Length = (text: string): number => {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f)
      bytes += unit > 0x7ff && (unit & 0xfc00) !== 0xd800 && (unit & 0xfc00) !== 0xdc00 ? 2 : 1;
  }
  return bytes;
};
