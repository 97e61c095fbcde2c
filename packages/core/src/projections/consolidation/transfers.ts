import { type CalendarDate, yearOf } from "../../kernel/date.ts";
import { addressOf, type RecordedEvent } from "../../kernel/event.ts";
import type { BranchId } from "../../kernel/ids.ts";
import type { MembershipEvent } from "../../membership/events.ts";

/** What one ledger says of a transfer between two. */
export interface TransferSide {
  readonly transfer: string;
  readonly side: "departed" | "received";
  readonly ledger: string;
  /** Where in the ledger the event stands. */
  readonly address: string;
  readonly branch: BranchId;
  readonly effectiveOn: CalendarDate;
}

/** The sides of transfers that a ledger holds, up to a day. */
export const transferSidesIn = (
  ledger: string,
  facts: readonly RecordedEvent[],
  day: CalendarDate,
): readonly TransferSide[] =>
  facts.flatMap((fact): readonly TransferSide[] => {
    const { type, data } = fact as unknown as MembershipEvent;
    if (type !== "MemberDeparted" && type !== "MemberReceived") return [];
    const { transfer } = data;
    const { effectiveOn } = fact;
    if (transfer === undefined || effectiveOn > day) return [];
    const own = { transfer, ledger, address: addressOf(fact), effectiveOn };
    return type === "MemberDeparted"
      ? [{ ...own, side: "departed", branch: data.branch }]
      : [{ ...own, side: "received", branch: data.to }];
  });

/** A side, with the branch of the tree under which its ledger stands, where there is one. */
interface Placed extends TransferSide {
  readonly under: BranchId | undefined;
}

/** Both sides of a transfer. */
export interface Matched {
  readonly departed: Placed;
  readonly received: Placed;
}

/**
 * Matches the sides of transfers by their id, and holds only those that have no other side yet. An
 * id that stands for more than two at once is matched to none: each of them is told.
 */
export class TransferMatching {
  readonly #held = new Map<string, Placed[]>();
  #matched = 0;

  take(side: Placed): Matched | undefined {
    const [first, ...others] = this.#held.get(side.transfer) ?? [];
    if (first !== undefined && others.length === 0 && first.side !== side.side) {
      this.#held.delete(side.transfer);
      this.#matched += 1;
      return side.side === "departed"
        ? { departed: side, received: first }
        : { departed: first, received: side };
    }
    const alike = this.#held.get(side.transfer);
    if (alike === undefined) this.#held.set(side.transfer, [side]);
    else alike.push(side);
    return undefined;
  }

  get matched(): number {
    return this.#matched;
  }

  /** In the order of their ids, then of the ledgers and of the days. */
  unmatched(): readonly TransferSide[] {
    return [...this.#held.values()]
      .flat()
      .map(({ under: _, ...side }) => side)
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }
}

const keyOf = ({ transfer, ledger, effectiveOn, address }: TransferSide): string =>
  `${transfer} ${ledger} ${effectiveOn} ${address}`;

/** How many of the two sides fall into a year. */
export const inYear = ({ departed, received }: Matched, year: number) => ({
  departed: Number(yearOf(departed.effectiveOn) === year),
  received: Number(yearOf(received.effectiveOn) === year),
});
