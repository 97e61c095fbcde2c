import { dataMembersOf, eventCatalogue } from "../log/event-catalogue.ts";
import { type EventShape, WordGuard } from "./event-shape.ts";
import { Plans } from "./plans.ts";
import { parsing } from "./projected.ts";
import type { Way } from "./replaying.ts";
import { WalkedLines } from "./walked-lines.ts";

const shapeOf = (type: string): EventShape | undefined => {
  const known = eventCatalogue.get(type);
  // What a reversal carries is parsed in any case.
  if (known === undefined || type === "EventReversed") return undefined;
  const members = dataMembersOf(known).map((member) => ({
    ...member,
    guard: new WordGuard(member.guard),
  }));
  return { members, subjects: known.tags };
};

/** Every event as it is recorded. */
export const everyEvent = new Plans(() => "whole", { shapeOf });

/** Reads every event as it is recorded: for ledgers whose records were verified. */
export const trusted: Way = {
  record: parsing,
  walking: (lines) => new WalkedLines(lines, everyEvent),
};
