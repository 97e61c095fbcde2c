import type { Lang } from "../messages/lang.ts";
import type { FigureValue } from "../projections/figure.ts";
import type { ReportedFigure } from "../projections/reported.ts";
import type { Frame } from "./frame.ts";

/**
 * A report as a value, neutral of any renderer: its words are in the document's language, its
 * figures are still exact. Only a renderer rounds.
 */
export interface DocumentValue {
  readonly lang: Lang;
  readonly title: string;
  /** The organisation whose report it is. */
  readonly issuer: string;
  readonly year: number;
  /** Its head and foot, and how its pages are set. */
  readonly frame: Frame;
  readonly sections: readonly Section[];
  /** Where in the ledger it was computed, so that it can be computed again. */
  readonly origin: Origin;
}

export interface Origin {
  readonly ledger: string;
  readonly position: number;
  readonly hash: string;
  readonly asOf?: string;
  readonly knownAt?: string;
}

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly block: "paragraph"; readonly text: string }
  | { readonly block: "list"; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly block: "figures"; readonly figures: readonly Figure[] }
  | {
      readonly block: "table";
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    };

/** Text stands as it is; a figure is formatted by the renderer. */
export type Cell = string | FigureValue;

/**
 * One figure of the report. `computed` comes from events, or is unknown and says what is
 * missing; `reported` are the documents that state it. Both are shown.
 */
export interface Figure {
  /** The measure and, after `@`, its year. */
  readonly id: string;
  readonly label: string;
  readonly computed: FigureValue;
  readonly reported: readonly ReportedFigure[];
  /** Whether the computed figure rounds to each reported one; absent where one is missing. */
  readonly agrees?: boolean;
}

/** Every figure of a document, in order. */
export const figuresOf = (document: DocumentValue): readonly Figure[] =>
  document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.block === "figures" ? block.figures : [])),
  );
