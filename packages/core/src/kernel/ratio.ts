/** A share kept exact: `num` of `den`, whole numbers, `den` never 0. Only a renderer rounds. */
export interface Ratio {
  readonly num: number;
  readonly den: number;
}

/** Undefined where there is nothing to take a share of: absent is not zero. */
export const ratio = (num: number, den: number): Ratio | undefined =>
  den === 0 ? undefined : { num, den };

/** Negative, zero or positive as `a` is below, equal to or above `b`, by cross-multiplication. */
export const compareRatios = (a: Ratio, b: Ratio): number => {
  const left = BigInt(a.num) * BigInt(b.den);
  const right = BigInt(b.num) * BigInt(a.den);
  return left < right ? -1 : left > right ? 1 : 0;
};

/**
 * The percentage to `decimals` places, half up, as a decimal text with a full stop (`97.4`).
 * Exact: no floating point takes part.
 */
export const percentText = (share: Ratio, decimals: number): string => {
  const scale = 10n ** BigInt(decimals);
  const [num, den] = [BigInt(share.num) * 100n * scale * 2n + BigInt(share.den), BigInt(share.den)];
  const rounded = num / (den * 2n);
  const whole = rounded / scale;
  if (decimals === 0) return whole.toString();
  return `${whole}.${(rounded % scale).toString().padStart(decimals, "0")}`;
};
