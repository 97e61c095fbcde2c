import { escaped, say } from "@tongket/core/messages";
import { targetProgress, viewYear } from "@tongket/core/projections";
import { annualReview, figuresOf, formatFigure, type ReportRequest } from "@tongket/core/report";
import type { Run } from "../call.ts";
import { withLedger } from "../ledger.ts";
import { readYear } from "../year.ts";

/** Lists the figures of the annual review, and the targets of its year, that nothing decides. */
export const run: Run = async (call) => {
  const { lang } = call;
  const request = await withLedger(call, (store) => readYear(call, store));
  const { year, branch } = request;
  const missing = [...missingFigures(request), ...missingTargets(request)];
  const lines = missing.map(({ label, why, reported }) => {
    const also = reported ? ` (${say(lang, "missing.reported")})` : "";
    return `  ${escaped(label)}: ${why}${also}`;
  });
  const summary =
    missing.length === 0
      ? say(lang, "missing.none", { year })
      : say(lang, "missing.some", { count: missing.length, year });
  return {
    exit: 0,
    result: { branch, year, missing },
    words: [summary, ...lines].map((line) => `${line}\n`).join(""),
  };
};

interface Missing {
  /** The measure and its year, or the target. */
  readonly id: string;
  readonly label: string;
  /** What is not recorded. */
  readonly missing: string;
  readonly why: string;
  /** A document states the figure. */
  readonly reported: boolean;
}

const missingFigures = (request: ReportRequest): readonly Missing[] =>
  figuresOf(annualReview(request)).flatMap(({ id, label, computed, reported }) =>
    computed.is === "unknown"
      ? [
          {
            id,
            label,
            missing: computed.missing,
            why: formatFigure(computed, request.lang),
            reported: reported.length > 0,
          },
        ]
      : [],
  );

const missingTargets = ({
  books,
  rulebook,
  branch,
  year,
  lang,
  origin,
}: ReportRequest): readonly Missing[] => {
  const asOf = origin.asOf as Parameters<typeof viewYear>[0]["asOf"];
  const view = viewYear({ books, rulebook, branch, year, asOf });
  return targetProgress(view).flatMap(({ target, text, actual, verdict }) =>
    verdict === "unknown" && actual.is === "unknown"
      ? [
          {
            id: target,
            label: `${say(lang, "missing.target", { target })}: ${text}`,
            missing: actual.missing,
            why: formatFigure(actual, lang),
            reported: false,
          },
        ]
      : [],
  );
};
