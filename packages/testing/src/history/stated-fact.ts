import {
  allEvents,
  type Command,
  type DomainEvent,
  type RecordedEvent,
  tagsOf,
} from "@tongket/core";
import type { Choices } from "./choices.ts";
import type { Model } from "./model.ts";

/** A command that states a fact whole, as a foreign ledger would, for the laws alone to judge. */
export const statingFact = (id: string, fact: DomainEvent): Command => ({
  id,
  actor: "clerk",
  effectiveOn: fact.effectiveOn,
  data: fact.data,
  type: {
    command: `State${fact.type}`,
    schema: undefined as never,
    reads: () => [],
    decide: () => ({ decision: "Accepted", events: [fact] }),
  },
});

const versions = new Map(allEvents.map(({ type, version }) => [type as string, version]));

/** The fact of a type of event with these data; undefined where there is no such type. */
export const factOf = (type: string, data: object, day: string): DomainEvent | undefined => {
  const version = versions.get(type);
  if (version === undefined) return undefined;
  return { type, version, effectiveOn: day as never, data, tags: tagsOf({ type, data }) };
};

type Data = Readonly<Record<string, unknown>>;

/**
 * A fact like one that stands, with one thing in it told otherwise: what no command would make,
 * since its decider fills that in. The laws have to refuse it by themselves where it is wrong.
 */
export const toldOtherwise = (
  choose: Choices,
  fact: RecordedEvent | undefined,
  given: { readonly model: Model; readonly day: string },
): DomainEvent | undefined => {
  if (fact === undefined || fact.type === "RulePackRegistered") return undefined;
  const { model, day } = given;
  const data = fact.data as Data;
  const key = choose.ofOr(Object.keys(data), "");
  const other = choose.of(othersFor(data[key], { model, fact, key }));
  if (other === undefined) return undefined;
  return factOf(fact.type, { ...data, [key]: other }, choose.onceIn(2) ? day : fact.effectiveOn);
};

/** Values of the same shape that could stand in the same place. */
const othersFor = (
  value: unknown,
  place: { readonly model: Model; readonly fact: RecordedEvent; readonly key: string },
): readonly unknown[] => {
  const { model, fact, key } = place;
  const alike = model.standing
    .filter(({ type }) => type === fact.type)
    .map(({ data }) => (data as Data)[key]);
  const branches = model.branches.has(String(value)) ? [...model.branches.keys()] : [];
  const numbers = typeof value === "number" ? [value + 1] : [];
  return [...alike, ...branches, ...numbers].filter(
    (other) => other !== undefined && JSON.stringify(other) !== JSON.stringify(value),
  );
};
