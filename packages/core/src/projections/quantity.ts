import type { BranchId } from "../kernel/ids.ts";
import { subjectsCounted } from "../kernel/subjects-counted.ts";
import type { Tally } from "../kernel/tally.ts";
import { type Accounts, type Amount, amountsOn, heldOn, isAnyOn, rolledUp } from "./accounts.ts";
import type { StandingFact } from "./standing-fact.ts";

/**
 * What a figure counts, declared once: its value and its explanation are both read from this.
 * A sum adds up accounts; a distinct count takes each subject once, either those that accounts
 * hold or those on a list that standing facts make up.
 */
export type Quantity = Sum | Net | SubjectsHeld | SubjectsListed;

export interface Sum {
  readonly counts: "sum";
  readonly of: Accounts;
  /** What it leaves when all of it was taken back: then it is 0, and not unknown. */
  readonly takenBack?: Accounts;
}

/** What some accounts come to, less what others do; 0 where nothing stands. */
export interface Net {
  readonly counts: "net";
  readonly terms: readonly Term[];
}

export interface Term {
  readonly of: Accounts;
  readonly times: 1 | -1;
}

/** Whether each subject counts once. */
export const isDistinct = ({ counts }: Quantity): boolean =>
  counts === "subjects" || counts === "listed";

export interface SubjectsHeld {
  readonly counts: "subjects";
  readonly of: Omit<Accounts, "whose">;
}

export interface SubjectsListed {
  readonly counts: "listed";
  readonly list: readonly Listed[];
  /** Only those on whose accounts something stands: all of these marks, or any of them. */
  readonly marked?: Marks;
  /** The facts that make up the list: every one is needed, and nothing else is. */
  readonly facts?: () => readonly StandingFact[];
}

export interface Marks {
  readonly need: "all" | "any";
  readonly accounts: readonly Accounts[];
}

/** A subject with its place in the tree, where it is counted. */
export interface Listed {
  readonly subject: string;
  readonly at: BranchId;
  /** The one branch whose accounts can mark it; any branch by default. */
  readonly by?: BranchId;
}

/** What a quantity comes to. */
export interface Counted {
  /** Undefined where nothing stands: absent is not 0. */
  readonly amount: number | undefined;
  /** The accounts it rests on, rolled up. */
  readonly accounts: readonly Amount[];
  /** Of a distinct count: what was counted, at each place where it is. */
  readonly subjects: readonly Listed[];
}

export const countOf = (quantity: Quantity, tally: Tally): Counted => {
  switch (quantity.counts) {
    case "sum":
      return summed(quantity, tally);
    case "net":
      return netted(quantity, tally);
    case "subjects":
      return held(quantity, tally);
    case "listed":
      return listed(quantity, tally);
  }
};

/** The amount alone: of what rests on many accounts, without a list of what they hold. */
export const amountOf = (quantity: Quantity, tally: Tally): number | undefined => {
  switch (quantity.counts) {
    case "net":
      return netOf(quantity.terms, tally);
    case "subjects":
      return subjectsOn(quantity, tally);
    default:
      return countOf(quantity, tally).amount;
  }
};

const summed = ({ of, takenBack }: Sum, tally: Tally): Counted => {
  const accounts = rolledUp(amountsOn(of, tally));
  const isTakenBack = takenBack !== undefined && isAnyOn(takenBack, tally);
  const stands = accounts.length > 0 || isTakenBack;
  const amount = accounts.reduce((sum, one) => sum + one.amount, 0);
  return { amount: stands ? amount : undefined, accounts, subjects: [] };
};

const netted = ({ terms }: Net, tally: Tally): Counted => {
  const all = terms.flatMap(({ of, times }) =>
    [...amountsOn(of, tally)].map((one) => ({ ...one, amount: times * one.amount })),
  );
  const accounts = rolledUp(all).filter(({ amount }) => amount !== 0);
  return { amount: netOf(terms, tally), accounts, subjects: [] };
};

