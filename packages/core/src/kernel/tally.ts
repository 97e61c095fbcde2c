import type { BranchId } from "./ids.ts";
import { ManyAmounts, type Subjects } from "./many-amounts.ts";

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
  readonly subjects: Map<BranchId, Map<number, Map<string, HeldAmounts>>>;
  /**
   * Where given, an account of more than `subjectsMany` subjects holds places among these instead
   * of names. Such a tally can be neither cloned nor drafted.
   */
  readonly sharedSubjects?: Subjects;
}

/** What the amounts of an account's subjects are held in: few by their names, many by places. */
export type HeldAmounts = Map<string, number> | ManyAmounts;

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

export const emptyTally = (sharedSubjects?: Subjects): Tally => ({
  counts: new Map(),
  subjects: new Map(),
  ...(sharedSubjects && { sharedSubjects }),
});

/** An account with more subjects than this takes little room only where they have places. */
export const subjectsMany = 64;

/** A sink that posts into the tally in place. */
export const postInto =
  ({ counts, subjects, sharedSubjects }: Tally): Post =>
  (branch, year, measure, amount, subject) => {
    if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} cannot be posted`);
    if (amount === 0) return;
    if (subject === undefined) {
      const account = twoDeep(counts, branch, year);
      if (settle(account, measure, amount)) trim(counts, branch, year);
      return;
    }
    const account = twoDeep(subjects, branch, year);
    const held = account.get(measure) ?? put<string, HeldAmounts>(account, measure, new Map());
    const isNothing = settle(held, subject, amount);
    if (sharedSubjects !== undefined && held.size > subjectsMany && held instanceof Map) {
      account.set(measure, new ManyAmounts(sharedSubjects, held));
    }
    if (!isNothing || held.size > 0) return;
    account.delete(measure);
    trim(subjects, branch, year);
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
  const years = accounts.get(branch) ?? put(accounts, branch, new Map<number, Map<string, Leaf>>());
  return years.get(year) ?? put(years, year, new Map<string, Leaf>());
};

const put = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value => {
  map.set(key, value);
  // What a draft of the map holds is its own.
  return map.get(key) as Value;
};

/** Adds to an amount, and gives whether nothing is left of it. */
const settle = (amounts: HeldAmounts, key: string, amount: number): boolean => {
  if (amounts instanceof ManyAmounts) return amounts.add(key, amount);
  const sum = (amounts.get(key) ?? 0) + amount;
  if (sum !== 0) amounts.set(key, sum);
  else amounts.delete(key);
  return sum === 0;
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
