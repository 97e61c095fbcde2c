import * as Schema from "effect/Schema";
import { Term } from "../kernel/ids.ts";
import { packFields, parameter, sourced } from "./parameter.ts";

const years = Schema.Int.check(
  Schema.isBetween({ minimum: 1, maximum: 100 }, { expected: "1 to 100 years" }),
);

/** Whom a category of awards is for, and which ratings in how many years running it asks. */
export const Eligibility = Schema.Struct({
  category: Term,
  recipient: Schema.Union([
    Schema.Struct({
      /** Branches of these kinds. */
      kinds: Schema.Array(Term).check(Schema.isMinLength(1)),
      /** Directly under the branch that grants, or under one of these kinds. */
      under: Schema.optionalKey(Schema.Union([Schema.Literal("granting"), Schema.Array(Term)])),
    }),
    Schema.Struct({ member: Schema.Literal(true) }),
  ]),
  /**
   * The distinctions or levels that qualify, under whatever pack a year was rated: a year counts
   * when its rating has one of them.
   */
  anyOf: Schema.Array(
    Schema.Union([Schema.Struct({ level: Term }), Schema.Struct({ distinction: Term })]),
  ).check(Schema.isMinLength(1)),
  yearsRunning: years,
  /** The source is that of the years; for whom, and for which ratings, may have others. */
  ...sourced,
  recipientStated: Schema.optionalKey(Schema.Struct(sourced)),
  anyOfStated: Schema.optionalKey(Schema.Struct(sourced)),
});
export type Eligibility = typeof Eligibility.Type;

/** Which results make a recipient eligible; the award itself stays a decision. */
export const AwardPack = Schema.Struct({
  ...packFields,
  matter: Schema.Literal("award"),
  parameters: Schema.Struct({
    /** Each has a source of its own. */
    eligibility: Schema.Array(Eligibility),
    /** Years of membership that a badge marks. */
    badgeYears: Schema.optionalKey(parameter(Schema.Array(years))),
  }),
});
export type AwardPack = typeof AwardPack.Type;
