import type { Json } from "./canonical-json.ts";

/**
 * Why a command was refused, as a value: the tag says what is the case, `facts` are the values
 * it was judged on, `at` the address of a recorded event that stands in the way, `parameter` the
 * rule parameter with its source. Messages and remedies are found by the tag, in each language.
 */
export interface Refusal<Name extends string = string> {
  readonly refusal: Name;
  readonly facts: { readonly [name: string]: Json };
  readonly at?: string;
  readonly parameter?: {
    readonly pack: string;
    readonly name: string;
    readonly source: string;
    readonly verification: string;
  };
  /** Rests on a parameter that may not be presented as law: it warns, and never blocks. */
  readonly advisory?: true;
  /** Of several commands that stand or fall together the one it is about, counted from 0. */
  readonly command?: number;
}

export const isBlocking = ({ advisory }: Refusal): boolean => advisory !== true;

/** The refusals as those of one command among several; as they are where it is alone. */
export const ofCommand = (
  command: number | undefined,
  refusals: readonly Refusal[],
): readonly Refusal[] =>
  command === undefined ? refusals : refusals.map((one) => ({ ...one, command }));

/** Events that may be recorded, or the reasons why none may. */
export type Decision<E> =
  | {
      readonly decision: "Accepted";
      readonly events: readonly E[];
      /** What speaks against them without blocking them. */
      readonly warnings?: readonly Refusal[];
    }
  | { readonly decision: "Refused"; readonly refusals: readonly Refusal[] };

export const accepted = <E>(...events: readonly E[]): Decision<E> => ({
  decision: "Accepted",
  events,
});

export const refused = (...refusals: readonly Refusal[]): Decision<never> => ({
  decision: "Refused",
  refusals,
});

/** Refused where one of the objections blocks; else accepted, with those that only warn. */
export const decided = <E>(event: E, objections: readonly Refusal[]): Decision<E> => {
  const blocking = objections.filter(isBlocking);
  return blocking.length > 0
    ? refused(...blocking)
    : { decision: "Accepted", events: [event], warnings: objections };
};

/** A slice's constructor of refusals, so that it can only name those it declares. */
export const refusing =
  <Name extends string>() =>
  (refusal: Name, facts: { readonly [name: string]: Json | undefined }): Refusal<Name> => ({
    refusal,
    facts: Object.fromEntries(
      Object.entries(facts).filter((entry): entry is [string, Json] => entry[1] !== undefined),
    ),
  });
