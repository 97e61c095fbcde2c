import { BranchId, type CalendarDate, type RecordedEvent } from "@tongket/core";
import { keepBooks, type StockAndFlow, stockAndFlow, viewYear } from "@tongket/core/projections";
import type { Rulebook } from "@tongket/core/rulebook";
import { demandEqual } from "./law-broken.ts";
import { membersCounted } from "./members-counted.ts";
import { standingAmong } from "./standing-events.ts";

/** The figures of one branch and year, from a ledger's events; core's own by default. */
export type FlowOf = (
  events: readonly RecordedEvent[],
  asked: { readonly branch: string; readonly year: number; readonly asOf?: string },
) => StockAndFlow;

export const flowUnder =
  (rulebook: Rulebook): FlowOf =>
  (events, { branch, year, asOf }) => {
    const day = asOf as CalendarDate | undefined;
    const books = keepBooks(day === undefined ? {} : { asOf: day });
    for (const event of events) books.take(event);
    const asked = { branch: BranchId.make(branch), year, asOf: day };
    return stockAndFlow(viewYear({ books: books.close(), rulebook, ...asked }));
  };

/**
 * Stock and flow close for every branch and year: opening, restructuring, ins and outs make the
 * closing stock and the change of those on the way; each year opens with those on the way whom the
 * year before closed with; and each line is what counting persons gives.
 */
export const stockAndFlowCloses = (
  events: readonly RecordedEvent[],
  flowOf: FlowOf,
  asOf?: string,
): void => {
  const facts = events.filter(({ effectiveOn }) => asOf === undefined || effectiveOn <= asOf);
  const standing = standingAmong(facts);
  const years = new Set(standing.map(({ effectiveOn }) => Number(effectiveOn.slice(0, 4))));
  const branches = new Set(
    standing.flatMap(({ type, data }) =>
      type === "BranchEstablished" || type === "BranchCarriedIn"
        ? [(data as { readonly branch: string }).branch]
        : [],
    ),
  );
  for (const year of years) {
    for (const branch of branches) {
      const asked = { branch, year, ...(asOf === undefined ? {} : { asOf }) };
      const flow = flowOf(events, asked);
      demandEqual("stock and flow close", {
        found: after(flow),
        expected: before(flow),
        where: asked,
      });
      if (asOf === undefined) {
        demandEqual("those on the way at a year's end are so at the next one's opening", {
          found: flow.inTransitOpening,
          expected: flowOf(events, { branch, year: year - 1 }).inTransit,
          where: asked,
        });
      }
      const day = asOf !== undefined && asOf < `${year}-12-31` ? { day: asOf } : {};
      demandEqual("each line of stock and flow is what counting persons gives", {
        found: flow,
        expected: membersCounted(facts, { branch, year, ...day }),
        where: asked,
      });
    }
  }
};

const before = (flow: StockAndFlow): number =>
  flow.opening + flow.restructuredIn - flow.restructuredOut + sum(flow.in) - sum(flow.out);

const after = (flow: StockAndFlow): number => flow.closing + flow.inTransit - flow.inTransitOpening;

const sum = (amounts: { readonly [name: string]: number }): number =>
  Object.values(amounts).reduce((total, amount) => total + amount, 0);
