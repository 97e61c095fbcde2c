import { dataMembersOf, eventCatalogue } from "../log/event-catalogue.ts";
import { type EventShape, HeldValues } from "./event-shape.ts";
import { Plans } from "./plans.ts";
import { parsing } from "./projected.ts";
import type { Way } from "./replaying.ts";
import { WalkedLines } from "./walked-lines.ts";

const shapes: ReadonlyMap<string, EventShape> = new Map(
  [...eventCatalogue.values()]
    // What a reversal carries is parsed in any case.
    .filter(({ type }) => type !== "EventReversed")
    .map((one) => {
      const members = dataMembersOf(one).map(({ name, isRequired, guard }) => ({
        name,
        isRequired,
        values: new HeldValues(guard),
      }));
      return [one.type, { members, subjects: one.tags }];
    }),
);

/** Every event as it is recorded. */
export const everyEvent = new Plans(() => "whole", { shapeOf: (type) => shapes.get(type) });

/** Reads every event as it is recorded: for ledgers whose records were verified. */
export const trusted: Way = {
  record: parsing,
  walking: (lines) => new WalkedLines(lines, everyEvent),
};
