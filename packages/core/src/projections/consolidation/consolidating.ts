import { type CalendarDate, yearEnd } from "../../kernel/date.ts";
import type { BranchId } from "../../kernel/ids.ts";
import type { Books } from "../books.ts";
import { subtree, type Tree, type TreeNode, treeOn } from "../tree.ts";
import { addSums, type BranchSum, isNothing, nothing, sumOfScope } from "./branch-sum.ts";
import {
  inYear,
  type Matched,
  TransferMatching,
  type TransferSide,
  transferSidesIn,
} from "./transfers.ts";

/** The books of a ledger; an id in them is qualified by the ledger's. */
export interface LedgerBooks {
  readonly ledger: string;
  readonly books: Books;
}

/** What stands under no branch of the tree ledger, and why: it is in no sum. */
export interface Unplaced {
  readonly ledger: string;
  /** The branch at the top of the ledger, or one of a ring; none where there is no branch. */
  readonly branch?: BranchId;
  readonly why:
    | "NoBranch"
    | "InRing"
    | "SuperiorNotNamed"
    | "SuperiorElsewhere"
    | "SuperiorUnknown";
  readonly superior?: TreeNode["superior"] | undefined;
}

/** What many ledgers come to under one tree. */
export interface Consolidation {
  readonly year: number;
  /** The day on which all trees stand. */
  readonly day: CalendarDate;
  /** How many ledgers were added. */
  readonly ledgers: number;
  readonly tree: Tree;
  /** The branches of the tree that have none above them. */
  readonly tops: readonly BranchId[];
  /** A branch of the tree with all below it, the tree ledger's own facts with it. */
  readonly sumOf: (branch: BranchId) => BranchSum;
  readonly unplaced: readonly Unplaced[];
  readonly transfers: { readonly matched: number; readonly unmatched: readonly TransferSide[] };
}

/**
 * Adds ledgers up under the tree of one, one after the other and in any order. Of a ledger nothing
 * is held but its id, its part of a sum at the branch it stands under, and transfers that are not
 * matched yet.
 */
export class Consolidating {
  readonly #tree: LedgerBooks;
  readonly #year: number;
  readonly #day: CalendarDate;
  readonly #standing: Tree;
  /** The branches that stand below one at the top, and so in its sum. */
  readonly #reached: ReadonlySet<BranchId>;
  readonly #ledgers: Set<string>;
  /** By the branch that ledgers stand right under. */
  readonly #sums = new Map<BranchId, BranchSum>();
  readonly #unplaced: Unplaced[] = [];
  readonly #transfers = new TransferMatching();

  constructor(
    tree: LedgerBooks,
    asked: { readonly year: number; readonly asOf?: CalendarDate | undefined },
  ) {
    const { year, asOf } = asked;
    const end = yearEnd(year);
    this.#tree = tree;
    this.#year = year;
    this.#day = asOf !== undefined && asOf < end ? asOf : end;
    this.#standing = treeOn(tree.books.facts, this.#day);
    this.#reached = new Set(
      topsOf(this.#standing).flatMap(({ branch }) => subtree(this.#standing, branch)),
    );
    this.#ledgers = new Set([tree.ledger]);
    this.#match(tree, (branch) => branch);
  }

  /** Adds a ledger, unless one of that id was added before or is the tree ledger. */
  add(given: LedgerBooks): { readonly added: "Added" | "LedgerKnown" } {
    const { ledger, books } = given;
    if (this.#ledgers.has(ledger)) return { added: "LedgerKnown" };
    this.#ledgers.add(ledger);
    const own = treeOn(books.facts, this.#day);
    const under = new Map<BranchId, BranchId>();
    const [year, seen] = [this.#year, new Set<BranchId>()];
    let counted = 1;
    for (const { branch, superior, alive } of topsOf(own)) {
      const scope = subtree(own, branch);
      for (const one of scope) seen.add(one);
      const sum = sumOfScope({ books, scope, year, branch }, counted);
      const why = this.#whyNot(superior);
      if (why !== undefined || superior === undefined) {
        if (!alive && isNothing(sum)) continue;
        this.#unplaced.push({ ledger, branch, why: why ?? "SuperiorNotNamed", superior });
        continue;
      }
      counted = 0;
      for (const one of scope) under.set(one, superior.branch);
      this.#addAt(superior.branch, sum);
    }
    if (own.nodes.size === 0) this.#unplaced.push({ ledger, why: "NoBranch" });
    const lost = [...own.nodes.keys()].find((branch) => !seen.has(branch));
    if (lost !== undefined) this.#unplaced.push({ ledger, branch: lost, why: "InRing" });
    this.#match(given, (branch) => under.get(branch));
    return { added: "Added" };
  }

  close(): Consolidation {
    const sums = new Map(this.#sums);
    return {
      year: this.#year,
      day: this.#day,
      ledgers: this.#ledgers.size - 1,
      tree: this.#standing,
      tops: topsOf(this.#standing).map(({ branch }) => branch),
      sumOf: (branch) => this.#sumOf(branch, sums),
      unplaced: this.#unplaced.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      transfers: { matched: this.#transfers.matched, unmatched: this.#transfers.unmatched() },
    };
  }

  #sumOf(branch: BranchId, sums: ReadonlyMap<BranchId, BranchSum>): BranchSum {
    const scope = subtree(this.#standing, branch);
    const own = sumOfScope({ books: this.#tree.books, scope, year: this.#year, branch });
    const below = scope.flatMap((one) => sums.get(one) ?? []);
    return below.reduce(addSums, own);
  }

  #whyNot(superior: TreeNode["superior"]): Unplaced["why"] | undefined {
    if (superior === undefined) return "SuperiorNotNamed";
    if (superior.ledger !== this.#tree.ledger) return "SuperiorElsewhere";
    return this.#reached.has(superior.branch) ? undefined : "SuperiorUnknown";
  }

  #addAt(branch: BranchId, sum: BranchSum): void {
    const before = this.#sums.get(branch);
    this.#sums.set(branch, before === undefined ? sum : addSums(before, sum));
  }

  #match({ ledger, books }: LedgerBooks, under: (branch: BranchId) => BranchId | undefined): void {
    for (const side of transferSidesIn(ledger, books.facts, this.#day)) {
      const matched = this.#transfers.take({ ...side, under: under(side.branch) });
      if (matched !== undefined) this.#countBetween(matched);
    }
  }

  /** Right under the nearest branch that both ledgers stand under. */
  #countBetween(matched: Matched): void {
    const above = new Set(lineFrom(this.#standing, matched.departed.under));
    const nearest = lineFrom(this.#standing, matched.received.under).find((one) => above.has(one));
    if (nearest === undefined) return;
    const between = inYear(matched, this.#year);
    this.#addAt(nearest, { ...nothing, between });
  }
}

const keyOf = ({ ledger, branch }: Unplaced): string => `${ledger} ${branch ?? ""}`;

/** The branches with none above them in their ledger. */
const topsOf = ({ nodes }: Tree): readonly TreeNode[] =>
  [...nodes.values()].filter(({ parent }) => parent === undefined || !nodes.has(parent));

/** The branch and those above it, nearest first; a ring is cut. */
const lineFrom = ({ nodes }: Tree, branch: BranchId | undefined): readonly BranchId[] => {
  const line = new Set<BranchId>();
  for (let next = branch; next !== undefined && !line.has(next); next = nodes.get(next)?.parent) {
    line.add(next);
  }
  return [...line];
};
