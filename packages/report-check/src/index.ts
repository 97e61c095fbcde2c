export { type Difference, differences, type Format, type ReadBack } from "./differences.ts";
export { type Grid, gridDifferences } from "./grid-differences.ts";
export { textDifferences } from "./text-differences.ts";
