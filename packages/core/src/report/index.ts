export { annualReview } from "./annual-review.ts";
export {
  type Block,
  type DocumentValue,
  type Figure,
  figuresOf,
  type Origin,
  onlyFigure,
  type Placed,
  type PlacedValue,
  type Section,
  type Span,
  type Suppressed,
  sectionsOf,
  spansOf,
  type Table,
  type Text,
} from "./document.ts";
export { DocumentDetails, type ReadDetails, readDetails } from "./document-details.ts";
export type { ReportRequest } from "./document-of.ts";
export { makeDocument } from "./documents.ts";
export { type Extract, keepExtract, takeExtract, timesIn } from "./extract.ts";
export { factText } from "./fact-text.ts";
export { figuresTable } from "./figures-table.ts";
export {
  formatFigure,
  formatGoal,
  formatPercent,
  formatPlaced,
  formatReported,
  shareDecimals,
} from "./format.ts";
export type { Frame, FrameLines, PageFormat } from "./frame.ts";
export { frameOf } from "./frame-of.ts";
export { type Line, lettersOf } from "./line.ts";
export { type Manifest, manifestText, readManifest } from "./manifest.ts";
export { mapFigures, mapText } from "./map-text.ts";
export { neutralFormat } from "./neutral-format.ts";
export { computedOf, placedIn, plainText, reportedOf, type Shown, shownFigures } from "./placed.ts";
export { measureLabel } from "./sections/figures.ts";
export { branchName, commonWord, type Page, wordOf } from "./sections/words.ts";
export { suppress } from "./suppress.ts";
