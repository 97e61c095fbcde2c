import type { Choices } from "./choices.ts";
import type { KnownBranch, KnownPerson, Model } from "./model.ts";

/** What a candidate command is chosen from. */
export interface Drawing {
  readonly choose: Choices;
  readonly model: Model;
  /** The day the command is to take effect, as chosen for this step. */
  readonly day: string;
  /** An id that was not used before. */
  readonly fresh: (prefix: string) => string;
}

/**
 * A command without its day, or with a day of its own. One that has the name of a type of event
 * states that fact whole, for the laws alone to judge.
 */
export type Body = readonly [command: string, data: object, day?: string];

/** Draws commands that are to stand or fall together; undefined where nothing fits the model. */
export type Candidate = (drawing: Drawing) => readonly Body[] | undefined;

/** Candidates of one slice, each with how often it is drawn. */
export type Candidates = readonly (readonly [weight: number, candidate: Candidate])[];

/** While there is nothing for a candidate to be about, mostly the one that makes it. */
export const needing =
  (type: string, first: Candidate, then: Candidate): Candidate =>
  (drawing) =>
    drawing.model.facts(type).length === 0 && !drawing.choose.onceIn(8)
      ? first(drawing)
      : then(drawing);

/** How often a choice is a wild one, likely to be refused: once in so many. */
const wildOnceIn = 14;

/** A branch: mostly a living one that fits, now and then any other, or one nobody knows. */
export const aBranch = (
  { choose, model }: Drawing,
  fits: (branch: KnownBranch) => boolean = () => true,
): KnownBranch => {
  const all = [...model.branches.values()];
  const alive = all.filter((one) => one.alive);
  const fitting = alive.filter(fits);
  if (choose.onceIn(wildOnceIn)) return choose.of(all) ?? nowhere;
  if (choose.onceIn(wildOnceIn * 2)) return nowhere;
  return choose.of(fitting) ?? choose.of(alive) ?? nowhere;
};

const nowhere: KnownBranch = {
  branch: "nowhere",
  kind: "cell",
  parent: undefined,
  alive: false,
};

/** A person: mostly one that fits, now and then any other, or one nobody knows. */
export const aPerson = (
  { choose, model }: Drawing,
  fits: (person: KnownPerson) => boolean = () => true,
): KnownPerson | undefined => {
  const all = [...model.people.values()];
  if (choose.onceIn(wildOnceIn)) return choose.of(all);
  return choose.of(all.filter(fits)) ?? choose.of(all);
};

export const isMember = ({ place }: KnownPerson): boolean => place === "member";

/** A word of a vocabulary, now and then one that is in none. */
export const aWord = ({ choose }: Drawing, vocabulary: readonly string[]): string =>
  choose.onceIn(wildOnceIn * 2) ? "no-such-word" : choose.ofOr(vocabulary, "no-such-word");

/** A fresh id, now and then one that stands for something else already. */
export const anId = (
  { choose, fresh }: Drawing,
  prefix: string,
  taken: readonly unknown[],
): string => {
  const known = choose.onceIn(wildOnceIn) ? choose.of(taken) : undefined;
  return typeof known === "string" ? known : fresh(prefix);
};

/** The id of something recorded before, now and then of nothing. */
export const aKnownId = ({ choose }: Drawing, known: readonly unknown[]): string => {
  const id = choose.onceIn(wildOnceIn) ? undefined : choose.of(known);
  return typeof id === "string" ? id : "no-such-thing";
};

/** A field of the facts of a type, such as the ids of all directives issued. */
export const idsOf = ({ model }: Drawing, type: string, field: string): readonly unknown[] =>
  model.facts(type).map((data) => data[field]);

/** The votes behind a decision: mostly none told, some that carry it, some that do not. */
export const someVotes = ({ choose }: Drawing): object => choose.ofOr(votes, {});

const votes: readonly object[] = [
  {},
  {},
  { vote: { inFavour: 9, against: 1, summoned: 10 }, committeeVote: { inFavour: 8, summoned: 9 } },
  { vote: { inFavour: 5, summoned: 10 } },
  { committeeVote: { inFavour: 4, against: 4, summoned: 8 } },
  { vote: { inFavour: 9, against: 2, summoned: 10 } },
];
