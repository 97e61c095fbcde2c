export { type Difference, differences, type Format, type ReadBack } from "./differences.ts";
