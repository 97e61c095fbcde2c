import { allPass, passIf, type Verdict } from "../kernel/verdict.ts";
import type { Eligibility } from "./award-pack.ts";

/** What came of a year that is decided, under whatever pack: a rating, or that there is none. */
export interface YearResult {
  readonly year: number;
  readonly rated?: {
    readonly level: string;
    readonly distinction?: string;
    readonly pack: string;
  };
}

export interface StreakVerdict {
  readonly verdict: Verdict;
  /** The years that count, ascending: those since the last that breaks. */
  readonly years: readonly number[];
  /** The last year that breaks it, and what came of that. */
  readonly brokenBy?: YearResult;
  /** Years that are not decided. */
  readonly openYears: readonly number[];
}

/**
 * Whether each of so many years up to `lastYear` has one of the results. Levels and distinctions
 * are the same across packs when their terms are. A decided year without a rating breaks it.
 */
export const streak = (
  results: readonly YearResult[],
  {
    anyOf,
    yearsRunning,
    lastYear,
  }: Pick<Eligibility, "anyOf" | "yearsRunning"> & { readonly lastYear: number },
): StreakVerdict => {
  const running = Array.from({ length: yearsRunning }, (_, index) => {
    const year = lastYear - yearsRunning + 1 + index;
    const result = results.find((one) => one.year === year);
    return { year, result, verdict: judgeYear(result, anyOf) };
  });
  const breaks = running.findLastIndex(({ verdict }) => verdict === "fail");
  const since = running.slice(breaks + 1);
  const yearsThat = (is: Verdict) =>
    since.filter(({ verdict }) => verdict === is).map(({ year }) => year);
  const brokenBy = running[breaks]?.result;
  return {
    verdict: allPass(running.map(({ verdict }) => verdict)),
    years: yearsThat("pass"),
    ...(brokenBy === undefined ? {} : { brokenBy }),
    openYears: yearsThat("unknown"),
  };
};

const judgeYear = (result: YearResult | undefined, anyOf: Eligibility["anyOf"]): Verdict => {
  if (result === undefined) return "unknown";
  const { rated } = result;
  if (rated === undefined) return "fail";
  return passIf(
    anyOf.some((one) =>
      "level" in one ? one.level === rated.level : one.distinction === rated.distinction,
    ),
  );
};