/** What terms come to. */
export const netOf = (terms: readonly Term[], tally: Tally): number => {
  let sum = 0;
  for (const { of, times } of terms) {
    for (const { amount } of amountsOn(of, tally)) sum += times * amount;
  }
  return sum;
};

const subjectsOn = ({ of }: SubjectsHeld, tally: Tally): number | undefined =>
  subjectsCounted(Array.from(heldOn(of, tally), ({ held }) => held)) || undefined;

const held = ({ of }: SubjectsHeld, tally: Tally): Counted => {
  const accounts = rolledUp(amountsOn(of, tally));
  const amounts = new Map<string, number>();
  for (const { subject = "", amount } of accounts) {
    amounts.set(subject, (amounts.get(subject) ?? 0) + amount);
  }
  const subjects = accounts.flatMap(({ subject = "", branch, amount }) =>
    amount > 0 && (amounts.get(subject) ?? 0) > 0 ? [{ subject, at: branch }] : [],
  );
  return { amount: distinct(subjects) || undefined, accounts, subjects };
};

const listed = ({ list, marked }: SubjectsListed, tally: Tally): Counted => {
  if (marked === undefined) return { amount: distinct(list), accounts: [], subjects: list };
  const eligible = new Set(list.map(({ subject, by }) => markKey(subject, by)));
  const marks = marked.accounts.map((one) => marksOn(one, tally, eligible));
  const subjects = list.filter(({ subject, by }) => {
    const isMarked = (mark: Mark): boolean => (mark.sums.get(markKey(subject, by)) ?? 0) > 0;
    return marked.need === "all" ? marks.every(isMarked) : marks.some(isMarked);
  });
  const accounts = marks.flatMap((mark) => mark.amounts);
  return { amount: distinct(subjects), accounts, subjects };
};

/** Of how many things a list speaks, each taken once. */
export const distinct = (list: readonly Listed[]): number =>
  new Set(list.map(({ subject }) => subject)).size;

interface Mark {
  readonly sums: ReadonlyMap<string, number>;
  readonly amounts: readonly Amount[];
}

const marksOn = (accounts: Accounts, tally: Tally, eligible: ReadonlySet<string>): Mark => {
  const sums = new Map<string, number>();
  const amounts: Amount[] = [];
  for (const one of rolledUp(amountsOn(accounts, tally))) {
    const keys = markKeys(one).filter((key) => eligible.has(key));
    if (keys.length > 0) amounts.push(one);
    for (const key of keys) sums.set(key, (sums.get(key) ?? 0) + one.amount);
  }
  return { sums, amounts };
};

const markKey = (subject: string, by: BranchId | undefined): string => `${by ?? ""} ${subject}`;

/** An amount may mark what any branch can mark, and what only its own branch can. */
const markKeys = ({ subject = "", branch }: Pick<Amount, "subject" | "branch">): string[] => [
  markKey(subject, undefined),
  markKey(subject, branch),
];

/** Accounts, and which of the amounts on them are taken. */
export interface AccountsTaken {
  readonly accounts: Accounts;
  /** -1 where they are taken off. */
  readonly times?: 1 | -1;
  readonly takes: (amount: Amount) => boolean;
}

/** The accounts that a quantity rests on. */
export const accountsOf = (quantity: Quantity): readonly AccountsTaken[] => {
  if (quantity.counts === "net") {
    return quantity.terms.map(({ of, times }) => ({ accounts: of, times, takes: () => true }));
  }
  if (quantity.counts !== "listed") return [{ accounts: quantity.of, takes: () => true }];
  const eligible = new Set(quantity.list.map(({ subject, by }) => markKey(subject, by)));
  const takes = (amount: Amount): boolean => markKeys(amount).some((key) => eligible.has(key));
  return (quantity.marked?.accounts ?? []).map((accounts) => ({ accounts, takes }));
};
