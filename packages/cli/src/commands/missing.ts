import { unratedMembers } from "@tongket/core";
import { escaped, say } from "@tongket/core/messages";
import {
  type ReviewGaps,
  reviewGaps,
  targetProgress,
  type UnratedMembers,
  type YearView,
} from "@tongket/core/projections";
import {
  annualReview,
  branchName,
  figuresOf,
  formatFigure,
  type ReportRequest,
} from "@tongket/core/report";
import type { Call, Run } from "../call.ts";
import { withLedger } from "../ledger.ts";
import { asText } from "../lines.ts";
import { horizonOf } from "../options.ts";
import { readYear } from "../year.ts";

/**
 * Lists the figures of the annual review, and the targets of its year, that nothing decides, and
 * who and what the review still lacks.
 */
export const run: Run = async (call) => {
  const { lang } = call;
  const { request, view, membersUnrated } = await withLedger(call, async (store) => {
    const asked = await readYear(call, store);
    const about = { view: asked.view, horizon: horizonOf(call) };
    return { ...asked, membersUnrated: await unratedMembers(asked.known, about) };
  });
  const { year, branch } = request;
  const missing = [...missingFigures(request), ...missingTargets(request, view)];
  const gaps: Gaps = { ...reviewGaps(view), membersUnrated };
  const lines = missing.map(({ label, why, reported }) => {
    const also = reported ? ` (${say(lang, "missing.reported")})` : "";
    return `  ${escaped(label)}: ${why}${also}`;
  });
  const summary =
    missing.length === 0
      ? say(lang, "missing.none", { year })
      : say(lang, "missing.some", { count: missing.length, year });
  return {
    result: { branch, year, missing, gaps },
    words: asText([summary, ...lines, ...gapLines(call, view, gaps)]),
  };
};

type Gaps = ReviewGaps & { readonly membersUnrated: readonly UnratedMembers[] };

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

/** What is lacking beside the figures, by name; long lists are cut. */
const gapLines = ({ lang }: Call, view: YearView, gaps: Gaps): readonly string[] => {
  const named = (branch: string): string =>
    escaped(`${branchName({ view, lang }, branch)} (${branch})`);
  const listed = (key: GapKey, items: readonly string[]): readonly string[] => {
    if (items.length === 0) return [];
    const shown = items.slice(0, linesMax).map((item) => `  ${item}`);
    const more = items.length - shown.length;
    return [
      say(lang, key),
      ...shown,
      ...(more > 0 ? [`  ${say(lang, "more", { count: more })}`] : []),
    ];
  };
  return [
    ...listed("missing.branchesUnrated", gaps.branchesUnrated.map(named)),
    ...listed(
      "missing.membersUnrated",
      gaps.membersUnrated.map(({ branch, members }) =>
        say(lang, "missing.members", {
          name: named(branch),
          members: members.length,
          persons: members.slice(0, linesMax),
        }),
      ),
    ),
    ...listed("missing.cellsWithoutLeader", gaps.cellsWithoutLeader.map(named)),
    ...listed(
      "missing.steps",
      gaps.steps.map((step) => say(lang, `step.${step}`)),
    ),
  ];
};

const linesMax = 20;

type GapKey = `missing.${"branchesUnrated" | "membersUnrated" | "cellsWithoutLeader" | "steps"}`;

const missingTargets = ({ lang }: ReportRequest, view: YearView): readonly Missing[] => {
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
