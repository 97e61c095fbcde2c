import type { Lang } from "../messages/lang.ts";
import type { FigureValue } from "../projections/figure.ts";
import type { ReportedFigure } from "../projections/reported.ts";
import type { ReportedValue } from "../review/events.ts";
import type { DocumentKind } from "../rulebook/document-pack.ts";
import type { Goal } from "../target/events.ts";
import type { DocumentDetails } from "./document-details.ts";
import type { Frame } from "./frame.ts";

/**
 * A document as a value, neutral of any renderer: its words are in its language, its figures are
 * still exact. Only a renderer rounds.
 */
export interface DocumentValue {
  readonly kind: DocumentKind;
  readonly lang: Lang;
  readonly title: string;
  /** The organisation whose document it is. */
  readonly issuer: string;
  readonly branch: string;
  readonly year: number;
  /** Its head and foot, and how its pages are set. */
  readonly frame: Frame;
  /** What its head and foot were told, and what of it is not shown. */
  readonly details?: DocumentDetails;
  readonly suppressed?: Suppressed;
  readonly sections: readonly Section[];
  /** Tables behind the text, each of them whole by itself. */
  readonly annexes: readonly Section[];
  /** Where in the ledger it was computed, so that it can be computed again. */
  readonly origin: Origin;
}

/** What of a document is not shown. */
export interface Suppressed {
  /** People stand as a sign, and not by name or id. */
  readonly names?: boolean;
  /** Counts from 1 to below this, and shares of which a part is such a count. */
  readonly cellsUnder?: number;
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
  | { readonly block: "heading"; readonly text: string }
  | { readonly block: "paragraph"; readonly text: Text }
  | { readonly block: "list"; readonly ordered: boolean; readonly items: readonly Text[] }
  | { readonly block: "figures"; readonly figures: readonly Figure[] }
  | Table;

export interface Table {
  readonly block: "table";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Text[])[];
}

/** Words as they stand, a figure, or words with figures among them. */
export type Text = string | Placed | readonly Span[];
export type Span = string | Placed;

/** A figure in its place. The same one may stand in several. */
export interface Placed {
  /** What it is: a measure, with what tells it apart from others, and its year behind `@`. */
  readonly figure: string;
  /** Whose it is, where that is not the branch of the document. */
  readonly branch?: string;
  readonly value: PlacedValue;
}

/**
 * Computed from events, or unknown; as a document reports it; what is aimed at; by how many a
 * figure is over its goal, or short of it where that is negative; or left out, since it counts so
 * few that they might be known by it.
 */
export type PlacedValue =
  | FigureValue
  | { readonly is: "reported"; readonly value: ReportedValue }
  | { readonly is: "goal"; readonly goal: Goal }
  | { readonly is: "margin"; readonly margin: number; readonly of: FigureValue }
  | { readonly is: "suppressed"; readonly under: number };

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

export const spansOf = (text: Text): readonly Span[] =>
  Array.isArray(text) ? text : [text as Span];

/** The figure that a text is nothing but. */
export const onlyFigure = (text: Text): Placed | undefined => {
  const [span, ...others] = spansOf(text);
  return typeof span === "object" && others.length === 0 ? span : undefined;
};

/** All sections of a document, with its annexes. */
export const sectionsOf = ({ sections, annexes }: DocumentValue): readonly Section[] => [
  ...sections,
  ...annexes,
];

/** Every figure that is set beside what documents report of it, in order. */
export const figuresOf = (document: DocumentValue): readonly Figure[] =>
  sectionsOf(document).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.block === "figures" ? block.figures : [])),
  );
