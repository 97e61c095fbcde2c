import {
  addressOf,
  allLaws,
  claimsOf,
  isBlocking,
  type RecordedEvent,
  type Refusal,
  tagPrefix,
} from "@tongket/core";
import type { Rulebook } from "@tongket/core/rulebook";
import { LawBroken } from "./law-broken.ts";
import { timelinesOf } from "./standing-events.ts";

type OpenLaw = (typeof allLaws)[number];

/** Something that refuses an event which stands in a ledger; what only warns of it is none. */
export interface Objection {
  readonly subject: string;
  readonly address: string;
  readonly type: string;
  readonly refusals: readonly Refusal[];
}

/** Judges a whole history from scratch: each subject's timeline, folded in order of effect. */
export const objectionsTo = (
  events: readonly RecordedEvent[],
  rules: {
    readonly rulebook: Rulebook;
    readonly laws?: readonly OpenLaw[];
    readonly today?: string;
  },
): readonly Objection[] => {
  const { rulebook, laws = allLaws, today = "2999-12-31" } = rules;
  const context = { rulebook, today: today as never };
  const found: Objection[] = [];
  for (const [subject, timeline] of timelinesOf(events)) {
    for (const law of laws.filter(({ on }) => on === tagPrefix(subject))) {
      const state = law.initial(subject as never);
      for (const event of timeline) {
        const claims = claimsOf(event);
        const refusals = law.objections(state, event, claims, context).filter(isBlocking);
        const { type } = event;
        if (refusals.length > 0) {
          found.push({ subject, address: addressOf(event), type, refusals });
        }
        law.evolve(state, event, claims);
      }
    }
  }
  return found;
};

/** No law of any subject objects to what is recorded, however and in what order it came in. */
export const historyIsLawful = (
  events: readonly RecordedEvent[],
  rules: Parameters<typeof objectionsTo>[1],
): void => {
  const objections = objectionsTo(events, rules);
  if (objections.length > 0) {
    throw new LawBroken("a recorded history has no objection against it", { objections });
  }
};

/** The state of every subject under every law at the end of its timeline. */
export const statesOf = (
  events: readonly RecordedEvent[],
  laws: readonly OpenLaw[] = allLaws,
): ReadonlyMap<string, readonly unknown[]> =>
  new Map(
    [...timelinesOf(events)].map(([subject, timeline]) => [
      subject,
      laws
        .filter(({ on }) => on === tagPrefix(subject))
        .map((law) => {
          const state = law.initial(subject as never);
          for (const event of timeline) law.evolve(state, event, claimsOf(event));
          return state;
        }),
    ]),
  );
