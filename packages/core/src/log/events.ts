import * as Schema from "effect/Schema";
import { CalendarDate } from "../kernel/date.ts";
import type { EventOf } from "../kernel/event.ts";
import { eventType } from "../kernel/event-type.ts";
import { PersonId, Tag, tag } from "../kernel/ids.ts";
import { Text } from "../kernel/text.ts";

/** The address of an event: `position.index`. */
export const Address = Schema.String.check(
  Schema.isPattern(/^[1-9]\d{0,15}\.(0|[1-9]\d{0,5})$/, {
    expected: "an event's address as POSITION.INDEX",
  }),
);

/** The place a fact takes: an address, behind those of the places that one had taken itself. */
const TakenPlace = Schema.String.check(
  Schema.isPattern(/^[1-9]\d{0,15}\.\d{1,6}(\/[1-9]\d{0,15}\.\d{1,6}){0,99}$/, {
    expected: "the place of an event as POSITION.INDEX",
  }),
);

/** An event as it stands in a commit: the shape every version of every type shares. */
export const EventRecord = Schema.Struct({
  data: Schema.Record(Schema.String, Schema.Json),
  effectiveOn: CalendarDate,
  inPlaceOf: Schema.optionalKey(TakenPlace),
  tags: Schema.Array(Tag).check(Schema.isMinLength(1), Schema.isMaxLength(256)),
  type: Schema.String.check(
    Schema.isPattern(/^[A-Z][A-Za-z]{0,63}$/, { expected: "an event type" }),
  ),
  version: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1000 })),
});
export type EventRecord = typeof EventRecord.Type;

/**
 * A reversing entry: the original never happened. It carries the original whole, with its date
 * and all its tags, so that each account and timeline that saw the one sees the other.
 */
export const EventReversed = eventType("EventReversed", {
  fields: { target: Address, original: EventRecord, reason: Text },
  tags: ({ original }) => original.tags,
});
export type EventReversed = EventOf<typeof EventReversed>;

/** Names and the like of a person, sealed at the edge: ciphertext only. */
export const PersonProfiled = eventType("PersonProfiled", {
  fields: {
    person: PersonId,
    sealed: Schema.String.check(
      Schema.isPattern(/^[A-Za-z0-9._-]{1,20000}$/, { expected: "a sealed text" }),
    ),
  },
  tags: ({ person }) => [tag("person", person)],
  toldOf: () => "",
});

/** The person's key was destroyed: the profile can never be read again. */
export const PersonErased = eventType("PersonErased", {
  fields: { person: PersonId },
  tags: ({ person }) => [tag("person", person)],
});

export const logEvents = [EventReversed, PersonProfiled, PersonErased] as const;
