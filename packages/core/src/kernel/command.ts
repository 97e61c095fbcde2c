import * as Schema from "effect/Schema";
import type { CalendarDate } from "./date.ts";
import type { Discipline } from "./discipline.ts";
import { type DomainEvent, type EventType, newEvent } from "./event.ts";
import type { BranchId, Id, PersonId, Tag, Term } from "./ids.ts";
import type { StateOn } from "./law.ts";
import { accepted, type Decision } from "./refusal.ts";

/** What a decider is given beside its command: the day, the states of its subjects, the rules. */
export interface Given<Context = unknown> {
  readonly effectiveOn: CalendarDate;
  /** Throws when the command does not list the subject among those it reads. */
  readonly stateOn: StateOn;
  /** What a decider may ask about subjects that another slice keeps. */
  readonly standings: Standings;
  readonly context: Context;
}

/** Who stands where, up to the command's day. Each asks for a subject that the command reads. */
export interface Standings {
  /** Reads `branch:ID`. Undefined where there was no such branch by that day. */
  branch(branch: BranchId, day: CalendarDate): BranchStanding | undefined;
  /** Reads `tree`. The branch and those above it, nearest first; empty where unknown. */
  line(branch: BranchId, day: CalendarDate): readonly { branch: BranchId; kind: Term }[];
  /** Reads `tree`. The branches directly below at the end of that day, dissolved ones left out. */
  below(branch: BranchId, day: CalendarDate): readonly BranchId[];
  /** Reads `branch:ID`. The disciplines of the branch, in order of effect. */
  branchDisciplines(branch: BranchId): readonly Discipline[];
  /** Reads `branch:ID`. Who held an office in the branch or a body of it at any time of a year. */
  officers(branch: BranchId, year: number): readonly PersonId[];
  /** Reads `person:ID`. The branch the person was a member of at the end of that day. */
  member(person: PersonId, day: CalendarDate): BranchId | undefined;
  /** Reads `person:ID`. The same for ratings: until received, the branch that sent the person. */
  ratedIn(person: PersonId, day: CalendarDate): BranchId | undefined;
  /** Reads `person:ID`. */
  conduct(person: PersonId): Conduct;
  /** Reads `rating:branch:ID/YEAR` or `rating:person:ID/YEAR`. */
  yearResult(rating: Tag): YearStanding;
  /** Reads `review:ID/YEAR`. What became of each shortcoming that was noted. */
  shortcomings(branch: BranchId, year: number): readonly ("noted" | "remedied")[];
  /** Reads `cohort:ID/YEAR`. */
  ratingsClosed(committee: BranchId, year: number): boolean;
}

/** How a person stands in the rules. */
export interface Conduct {
  readonly disciplines: readonly Discipline[];
  readonly exempt: boolean;
  readonly suspended: boolean;
}

/** What a year came to for one subject. */
export type YearStanding =
  | { readonly result: "open" | "exempted" }
  | {
      readonly result: "rated";
      readonly level: Term;
      readonly distinction?: Term;
      readonly pack: Id;
    };

export interface BranchStanding {
  readonly kind: Term;
  readonly parent: BranchId | undefined;
}

/** Builds the standings from the states of one command. */
export type StandingsOf = (stateOn: StateOn) => Standings;

/** A type of command: the shape of its data, the subjects it reads, and its decider. */
export interface CommandType<Name extends string = string, Data = never, Context = unknown> {
  readonly command: Name;
  readonly schema: Schema.Codec<Data, unknown>;
  readonly reads: (data: Data) => readonly Tag[];
  /** Further subjects it reads, stage by stage, each found in the states of those before. */
  readonly thenReads?: readonly FurtherReads<Data, Context>[];
  /**
   * Pure and total: turns the command into the facts it asks for, completed from the states of
   * its subjects, or refuses. Whether those facts are lawful is the laws' to say.
   */
  readonly decide: (data: Data, given: Given<Context>) => Decision<DomainEvent>;
}

export type FurtherReads<Data, Context> = (data: Data, given: Given<Context>) => readonly Tag[];

/** Defines a command with a decider of its own. */
export const commandType = <
  const Name extends string,
  const F extends Schema.Struct.Fields,
  Context,
>(
  command: Name,
  definition: {
    readonly fields: F;
    readonly reads: (data: Schema.Struct<F>["Type"]) => readonly Tag[];
    readonly thenReads?: readonly FurtherReads<Schema.Struct<F>["Type"], Context>[];
    readonly decide: (
      data: Schema.Struct<F>["Type"],
      given: Given<Context>,
    ) => Decision<DomainEvent>;
  },
): CommandType<Name, Schema.Struct<F>["Type"], Context> => ({
  command,
  schema: Schema.Struct(definition.fields) as unknown as Schema.Codec<
    Schema.Struct<F>["Type"],
    unknown
  >,
  reads: definition.reads,
  ...(definition.thenReads === undefined ? {} : { thenReads: definition.thenReads }),
  decide: definition.decide,
});

/**
 * A command about a subject: its data, completed with what is found of the subject, are the
 * event's. Refused as the finding says.
 */
export const completes = <
  const Name extends string,
  const F extends Schema.Struct.Fields,
  Type extends string,
  Data,
  Context,
>(
  command: Name,
  event: EventType<Type, Data>,
  definition: {
    readonly fields: F;
    readonly reads: (data: Schema.Struct<F>["Type"]) => readonly Tag[];
    readonly find: (
      data: Schema.Struct<F>["Type"],
      given: Given<Context>,
    ) => object | Decision<never>;
  },
) =>
  commandType<Name, F, Context>(command, {
    fields: definition.fields,
    reads: definition.reads,
    decide: (data, given) => {
      const found = definition.find(data, given);
      if (isDecision(found)) return found;
      const whole = { ...data, ...found } as unknown as Data;
      return accepted(newEvent(event, whole, given.effectiveOn) as DomainEvent);
    },
  });

const isDecision = (found: object): found is Decision<never> => "decision" in found;

/** A command that states a fact whole: its data are the event's, and the laws alone judge it. */
export const states = <const Name extends string, Type extends string, Data>(
  command: Name,
  event: EventType<Type, Data>,
): CommandType<Name, Data> => ({
  command,
  schema: event.schema,
  reads: () => [],
  decide: (data, { effectiveOn }) => accepted(newEvent(event, data, effectiveOn)),
});
