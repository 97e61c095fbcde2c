import type { BranchId } from "@tongket/core";
import { escaped, type Lang, say } from "@tongket/core/messages";
import type { BranchSum, Consolidation, TransferSide } from "@tongket/core/projections";
import { asText, indented } from "./lines.ts";

interface Told {
  readonly tree: string;
  readonly found: Consolidation;
  /** The branches of the tree that are told with all below them. */
  readonly tops: readonly BranchId[];
  /** How many ledgers, or branches at the top of one, are in no sum. */
  readonly left: number;
}

/** A consolidation for people: what each branch comes to, and each right below it in a line. */
export const consolidationText = (lang: Lang, { tree, found, tops, left }: Told): string => {
  const { year, day, ledgers, unplaced } = found;
  const empty = unplaced.filter(({ why }) => why === "NoBranch").length;
  return asText([
    say(lang, "consolidate.head", { tree, year, ledgers }),
    ...(left === 0 ? [] : [say(lang, "consolidate.partial", { left })]),
    ...(empty === 0 ? [] : [say(lang, "consolidate.empty", { empty, day })]),
    ...tops.flatMap((branch) => branchLines(lang, found, branch)),
    ...transferLines(lang, found),
  ]);
};

const branchLines = (lang: Lang, found: Consolidation, branch: BranchId): readonly string[] => {
  const sum = found.sumOf(branch);
  const { ledgers } = sum;
  const below = found.tree.below.get(branch) ?? [];
  const each = below.map((one) => {
    const { ledgers: count, members } = found.sumOf(one);
    const facts = { name: nameOf(found, one), ledgers: count, members: members.closing };
    return say(lang, "consolidate.below", facts);
  });
  return [
    say(lang, "consolidate.branch", { name: nameOf(found, branch), ledgers }),
    ...indented([...sumLines(lang, sum), ...each]),
  ];
};

const sumLines = (lang: Lang, sum: BranchSum): readonly string[] => {
  const { members, between, totals, distinctWithinLedgers } = sum;
  const sorted = [...totals].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { closing, closingOfficial: official, closingProbationary: probationary } = members;
  return [
    say(lang, "consolidate.members", { opening: members.opening, closing, official, probationary }),
    ...(between.departed + between.received === 0
      ? []
      : [
          say(lang, "consolidate.between", {
            ...between,
            departedAll: members.out.departed,
            receivedAll: members.in.outside,
          }),
        ]),
    ...sorted.map(([measure, amount]) => {
      const distinct = distinctWithinLedgers.get(measure);
      return distinct === undefined
        ? say(lang, "consolidate.total", { measure, amount })
        : say(lang, "consolidate.totalDistinct", { measure, amount, distinct });
    }),
  ];
};

const nameOf = ({ tree }: Consolidation, branch: BranchId): string =>
  escaped(`${tree.nodes.get(branch)?.name} (${branch})`);

const transferLines = (lang: Lang, { transfers }: Consolidation): readonly string[] => {
  const { matched, unmatched } = transfers;
  if (matched + unmatched.length === 0) return [];
  const more = unmatched.length - transfersMax;
  return [
    say(lang, "consolidate.transfers", { matched, unmatched: unmatched.length }),
    ...indented([
      ...unmatched.slice(0, transfersMax).map((side) => sideLine(lang, side)),
      ...(more > 0 ? [say(lang, "more", { count: more })] : []),
    ]),
  ];
};

const transfersMax = 20;

const sideLine = (lang: Lang, { side, transfer, ledger, branch, ...told }: TransferSide): string =>
  say(lang, side === "departed" ? "consolidate.departed" : "consolidate.received", {
    transfer,
    branch: `${ledger}:${branch}`,
    address: told.address,
    day: told.effectiveOn,
  });
