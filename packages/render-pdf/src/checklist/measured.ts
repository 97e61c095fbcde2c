import type { DrawnText } from "../drawn.ts";
import type { Page } from "../open-pdf.ts";

/** A rule of a document's form, and what was measured of it in a PDF. */
export interface Measured {
  readonly rule: string;
  readonly expected: string;
  readonly measured: string;
  readonly passes: boolean;
}

export const mm = (points: number): number => (points / 72) * 25.4;
const inMm = (length: number): string => `${Math.round(length * 10) / 10} mm`;
export const inPt = (length: number): string => `${Math.round(length * 10) / 10} pt`;

/** Measures agree to half a millimetre. */
const closeMm = 0.5;

interface Lengths {
  readonly expected: number;
  readonly measured: number;
}

export const length = (rule: string, { expected, measured }: Lengths): Measured => ({
  rule,
  expected: inMm(expected),
  measured: inMm(measured),
  passes: Math.abs(expected - measured) <= closeMm,
});

export const atLeast = (rule: string, { expected, measured }: Lengths): Measured => ({
  ...length(rule, { expected, measured }),
  expected: `at least ${inMm(expected)}`,
  passes: measured >= expected - closeMm,
});

/** Text in the structure of a document: all but page numbers and the like. */
export const textsOf = (page: Page): readonly DrawnText[] =>
  page.texts.filter(({ mark, text }) => mark !== undefined && text.trim() !== "");
