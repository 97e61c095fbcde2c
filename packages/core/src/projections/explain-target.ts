import type { Horizon } from "../log/effective.ts";
import { explaining } from "./explain.ts";
import { keepEvents, type Seeking, wantedToSeek } from "./explained-events.ts";
import type { ExplainedEvent, Explanation } from "./explanation.ts";
import { queryOf } from "./needed-events.ts";
import type { StandingFact } from "./standing-fact.ts";
import { type TargetProgress, targetProgress } from "./targets.ts";
import { ownFactsOf, type YearView } from "./year-view.ts";

/** How far a target was reached, why, and by which facts it stands as it does. */
export interface TargetExplanation {
  readonly target: Omit<TargetProgress, "each"> & {
    /** For scope `each`: every branch judged, by name. */
    readonly each: readonly (TargetProgress["each"][number] & { readonly name: string })[];
    /** The facts that set, revised or told it. */
    readonly events: readonly ExplainedEvent[];
  };
  readonly figure: Explanation;
}

/** Explains a target of the branch and year of the view; undefined where none of that id stands. */
export const explainingTarget = (
  view: YearView,
  id: string,
  horizon: Horizon = {},
): Omit<Seeking<TargetExplanation>, "isSought"> | undefined => {
  const progress = targetProgress(view).find(({ target }) => target === id);
  if (progress === undefined) return undefined;
  const events = keepEvents({ on: [], facts: factsOfTarget(view, id) }, horizon);
  const figure = explaining(view, progress.measure, horizon) ?? unexplained(view, progress);
  const each = progress.each.map((row) => ({
    ...row,
    name: view.tree.nodes.get(row.branch)?.name ?? row.branch,
  }));
  const needed = [...events.needed, ...figure.needed];
  return {
    needed,
    wantedOf: wantedToSeek((event) => events.isSought(event) || figure.isSought(event)),
    needs: queryOf(needed, view),
    take: (event, actor) => {
      events.take(event, actor);
      figure.take(event, actor);
    },
    close: () => ({
      target: { ...progress, each, events: events.close() },
      figure: figure.close(),
    }),
  };
};

const factsOfTarget = (view: YearView, id: string): readonly StandingFact[] =>
  ownFactsOf(view, "TargetSet", "TargetRevised", "EvidenceDeclared")
    .filter(({ data }) => data.target === id)
    .map((event) => ({ event, makes: "target" }));

/** A target may name a measure that this version does not know. */
const unexplained = (
  { branch, year }: YearView,
  { measure, actual }: TargetProgress,
): Seeking<Explanation> => ({
  isSought: () => false,
  needed: [],
  take: () => undefined,
  close: () => ({
    figure: { measure, branch, year },
    value: actual,
    parts: [],
    rules: [],
    reported: [],
    missing: "measure",
  }),
});
