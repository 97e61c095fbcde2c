import { eventCatalogue, memberNamesOf } from "../log/event-catalogue.ts";
import { projected } from "./projected.ts";
import type { WantedOf } from "./wanted.ts";

const entire: ReadonlyMap<string, ReturnType<WantedOf>> = new Map(
  [...eventCatalogue.values()].map((one) => [
    one.type,
    one.type === "EventReversed" ? "whole" : { members: memberNamesOf(one), isEntire: true },
  ]),
);

/** Every event with all its members. */
export const entireEvents: WantedOf = (type) => entire.get(type) ?? "whole";

/** Every event as it is told, held to no shape: for ledgers whose records were verified. */
export const trusted = projected(entireEvents);
