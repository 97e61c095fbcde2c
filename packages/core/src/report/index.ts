export { annualReview, type ReportRequest, scoreboard } from "./annual-review.ts";
export {
  type Block,
  type Cell,
  type DocumentValue,
  type Figure,
  figuresOf,
  type Origin,
  type Section,
} from "./document.ts";
export { DocumentDetails, type ReadDetails, readDetails } from "./document-details.ts";
export { factText } from "./fact-text.ts";
export {
  formatFigure,
  formatGoal,
  formatPercent,
  formatReported,
} from "./format.ts";
export type { Frame, FrameLines, PageFormat } from "./frame.ts";
export { frameOf } from "./frame-of.ts";
export { type Line, lettersOf } from "./line.ts";
export { mapText } from "./map-text.ts";
export { neutralFormat } from "./neutral-format.ts";
export { measureLabel } from "./sections/figures.ts";
export { branchName, commonWord, type Page } from "./sections/words.ts";
