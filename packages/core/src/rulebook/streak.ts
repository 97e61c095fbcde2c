import { allPass, type Verdict } from "../kernel/verdict.ts";
import type { Eligibility } from "./award-pack.ts";

/** What came of one year, under whatever pack it was rated. */
export interface YearResult {
  readonly year: number;
  readonly rated?: {
    readonly level: string;
    readonly distinction?: string;
    readonly pack: string;
  };
  /** Its ratings are not closed: one who is not rated may still be. */
  readonly isOpen?: boolean;
}

export interface StreakVerdict {
  readonly verdict: Verdict;
  /** The years that count, ascending: those since the last that breaks. */
  readonly years: readonly number[];
  /** The last year that breaks it, and what it was. */
  readonly brokenBy?: { readonly year: number; readonly because: "not-rated" | "other-result" };
  /** Years not rated so far, or of which nothing is known. */
  readonly openYears: readonly number[];
}

/**
 * Whether each of so many years up to `lastYear` has one of the results. Levels and distinctions
 * are the same across packs when their terms are. A closed year without a rating breaks a streak.
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
    return {
      year,
      ...judgeYear(
        results.find((result) => result.year === year),
        anyOf,
      ),
    };
  });
  const breaks = running.findLastIndex(({ verdict }) => verdict === "fail");
  const since = running.slice(breaks + 1);
  const yearsThat = (is: Verdict) =>
    since.filter(({ verdict }) => verdict === is).map(({ year }) => year);
  const broken = running[breaks];
  return {
    verdict: allPass(running.map(({ verdict }) => verdict)),
    years: yearsThat("pass"),
    ...(broken?.verdict === "fail"
      ? { brokenBy: { year: broken.year, because: broken.because } }
      : {}),
    openYears: yearsThat("unknown"),
  };
};

const judgeYear = (
  result: YearResult | undefined,
  anyOf: Eligibility["anyOf"],
):
  | { readonly verdict: "pass" | "unknown" }
  | { readonly verdict: "fail"; readonly because: "not-rated" | "other-result" } => {
  if (result === undefined) return { verdict: "unknown" };
  const { rated, isOpen } = result;
  if (rated === undefined) {
    return isOpen ? { verdict: "unknown" } : { verdict: "fail", because: "not-rated" };
  }
  const qualifies = anyOf.some((one) =>
    "level" in one ? one.level === rated.level : one.distinction === rated.distinction,
  );
  return qualifies ? { verdict: "pass" } : { verdict: "fail", because: "other-result" };
};
