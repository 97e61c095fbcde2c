import type { BranchId } from "../kernel/ids.ts";
import type { Amounts } from "../kernel/many-amounts.ts";
import type { Tally } from "../kernel/tally.ts";
import { measureOf, wordsOf } from "./measure.ts";

/** Which accounts to take, by the words of their names. */
export type Wanted = (words: readonly string[]) => boolean;

/**
 * Accounts of one year that a figure takes together: those whose names begin with `words` and
 * pass `where`, on some branches. Words behind the first ones (a level, a mode) are rolled up.
 */
export interface Accounts {
  readonly year: number;
  /** With those of all years before: what has come together by the end of the year. */
  readonly withYearsBefore?: true;
  readonly words: readonly string[];
  readonly where?: Wanted;
  /** Of what is told apart by subjects, whose to take; undefined stands for no subject. */
  readonly whose?: (subject: string | undefined) => boolean;
  readonly branches: readonly BranchId[] | "all";
}

/** What stands on one of the accounts, or what an event posts there. */
export interface Amount {
  readonly branch: BranchId;
  readonly year: number;
  /** The first words of the account's name, all that the figure tells apart. */
  readonly measure: string;
  readonly subject?: string;
  readonly amount: number;
}

/** Whether the name of an account is that of one of these. */
export const isNamed = ({ words, where }: Accounts, measure: string): boolean => {
  const name = wordsOf(measure);
  return words.every((word, at) => name[at] === word) && (where?.(name) ?? true);
};

/** Whether a year is one of theirs. */
export const isInYear = ({ year, withYearsBefore }: Accounts, other: number): boolean =>
  other === year || (withYearsBefore === true && other < year);

/** What stands on the accounts, one amount after the other as the tally keeps them. */
export function* amountsOn(accounts: Accounts, { counts, subjects }: Tally): Iterable<Amount> {
  const { words, branches, whose = () => true } = accounts;
  const measure = measureOf(...words);
  if (whose(undefined)) {
    for (const branch of branches === "all" ? counts.keys() : branches) {
      for (const [year, account] of inYears(accounts, counts.get(branch))) {
        for (const [name, amount] of account) {
          if (isNamed(accounts, name)) yield { branch, year, measure, amount };
        }
      }
    }
  }
  for (const { branch, year, held } of heldOn(accounts, { subjects })) {
    for (const [subject, amount] of held) {
      if (whose(subject)) yield { branch, year, measure, subject, amount };
    }
  }
}

/** What the accounts that tell subjects apart hold, whosever it is. */
export function* heldOn(
  accounts: Accounts,
  { subjects }: Pick<Tally, "subjects">,
): Iterable<Pick<Amount, "branch" | "year"> & { readonly held: Amounts }> {
  const { branches } = accounts;
  for (const branch of branches === "all" ? subjects.keys() : branches) {
    for (const [year, account] of inYears(accounts, subjects.get(branch))) {
      for (const [name, held] of account) {
        if (isNamed(accounts, name)) yield { branch, year, held };
      }
    }
  }
}

const inYears = <Account>(
  accounts: Accounts,
  years: ReadonlyMap<number, Account> | undefined,
): Iterable<readonly [year: number, account: Account]> => {
  if (years === undefined) return [];
  if (accounts.withYearsBefore === true) {
    return [...years].filter(([year]) => isInYear(accounts, year));
  }
  const account = years.get(accounts.year);
  return account === undefined ? [] : [[accounts.year, account]];
};

/** Amounts on the same branch, words and subject added into one; those that cancel stay, as 0. */
export const rolledUp = (amounts: Iterable<Amount>): readonly Amount[] => {
  const sums = new Map<string, Amount>();
  for (const one of amounts) {
    const key = `${one.branch} ${one.year} ${one.measure} ${one.subject ?? ""}`;
    const held = sums.get(key);
    sums.set(key, held === undefined ? one : { ...held, amount: held.amount + one.amount });
  }
  return [...sums.values()];
};

/** Whether anything stands on any of the accounts. */
export const isAnyOn = (accounts: Accounts, tally: Tally): boolean => {
  for (const _ of amountsOn(accounts, tally)) return true;
  return false;
};
