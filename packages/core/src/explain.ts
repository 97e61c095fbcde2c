import type { Horizon } from "./log/effective.ts";
import type { EventStore } from "./log/event-store.ts";
import { explaining } from "./projections/explain.ts";
import { explainingTarget, type TargetExplanation } from "./projections/explain-target.ts";
import type { Explanation } from "./projections/explanation.ts";
import type { YearView } from "./projections/year-view.ts";
import { readInto } from "./read-into.ts";

/** Where a figure is asked for: a view, and the horizon that its books were kept to. */
export interface AskedOf {
  readonly view: YearView;
  readonly horizon?: Horizon;
}

/**
 * Follows a figure back to its events, by a second reading of those that it can rest on, or of the
 * whole ledger where that is faster. `measure` is a name such as `awardsGranted/base-exemplary`;
 * undefined where there is no such figure.
 */
export const explain = (
  store: EventStore,
  { view, horizon, measure }: AskedOf & { readonly measure: string },
): Promise<Explanation | undefined> => {
  const explained = explaining(view, measure, horizon);
  return explained === undefined ? Promise.resolve(undefined) : readInto(store, explained);
};

/** The same for a target of the branch and year. */
export const explainTarget = (
  store: EventStore,
  { view, horizon, target }: AskedOf & { readonly target: string },
): Promise<TargetExplanation | undefined> => {
  const explained = explainingTarget(view, target, horizon);
  return explained === undefined ? Promise.resolve(undefined) : readInto(store, explained);
};
