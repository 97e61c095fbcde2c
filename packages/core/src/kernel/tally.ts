import type { BranchId } from "./ids.ts";

/**
 * The signed multiset of the postings of any set of events, an abelian group: adding is
 * associative and commutative, the empty tally changes nothing, and every tally has a negative.
 * Hence parts of a log can be tallied apart and added. Kept in normal form: nothing stands at 0.
 *
 * An account is (branch, year, measure). A count that is of distinct things, or to be told apart
 * by a counterpart, also has a subject: the same account then holds one amount per subject.
 */
export interface Tally {
  readonly counts: Map<BranchId, Map<number, Map<string, number>>>;
  readonly subjects: Map<BranchId, Map<number, Map<string, Map<string, number>>>>;
}

/** Where an amount is posted. */
export interface Account {
  readonly branch: BranchId;
  readonly year: number;
  readonly measure: string;
}

/** Takes one posting: a whole number, counted on an account, where need be for one subject. */
export type Post = (
  branch: BranchId,
  year: number,
  measure: string,
  amount: number,
  subject?: string,
) => void;

export const emptyTally = (): Tally => ({ counts: new Map(), subjects: new Map() });

/** A sink that posts into the tally in place. */
export const postInto =
  (tally: Tally): Post =>
  (branch, year, measure, amount, subject) => {
    if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} cannot be posted`);
    if (amount === 0) return;
    if (subject === undefined) {
      const account = twoDeep(tally.counts, branch, year);
      settle(account, measure, (account.get(measure) ?? 0) + amount);
    } else {
      const account = twoDeep(tally.subjects, branch, year);
      const held = grown(account, measure, () => new Map<string, number>());
      settle(held, subject, (held.get(subject) ?? 0) + amount);
      if (held.size === 0) account.delete(measure);
    }
    trim(subject === undefined ? tally.counts : tally.subjects, branch, year);
  };

/** The same postings with the opposite sign: what a reversal posts. */
export const negated =
  (post: Post): Post =>
  (branch, year, measure, amount, subject) =>
    post(branch, year, measure, -amount, subject);

/** Every posting that a tally amounts to, one per account and subject. */
export const repost = (tally: Tally, post: Post): void => {
  for (const [branch, years] of tally.counts) {
    for (const [year, account] of years) {
      for (const [measure, amount] of account) post(branch, year, measure, amount);
    }
  }
  for (const [branch, years] of tally.subjects) {
    for (const [year, account] of years) {
      for (const [measure, held] of account) {
        for (const [subject, amount] of held) post(branch, year, measure, amount, subject);
      }
    }
  }
};

/** Adds the second tally into the first, in place, and returns it. */
export const addInto = (sum: Tally, other: Tally): Tally => {
  repost(other, postInto(sum));
  return sum;
};

/** A new tally: the sum of all. */
export const addTallies = (...tallies: readonly Tally[]): Tally =>
  tallies.reduce(addInto, emptyTally());

/** A new tally that cancels the given one. */
export const negative = (tally: Tally): Tally => {
  const result = emptyTally();
  repost(tally, negated(postInto(result)));
  return result;
};

/** Whether both amount to the same postings. */
export const equalTallies = (a: Tally, b: Tally): boolean => {
  const difference = addTallies(a, negative(b));
  return difference.counts.size === 0 && difference.subjects.size === 0;
};

const twoDeep = <Leaf>(
  accounts: Map<BranchId, Map<number, Map<string, Leaf>>>,
  branch: BranchId,
  year: number,
): Map<string, Leaf> => {
  const years = grown(accounts, branch, () => new Map<number, Map<string, Leaf>>());
  return grown(years, year, () => new Map<string, Leaf>());
};

/** What the map holds under the key, put there first where nothing is. */
const grown = <Key, Value>(map: Map<Key, Value>, key: Key, empty: () => Value): Value => {
  const held = map.get(key);
  if (held !== undefined) return held;
  map.set(key, empty());
  return map.get(key) as Value;
};

const settle = (amounts: Map<string, number>, key: string, amount: number): void => {
  if (amount === 0) amounts.delete(key);
  else amounts.set(key, amount);
};

const trim = (
  accounts: Map<BranchId, Map<number, Map<string, unknown>>>,
  branch: BranchId,
  year: number,
): void => {
  const years = accounts.get(branch);
  if (years?.get(year)?.size === 0) years.delete(year);
  if (years?.size === 0) accounts.delete(branch);
};
