import { addressOf, BranchId, type RecordedEvent, type Tally } from "@tongket/core";
import type { LedgerBooks, TransferSide } from "@tongket/core/projections";
import { branchesUnder, type PlainBranch } from "./plain-tree.ts";

/** How one ledger is dealt out over many. */
export interface Dealing {
  /** For each branch in turn whether it has a ledger of its own, with all below it. */
  readonly cuts: readonly boolean[];
  /** The ledgers are given in the order of these. */
  readonly keys: readonly number[];
  /** Transfers between ledgers, each by the numbers of two; some have one side only. */
  readonly transfers: readonly {
    readonly from: number;
    readonly to: number;
    readonly sides: "both" | "departed" | "received";
  }[];
}

/** The books of one ledger dealt out, by its branches as they stand at the end of a year. */
export interface Dealt {
  readonly tree: LedgerBooks;
  readonly ledgers: readonly (LedgerBooks & { readonly under: string })[];
  /** The branches that are left in the tree ledger. */
  readonly above: readonly BranchId[];
  readonly ownerOf: (branch: string) => string;
  readonly transfers: { readonly matched: number; readonly unmatched: readonly TransferSide[] };
  /** Of the transfers that have both sides, those with both in the scope, by the year's sides. */
  readonly betweenIn: (scope: ReadonlySet<string>) => {
    readonly departed: number;
    readonly received: number;
  };
}

interface Whole {
  readonly tally: Tally;
  readonly branches: ReadonlyMap<string, PlainBranch>;
  readonly year: number;
}

export const dealtOut = (whole: Whole, dealing: Dealing): Dealt => {
  const { branches, year } = whole;
  const ownerOf = ownersBy(branches, dealing.cuts);
  const roots = [...branches.keys()].filter((branch) => ownerOf(branch) === branch);
  const trips = tripsOf(dealing, roots.length, year);
  const ledgers = roots.map((root, number) => {
    const under = branches.get(root)?.parent ?? "";
    const scope = branchesUnder(branches, root);
    const superior = { branch: root, superior: { ledger: treeLedger, branch: under } };
    const sides = trips.flatMap((trip) => trip.facts.filter((fact) => fact.ledger === number));
    const facts = [
      ...establishing(branches, scope),
      factOf("SuperiorNamed", superior),
      ...sides.map(({ side, transfer, position, effectiveOn }) => ({
        ...factOf(side === "departed" ? "MemberDeparted" : "MemberReceived", {
          transfer,
          [side === "departed" ? "branch" : "to"]: root,
        }),
        position,
        effectiveOn,
      })),
    ] as readonly RecordedEvent[];
    return { ledger: `of ${root}`, under, books: { tally: tallyOn(whole.tally, scope), facts } };
  });
  const above = [...branches.keys()].filter((branch) => ownerOf(branch) === treeLedger);
  const own = new Set(above);
  const facts = establishing(branches, own);
  return {
    tree: { ledger: treeLedger, books: { tally: tallyOn(whole.tally, own), facts } },
    ledgers,
    above: above.map((branch) => BranchId.make(branch)),
    ownerOf,
    transfers: {
      matched: trips.filter(({ facts: sides }) => sides.length === 2).length,
      unmatched: trips.flatMap(({ facts: sides }) =>
        sides.length === 2 ? [] : sides.map((side) => sideOf(side, roots[side.ledger] ?? "")),
      ),
    },
    betweenIn: (scope) => {
      const within = trips.flatMap(({ facts: sides }) =>
        sides.length === 2 && sides.every((one) => scope.has(ledgers[one.ledger]?.under ?? ""))
          ? sides.filter(({ effectiveOn }) => effectiveOn.startsWith(`${year}`))
          : [],
      );
      const departed = within.filter(({ side }) => side === "departed").length;
      return { departed, received: within.length - departed };
    },
  };
};

const treeLedger = "tree";

/** The topmost branch that is cut off at or above one; a branch at the top never is. */
const ownersBy = (branches: Whole["branches"], cuts: readonly boolean[]) => {
  const names = [...branches.keys()];
  const isCut = (branch: string): boolean =>
    branches.get(branch)?.parent !== undefined &&
    cuts[names.indexOf(branch) % Math.max(cuts.length, 1)] === true;
  return (branch: string): string => {
    let owner = treeLedger;
    for (let at: string | undefined = branch; at !== undefined; at = branches.get(at)?.parent) {
      if (isCut(at)) owner = at;
    }
    return owner;
  };
};

interface Side {
  readonly side: "departed" | "received";
  readonly ledger: number;
  readonly transfer: string;
  readonly position: number;
  readonly effectiveOn: string;
}

const tripsOf = (
  { transfers }: Dealing,
  ledgers: number,
  year: number,
): readonly { readonly facts: readonly Side[] }[] =>
  ledgers === 0
    ? []
    : transfers.map(({ from, to, sides }, index) => {
        const known = { transfer: `t-${String(index).padStart(3, "0")}`, position: index + 1 };
        const facts: readonly Side[] = [
          {
            ...known,
            side: "departed",
            ledger: from % ledgers,
            effectiveOn: `${year - (index % 2)}-12-01`,
          },
          { ...known, side: "received", ledger: to % ledgers, effectiveOn: `${year}-12-20` },
        ];
        return { facts: facts.filter(({ side }) => sides === "both" || sides === side) };
      });

const sideOf = ({ side, transfer, position, effectiveOn }: Side, root: string) =>
  ({
    side,
    transfer,
    ledger: `of ${root}`,
    address: addressOf({ position, index: 0 }),
    branch: root,
    effectiveOn,
  }) as TransferSide;

const factOf = (type: string, data: object): RecordedEvent =>
  ({
    type,
    version: 1,
    effectiveOn: "1900-01-01",
    tags: [],
    data,
    position: 1,
    index: 0,
    recordedAt: "1900-01-01T00:00:00.000Z",
  }) as unknown as RecordedEvent;

/** The branches as though each had begun where it stands. */
const establishing = (
  branches: Whole["branches"],
  scope: ReadonlySet<string>,
): readonly RecordedEvent[] =>
  [...branches].flatMap(([branch, { kind, parent }]) => {
    if (!scope.has(branch)) return [];
    const above = parent !== undefined && scope.has(parent) ? { parent } : {};
    return [factOf("BranchEstablished", { branch, kind, name: branch, ...above })];
  });

const tallyOn = ({ counts, subjects }: Tally, scope: ReadonlySet<string>): Tally => ({
  counts: new Map([...counts].filter(([branch]) => scope.has(branch))),
  subjects: new Map([...subjects].filter(([branch]) => scope.has(branch))),
});
