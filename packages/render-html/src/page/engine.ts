import type { BranchId, CalendarDate, Instant } from "@tongket/core";
import type { Horizon } from "@tongket/core/log";
import { namePeople } from "@tongket/core/messages";
import {
  type Explanation,
  explaining,
  explainingTarget,
  type Keeping,
  keepBooks,
  readFigureName,
  rulebookIn,
  type TargetExplanation,
  type Totals,
  totalsOver,
  viewYear,
  type YearView,
} from "@tongket/core/projections";
import {
  type DocumentValue,
  makeDocument,
  mapText,
  takeExtract,
  timesIn,
} from "@tongket/core/report";
import type { PageData } from "./page-data.ts";

/** Makes what a page shows, by any day and instant, from what it has inside. */
export interface Engine {
  /** The days on which facts took effect, and the instants at which they were recorded. */
  readonly days: readonly CalendarDate[];
  readonly instants: readonly Instant[];
  /** The day and the instant that all inside is within, where the document has such. */
  readonly horizon: Horizon;
  /** By a day and an instant; without them, by those of the document itself. */
  readonly at: (horizon: Horizon) => Moment;
}

/** All that is in effect by a day, as far as known at an instant. */
export interface Moment {
  readonly horizon: Horizon;
  readonly document: DocumentValue;
  /** The year of the document as its branch sees it; by then the branch may not be there yet. */
  readonly view: YearView;
  /** What `replay` tells of the branch and year. */
  readonly totals: Totals;
  /** A figure as documents name it; undefined for one that no event makes. */
  readonly explain: (figure: string, branch?: string) => Explained | undefined;
}

/** Why a figure is what it is; of a target also how far it was reached. */
export interface Explained {
  readonly figure: Explanation;
  readonly target?: TargetExplanation["target"];
}

export const openEngine = (data: PageData): Engine => {
  const { days, instants } = timesIn(data.extract);
  const horizon = horizonOf(data.document.origin);
  return { days, instants, horizon, at: (asked) => momentOf(data, asked) };
};

const momentOf = (data: PageData, asked: Horizon): Moment => {
  const { extract, regime, packs, document, simulated } = data;
  const { kind, lang, branch, year, details } = document;
  const horizon = { ...horizonOf(document.origin), ...asked };
  const reading = <Kept>(keeping: Keeping<Kept>): Kept => {
    takeExtract(extract, keeping.take);
    return keeping.close();
  };
  const books = reading(keepBooks(horizon));
  const rulebook = rulebookIn(books, regime, packs);
  const viewOf = (of: string, inYear: number): YearView =>
    viewYear({ books, rulebook, branch: of as BranchId, year: inYear, asOf: horizon.asOf });
  const view = viewOf(branch, year);
  const request = {
    books,
    rulebook,
    branch: branch as BranchId,
    year,
    lang,
    origin: { ...document.origin, ...horizon },
    ...(simulated === undefined ? {} : { simulated }),
    ...(details === undefined ? {} : { details }),
  };
  return {
    horizon,
    document: mapText(makeDocument(kind, request), (text) => named(data, text)),
    view,
    totals: totalsOver([view]),
    explain: (figure, of = branch) => {
      const { name, of: kindOfFigure, year: inYear = year } = readFigureName(figure);
      const asked = viewOf(of, inYear);
      if (kindOfFigure === "measure") {
        const explained = explaining(asked, name, horizon);
        return explained && { figure: reading(explained) };
      }
      const ofItsParts = name.replace(/\/(goal|margin)$/, "");
      const explained =
        explainingTarget(asked, name, horizon) ?? explainingTarget(asked, ofItsParts, horizon);
      return explained && reading(explained);
    },
  };
};

const horizonOf = ({ asOf, knownAt }: DocumentValue["origin"]): Horizon => ({
  ...(asOf === undefined ? {} : { asOf: asOf as CalendarDate }),
  ...(knownAt === undefined ? {} : { knownAt: knownAt as Instant }),
});

const named = ({ names }: PageData, text: string): string =>
  namePeople(text, (person) => (Object.hasOwn(names, person) ? names[person] : undefined));
