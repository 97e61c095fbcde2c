import type { DocumentFormat } from "../rulebook/document-pack.ts";
import type { Line } from "./line.ts";

/** The lines around the sections, each by the name that it has in a document pack. */
export interface FrameLines {
  readonly banner?: Line;
  readonly superior?: Line;
  readonly issuer: Line;
  readonly issuerMark?: Line;
  readonly number?: Line;
  readonly placeAndDate?: Line;
  readonly typeLine: Line;
  readonly subject: Line;
  readonly separator?: Line;
  readonly onBehalf?: Line;
  readonly office?: Line;
  readonly signatory?: Line;
  readonly recipientsLabel?: Line;
}

/** How pages are set. */
export type PageFormat = Pick<
  DocumentFormat,
  "paper" | "marginsMm" | "fontFamilies" | "body" | "firstLineMm" | "justified" | "pageNumber"
>;

/** What stands around the sections of a document (thể thức), in its language. */
export interface Frame {
  /** The document pack that it follows; absent where it is neutral. */
  readonly pack?: string;
  readonly page: PageFormat;
  readonly lines: FrameLines;
  readonly recipients: readonly Line[];
}
