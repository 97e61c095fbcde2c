import { yearEnd } from "../kernel/date.ts";
import type { BranchId } from "../kernel/ids.ts";
import type { Accounts } from "./accounts.ts";
import { netOf, type Term } from "./quantity.ts";
import { subtree, treeOn } from "./tree.ts";
import type { YearView } from "./year-view.ts";

/**
 * Members of a branch with all below it through a year, in persons. Always
 * `opening + restructuredIn - restructuredOut + in - out = closing + change of in-transit`,
 * where a transfer inside the branch is neither in nor out.
 */
export interface StockAndFlow {
  /** At the end of the year before, on the tree of that day, with opening entries of the year. */
  readonly opening: number;
  /**
   * Members, at the opening, of branches that came under this one in the year, or went, and those
   * whose way lay inside it only then.
   */
  readonly restructuredIn: number;
  readonly restructuredOut: number;
  readonly in: { readonly admitted: number; readonly received: number; readonly outside: number };
  readonly out: {
    readonly sent: number;
    readonly departed: number;
    readonly left: number;
    readonly annulled: number;
  };
  readonly closing: number;
  readonly closingProbationary: number;
  readonly closingOfficial: number;
  /** Sent on inside the branch and not yet received, at the opening and at the end. */
  readonly inTransitOpening: number;
  readonly inTransit: number;
  readonly recognised: number;
}

type Viewed = Pick<YearView, "books" | "scope" | "year" | "branch">;

export const stockAndFlow = (view: Viewed): StockAndFlow => {
  const flows = memberFlows(view);
  const net = (name: FlowName): number => netOf(flows[name], view.books.tally);
  return {
    opening: net("opening"),
    restructuredIn: net("restructuredIn"),
    restructuredOut: net("restructuredOut"),
    in: { admitted: net("admitted"), received: net("received"), outside: net("outside") },
    out: {
      sent: net("sent"),
      departed: net("departed"),
      left: net("left"),
      annulled: net("annulled"),
    },
    closing: net("closing"),
    closingProbationary: net("closingProbationary"),
    closingOfficial: net("closingOfficial"),
    inTransitOpening: net("inTransitOpening"),
    inTransit: net("inTransit"),
    recognised: net("recognised"),
  };
};

/** A line of stock and flow. */
export type FlowName =
  | Exclude<keyof StockAndFlow, "in" | "out">
  | keyof StockAndFlow["in"]
  | keyof StockAndFlow["out"];

/** The accounts that each line of stock and flow is made of. */
export const memberFlows = ({
  books,
  scope,
  year,
  branch,
}: Viewed): { readonly [Name in FlowName]: readonly Term[] } => {
  const before = subtree(treeOn(books.facts, yearEnd(year - 1)), branch);
  const [now, then] = [new Set<string>(scope), new Set<string>(before)];
  const came = scope.filter((one) => !then.has(one));
  const went = before.filter((one) => !now.has(one));
  /** What a year has under some words, where `whose` says so of the other branch. */
  const flow = (word: string, whose?: Accounts["whose"]): readonly Term[] => [
    plus({ year, branches: scope, words: [word], ...(whose && { whose }) }),
  ];
  /** Stock is the sum of all its changes in the years up to and with one. */
  const stock = (branches: readonly BranchId[], last: number, ...status: readonly string[]): Term =>
    plus({ year: last, withYearsBefore: true, branches, words: ["stock", ...status] });
  const carriedIn = (branches: readonly BranchId[]): Term =>
    plus({ year, branches, words: ["carried-in"] });
  const inBoth = onTheWay(
    scope.filter((one) => then.has(one)),
    year - 1,
  );
  return {
    opening: [stock(before, year - 1), carriedIn([...before, ...came])],
    restructuredIn: [stock(came, year - 1), ...onTheWay(scope, year - 1), ...less(inBoth)],
    restructuredOut: [
      stock(went, year - 1),
      carriedIn(went),
      ...onTheWay(before, year - 1),
      ...less(inBoth),
    ],
    admitted: flow("admitted"),
    received: flow("received", (other) => other !== undefined && !now.has(other)),
    outside: flow("received-outside"),
    sent: flow("sent", (other) => other !== undefined && !now.has(other)),
    departed: flow("departed", (other) => other === undefined || now.has(other)),
    left: flow("left", (other) => other === undefined || now.has(other)),
    annulled: flow("annulled", (other) => other === undefined || now.has(other)),
    closing: [stock(scope, year)],
    closingProbationary: [stock(scope, year, "probationary")],
    closingOfficial: [stock(scope, year, "official")],
    inTransitOpening: onTheWay(before, year - 1),
    inTransit: onTheWay(scope, year),
    recognised: flow("recognised"),
  };
};

const plus = (of: Accounts): Term => ({ of, times: 1 });

/** The same terms, taken off. */
export const less = (terms: readonly Term[]): readonly Term[] =>
  terms.map(({ of, times }) => ({ of, times: times === 1 ? -1 : 1 }));

/** Sent, and neither received nor gone up to the end of a year, both ends among the branches. */
const onTheWay = (branches: readonly BranchId[], year: number): readonly Term[] => {
  const inside = new Set<string>(branches);
  const whose = (other: string | undefined): boolean => other !== undefined && inside.has(other);
  const of = (word: string): Accounts => ({
    year,
    withYearsBefore: true,
    branches,
    words: [word],
    whose,
  });
  const gone = ["received", "departed", "left", "annulled"].map(of).map(plus);
  return [plus(of("sent")), ...less(gone)];
};
