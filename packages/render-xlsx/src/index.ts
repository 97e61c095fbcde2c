export { readXlsx, type Workbook } from "./read-xlsx.ts";
export { renderXlsx } from "./render-xlsx.ts";
export { xlsxDifferences } from "./xlsx-differences.ts";
