import { awardEvents } from "../award/events.ts";
import { branchEvents } from "../branch/events.ts";
import { directiveEvents } from "../directive/events.ts";
import { inspectionEvents } from "../inspection/events.ts";
import type { CalendarDate } from "../kernel/date.ts";
import type { Claim, DomainEvent, EventOf, EventType } from "../kernel/event.ts";
import { type MemberShape, memberShapesOf } from "../kernel/guard.ts";
import type { Tag } from "../kernel/ids.ts";
import { meetingEvents } from "../meeting/events.ts";
import { membershipEvents } from "../membership/events.ts";
import { ratingEvents } from "../rating/events.ts";
import { reviewEvents } from "../review/events.ts";
import { targetEvents } from "../target/events.ts";
import { trainingEvents } from "../training/events.ts";
import { logEvents } from "./events.ts";

/** Every type of event a ledger can hold. */
export const allEvents = [
  ...branchEvents,
  ...membershipEvents,
  ...directiveEvents,
  ...trainingEvents,
  ...meetingEvents,
  ...inspectionEvents,
  ...ratingEvents,
  ...targetEvents,
  ...awardEvents,
  ...reviewEvents,
  ...logEvents,
] as const;
export type AnyEvent = EventOf<(typeof allEvents)[number]>;
export type AnyEventType = AnyEvent["type"];

/** An event type seen from outside, where its data is whatever its schema let through. */
type OpenEventType = EventType<string, unknown>;

export const eventCatalogue: ReadonlyMap<string, OpenEventType> = new Map(
  allEvents.map((one) => [one.type, one as unknown as OpenEventType]),
);

/** The members that the data of a type's events may have, in canonical order. */
export const dataMembersOf = ({ type, schema }: OpenEventType): readonly MemberShape[] => {
  const members = memberShapesOf(schema);
  if (members === undefined) throw new Error(`The data of ${type} are not of members alone`);
  return members.toSorted((one, other) => (one.name < other.name ? -1 : 1));
};

/** The subjects of an event, from its type and data alone. Throws on an unknown type. */
export const tagsOf = (event: Pick<DomainEvent, "type" | "data">): readonly Tag[] => [
  ...new Set(catalogued(event.type).tags(event.data)),
];

/** What a fact of a type that is told anew was told of; undefined for any other type. */
export const toldOf = ({ type, data, tags }: DomainEvent): string | undefined => {
  const of = catalogued(type).toldOf?.(data);
  return of === undefined ? undefined : `${tags[0]} ${type} ${of}`;
};

/** What an event says of subjects that other slices keep. Throws on an unknown type. */
export const claimsOf = (event: {
  readonly type: string;
  readonly data: unknown;
  readonly effectiveOn: CalendarDate;
}): readonly Claim[] => catalogued(event.type).claims(event.data, event.effectiveOn);

const catalogued = (type: string): OpenEventType => {
  const found = eventCatalogue.get(type);
  if (found === undefined) throw new Error(`No event type ${type} in the catalogue`);
  return found;
};
