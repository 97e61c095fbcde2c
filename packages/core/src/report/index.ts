export { annualReview } from "./annual-review.ts";
export {
  type Block,
  type DocumentKind,
  type DocumentValue,
  documentKinds,
  type Figure,
  figuresOf,
  type Origin,
  onlyFigure,
  type Placed,
  type PlacedValue,
  type Section,
  type Span,
  sectionsOf,
  spansOf,
  type Table,
  type Text,
} from "./document.ts";
export type { ReportRequest } from "./document-of.ts";
export { makeDocument } from "./documents.ts";
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
export { type Manifest, manifestText, readManifest } from "./manifest.ts";
export { mapFigures, mapText } from "./map-text.ts";
export { computedOf, placedIn, plainText, reportedOf, type Shown, shownFigures } from "./placed.ts";
export { measureLabel } from "./sections/figures.ts";
export { branchName, commonWord, type Page } from "./sections/words.ts";
export { type Suppressed, suppress } from "./suppress.ts";
