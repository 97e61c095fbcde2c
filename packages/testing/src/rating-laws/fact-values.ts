import {
  type Amount,
  type FactValue,
  type Fraction,
  namesIn,
  type RatingPack,
  type Test,
} from "@tongket/core/rulebook";

/** How a fact is read by the tests of a pack. */
export interface FactShape {
  readonly name: string;
  readonly yesNo: boolean;
  /** Points may be halves; what core counts itself is whole. */
  readonly isPoints: boolean;
  readonly bounds: readonly Amount[];
  /** The wholes that it is a part of, each with the share that is asked. */
  readonly partOf: readonly { readonly whole: string; readonly share: Fraction }[];
  readonly isWhole: boolean;
}

/** Every fact that the conditions of a pack read, each once. */
export const factShapes = ({ parameters }: RatingPack): readonly FactShape[] => {
  const tests = (parameters.conditions ?? []).map(({ test }) => test);
  const plain = tests.flatMap(plainTests);
  const criteria = parameters.criteria?.value ?? [];
  return [...new Set(tests.flatMap(namesIn))].map((name) => ({
    name,
    yesNo: plain.some((test) => "is" in test && test.fact === name),
    isPoints: criteria.some(({ term, type }) => term === name && type === "points"),
    bounds: plain.flatMap((test) => ("value" in test && test.fact === name ? [test.value] : [])),
    partOf: plain.flatMap((test) =>
      "part" in test && test.part === name ? [{ whole: test.whole, share: test.share }] : [],
    ),
    isWhole: plain.some((test) => "part" in test && test.whole === name),
  }));
};

export type PlainTest = Exclude<Test, { all: unknown } | { any: unknown } | { not: unknown }>;

/** The tests that read facts, however deep they stand. */
const plainTests = (test: Test): readonly PlainTest[] => {
  if ("all" in test) return test.all.flatMap(plainTests);
  if ("any" in test) return test.any.flatMap(plainTests);
  return "not" in test ? plainTests(test.not) : [test];
};

/**
 * The values worth trying: at, just below and just above every bound and every share of the whole
 * it is part of. A part is never more than its whole, whose value is asked by its name.
 */
export const valuesOf = (
  shape: FactShape,
  wholeOf: (name: string) => number,
): readonly FactValue[] => {
  if (shape.yesNo) return [true, false];
  const around = shape.bounds.flatMap(aroundBound);
  const bounds = shape.isPoints ? around : around.filter(isCount);
  if (shape.partOf.length === 0) {
    return shape.isWhole ? [...bounds.filter(isCount), 1, 2, 3, 5, 6, 10, 11] : [...bounds, 0, 100];
  }
  return shape.partOf.flatMap(({ whole, share }) => {
    const all = wholeOf(whole);
    const near = Math.floor((all * share.num) / share.den);
    const values = [near, near - 1, near + 1, ...bounds.filter(isCount), 0, all];
    return values.filter((value) => value >= 0 && value <= all);
  });
};

const isCount = (value: FactValue): value is number => typeof value === "number";

const aroundBound = (bound: Amount): readonly FactValue[] => {
  const { num, den } = typeof bound === "number" ? { num: bound, den: 1 } : bound;
  const whole = Math.floor(num / den);
  const near = [whole, whole - 1, whole + 1].filter((value) => value >= 0 || num < 0);
  const finer = [num * 2 - 1, num * 2 + 1].map((twice) => ({ num: twice, den: den * 2 }));
  return [bound, ...near, ...finer.filter((value) => value.num >= 0 || num < 0)];
};
