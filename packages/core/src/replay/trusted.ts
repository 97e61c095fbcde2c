import type { MemberShape } from "../kernel/guard.ts";
import { dataMembersOf, eventCatalogue } from "../log/event-catalogue.ts";
import { Plans } from "./plans.ts";
import { parsing } from "./projected.ts";
import type { Way } from "./replaying.ts";
import { WalkedLines } from "./walked-lines.ts";

const members: ReadonlyMap<string, readonly MemberShape[]> = new Map(
  [...eventCatalogue.values()]
    // What a reversal carries is parsed in any case.
    .filter(({ type }) => type !== "EventReversed")
    .map((one) => [one.type, dataMembersOf(one)]),
);

/** Every event as it is recorded. */
export const everyEvent = new Plans(() => "whole", { membersOf: (type) => members.get(type) });

/** Reads every event as it is recorded: for ledgers whose records were verified. */
export const trusted: Way = {
  record: parsing,
  walking: (lines) => new WalkedLines(lines, everyEvent),
};
