export { type PageDifference, pageDifferences } from "./page-differences.ts";
export { readHtml } from "./read-html.ts";
export { type Explored, renderExplorable, renderHtml } from "./render-html.ts";
