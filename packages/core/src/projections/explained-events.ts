import { addressOf, type RecordedEvent } from "../kernel/event.ts";
import type { QueryItem } from "../log/condition.ts";
import { type Horizon, within } from "../log/effective.ts";
import { isReversal } from "../log/reversal.ts";
import type { WantedOf } from "../replay/wanted.ts";
import { type Amount, isInYear, isNamed, rolledUp } from "./accounts.ts";
import type { ExplainedEvent } from "./explanation.ts";
import type { Keeping } from "./keeping.ts";
import { measureOf } from "./measure.ts";
import { neededFact, neededOn } from "./needed-events.ts";
import { postedMembers, postings } from "./postings.ts";
import type { AccountsTaken } from "./quantity.ts";
import type { StandingFact } from "./standing-fact.ts";

/** What to look for in a ledger: all that falls on some accounts, and some standing facts. */
export interface Sought {
  readonly on: readonly AccountsTaken[];
  readonly facts?: readonly StandingFact[];
}

/** Keeps what it seeks in a ledger, and can tell an event of these from what was read of it. */
export interface Seeking<Kept> extends Keeping<Kept> {
  readonly isSought: (event: RecordedEvent) => boolean;
  /** Of which subjects and types what it seeks can be. */
  readonly needed: readonly QueryItem[];
}

/** What of a ledger it takes to seek: what postings read, and all of what is sought. */
export const wantedToSeek =
  (isSought: Seeking<unknown>["isSought"]): WantedOf =>
  (type) =>
    type === "EventReversed" ? "whole" : { members: postedMembers(type) ?? [], onlyIf: isSought };

/**
 * Keeps the events that are sought. One that was reversed within the horizon goes again, so memory
 * holds what is explained only.
 */
export const keepEvents = (
  sought: Sought,
  horizon: Horizon,
): Seeking<readonly ExplainedEvent[]> => {
  const kept = new Map<string, ExplainedEvent>();
  const on = sought.on.map(searched);
  const facts = new Map((sought.facts ?? []).map(({ event, makes }) => [addressOf(event), makes]));
  return {
    needed: neededFor(sought),
    isSought: (event) =>
      within(event, horizon) && (facts.has(addressOf(event)) || postedOn(on, event).length > 0),
    take: (event, actor) => {
      const isKnown = within(event, horizon);
      if (isReversal(event)) {
        const { target } = event.data;
        const reversed = kept.get(target);
        if (isKnown) kept.delete(target);
        else if (reversed !== undefined) {
          kept.set(target, { ...reversed, reversedBy: addressOf(event) });
        }
        return;
      }
      if (!isKnown) return;
      const posted = postedOn(on, event);
      const makes = facts.get(addressOf(event));
      if (posted.length === 0 && makes === undefined) return;
      kept.set(addressOf(event), { ...told(event, actor, posted), ...(makes && { makes }) });
    },
    close: () => [...kept.values()],
  };
};

const neededFor = ({ on, facts = [] }: Sought): readonly QueryItem[] => [
  ...on.flatMap(({ accounts }) => neededOn(accounts)),
  ...facts.map(neededFact),
];

const told = (event: RecordedEvent, actor: string, posted: readonly Amount[]): ExplainedEvent => {
  const { type, effectiveOn, recordedAt, data } = event;
  const { branch, committee } = data as { readonly branch?: string; readonly committee?: string };
  const of = branch ?? committee ?? posted[0]?.branch;
  return {
    address: addressOf(event),
    type,
    effectiveOn,
    recordedAt,
    actor,
    ...(of === undefined ? {} : { branch: of }),
    data,
    postings: posted,
  };
};

interface Searched extends AccountsTaken {
  readonly measure: string;
  readonly isOn: (branch: string) => boolean;
}

const searched = (taken: AccountsTaken): Searched => {
  const { branches, words } = taken.accounts;
  const among = new Set<string>(branches === "all" ? [] : branches);
  const isOn = (branch: string): boolean => branches === "all" || among.has(branch);
  return { ...taken, measure: measureOf(...words), isOn };
};

/** What an event adds to the accounts, rolled up; where that comes to nothing, it is not listed. */
const postedOn = (on: readonly Searched[], event: RecordedEvent): readonly Amount[] => {
  if (on.length === 0) return [];
  const amounts: Amount[] = [];
  postings(event, (branch, year, name, amount, subject) => {
    for (const { accounts, times = 1, takes, measure, isOn } of on) {
      if (!isInYear(accounts, year) || !isOn(branch) || !isNamed(accounts, name)) continue;
      if (accounts.whose?.(subject) === false) continue;
      const whose = subject === undefined ? {} : { subject };
      const one = { branch, year, measure, ...whose, amount: times * amount };
      if (takes(one)) amounts.push(one);
    }
  });
  return rolledUp(amounts).filter(({ amount }) => amount !== 0);
};
