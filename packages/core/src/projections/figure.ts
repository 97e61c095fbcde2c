import type { Ratio } from "../kernel/ratio.ts";

/** What a figure amounts to. `unknown` names what would have to be recorded to know it. */
export type FigureValue =
  | { readonly is: "count"; readonly count: number }
  | ({ readonly is: "share" } & Ratio)
  | { readonly is: "unknown"; readonly missing: string };

export const count = (amount: number | undefined, missing: string): FigureValue =>
  amount === undefined ? { is: "unknown", missing } : { is: "count", count: amount };

export const share = (num: number, den: number, missing: string): FigureValue =>
  den === 0 ? { is: "unknown", missing } : { is: "share", num, den };
