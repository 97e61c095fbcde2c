import * as Schema from "effect/Schema";
import type { CalendarDate } from "./date.ts";
import type { Claim, EventType } from "./event.ts";
import type { Tag } from "./ids.ts";

/**
 * Defines a type of event. Its name is the storage format: it never changes, and a new shape is
 * a new version with an upcaster. `tags` never change once published; `claims` are today's reading.
 */
export const eventType = <const Type extends string, const F extends Schema.Struct.Fields>(
  type: Type,
  definition: {
    readonly version?: number;
    readonly fields: F;
    readonly tags: (data: Schema.Struct<F>["Type"]) => readonly Tag[];
    readonly claims?: (
      data: Schema.Struct<F>["Type"],
      effectiveOn: CalendarDate,
    ) => readonly Claim[];
    readonly toldOf?: (data: Schema.Struct<F>["Type"]) => string;
  },
): EventType<Type, Schema.Struct<F>["Type"]> => ({
  type,
  version: definition.version ?? 1,
  schema: Schema.Struct(definition.fields) as unknown as Schema.Codec<
    Schema.Struct<F>["Type"],
    unknown
  >,
  tags: definition.tags,
  claims: definition.claims ?? noClaims,
  ...(definition.toldOf === undefined ? {} : { toldOf: definition.toldOf }),
});

const noClaims = (): readonly Claim[] => [];
