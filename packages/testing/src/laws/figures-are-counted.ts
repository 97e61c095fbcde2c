import { BranchId, type RecordedEvent } from "@tongket/core";
import { type FigureValue, keepBooks, measured, viewYear } from "@tongket/core/projections";
import type { Rulebook } from "@tongket/core/rulebook";
import { figuresCounted } from "./figures-counted.ts";
import { demandEqual } from "./law-broken.ts";
import { standingAmong } from "./standing-events.ts";

/** Gives the figure of a measure for a branch and year of a ledger; core's own by default. */
export type FigureOf = (
  events: readonly RecordedEvent[],
  asked: { readonly branch: string; readonly year: number; readonly rulebook: Rulebook },
) => (measure: string) => FigureValue | undefined;

const ownFigureOf: FigureOf = (events, { branch, year, rulebook }) => {
  const books = keepBooks();
  for (const event of events) books.take(event);
  const asked = { branch: BranchId.make(branch), year };
  const view = viewYear({ books: books.close(), rulebook, ...asked });
  return (measure) => measured(view, measure);
};

/** Every figure of every branch and year is what plain loops over the events count. */
export const figuresAreCounted = (
  events: readonly RecordedEvent[],
  rulebook: Rulebook,
  figureOf: FigureOf = ownFigureOf,
): void => {
  const standing = standingAmong(events);
  const years = new Set(
    standing.flatMap(({ effectiveOn, data }) => [
      Number(effectiveOn.slice(0, 4)),
      ...Object.values(data as object).filter((value) => value > 1990 && value < 2100),
    ]),
  );
  const branches = new Set(
    standing.flatMap(({ type, data }) =>
      type === "BranchEstablished" || type === "BranchCarriedIn"
        ? [(data as { readonly branch: string }).branch]
        : [],
    ),
  );
  for (const year of years) {
    for (const branch of branches) {
      const asked = { branch, year, rulebook };
      const figure = figureOf(events, asked);
      for (const [measure, expected] of figuresCounted(events, asked)) {
        demandEqual("a figure is what plain loops over the events count", {
          found: plain(figure(measure)),
          expected,
          where: { branch, year, measure },
        });
      }
    }
  }
};

const plain = (value: FigureValue | undefined): unknown => {
  switch (value?.is) {
    case "count":
      return value.count;
    case "share":
      return [value.num, value.den];
    default:
      return "unknown";
  }
};
