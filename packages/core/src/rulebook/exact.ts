import type { Fraction, Op } from "./parameter.ts";

/** A number as a fraction of big integers, so that no comparison rounds; `den` is above 0. */
export interface Exact {
  readonly num: bigint;
  readonly den: bigint;
}

/** Undefined for what is no whole number and no fraction of whole numbers. */
export const exactOf = (value: number | boolean | string | Fraction): Exact | undefined => {
  const { num, den } = typeof value === "object" ? value : { num: value, den: 1 };
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den <= 0) return undefined;
  return { num: BigInt(num), den: BigInt(den) };
};

/** The share of a part in a whole; undefined where there is nothing to take a share of. */
export const shareIn = (part: Exact, whole: Exact): Exact | undefined =>
  whole.num > 0n ? { num: part.num * whole.den, den: part.den * whole.num } : undefined;

/** Whether `a op b`, by cross-multiplication: `>` is strict. */
export const compares = (a: Exact, op: Op, b: Exact): boolean => {
  const difference = a.num * b.den - b.num * a.den;
  switch (op) {
    case ">=":
      return difference >= 0n;
    case ">":
      return difference > 0n;
    case "<=":
      return difference <= 0n;
    case "<":
      return difference < 0n;
    case "=":
      return difference === 0n;
  }
};
