export { csvDifferences } from "./csv-differences.ts";
export { readCsv } from "./read-csv.ts";
export { renderCsv } from "./render-csv.ts";
