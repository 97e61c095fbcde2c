import * as Schema from "effect/Schema";
import { CalendarDate } from "../kernel/date.ts";
import { packFields, parameter } from "./parameter.ts";

/** The working days of a span of time. */
export const CalendarPack = Schema.Struct({
  ...packFields,
  matter: Schema.Literal("calendar"),
  parameters: Schema.Struct({
    /** Days of the week without work: 1 is Monday, 7 is Sunday. */
    restDays: parameter(
      Schema.Array(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 7 }))),
    ),
    holidays: parameter(Schema.Array(CalendarDate)),
    /** Rest days worked in exchange for a holiday. */
    workedRestDays: Schema.optionalKey(parameter(Schema.Array(CalendarDate))),
  }),
});
export type CalendarPack = typeof CalendarPack.Type;
