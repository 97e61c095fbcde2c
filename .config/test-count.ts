/** Prints `N passed, N failed` of the last full test run; .ci/run ends with this line. */
import { existsSync, readFileSync } from "node:fs";

type Report = {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
};

const file = "node_modules/.cache/tongket/vitest.json";
const nothingRan = {
  success: false,
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};
const report: Report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : nothingRan;

// A file that does not load, or a run that never was, counts as one failure.
const failed = report.success ? report.numFailedTests : Math.max(1, report.numFailedTests);
const skipped = report.numPendingTests + report.numTodoTests;
console.log(
  `${report.numPassedTests} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`,
);
