import { canonicalJson } from "../kernel/canonical-json.ts";
import type { DomainEvent, RecordedEvent } from "../kernel/event.ts";
import { isBlocking } from "../kernel/refusal.ts";
import { byEffect } from "./effective.ts";
import { toldOf } from "./event-catalogue.ts";
import type { Rehearsal } from "./rehearsal.ts";

/**
 * Whether the same fact on the same day, recorded or asked for before, says it already. It does
 * not where the law refused it then and lets it pass now: something between has undone it.
 * `facts` are those asked for before, `anew` begins a sweep in which none of them took part.
 */
export const isRepeated = (
  fact: RecordedEvent,
  facts: readonly RecordedEvent[],
  { rehearsal, anew }: { readonly rehearsal: Rehearsal; readonly anew: () => Rehearsal },
): boolean => {
  const text = textOf(fact);
  const equal = (other: RecordedEvent): boolean => textOf(other) === text;
  const alike = facts.findLast(equal) ?? rehearsal.recordedAlike(fact, equal);
  if (alike === undefined) return false;
  const told = toldOf(fact);
  if (told !== undefined) {
    const isOfIt = (other: RecordedEvent): boolean => toldOf(other) === told;
    const last = facts.findLast(isOfIt) ?? rehearsal.recordedAlike(fact, isOfIt);
    return last === alike || rehearsal.objectionsTo(fact).some(isBlocking);
  }
  // What is said later that day anyway need not be said before.
  if (byEffect(fact, alike) < 0 || rehearsal.objectionsTo(fact).some(isBlocking)) return true;
  const then = anew();
  const before = facts.filter((one) => byEffect(one, alike) <= 0).toSorted(byEffect);
  for (const one of before) then.assume(one);
  return !then.objectionsTo(rightBehind(fact, alike)).some(isBlocking);
};

const rightBehind = (fact: RecordedEvent, { position, index, inPlaceOf }: RecordedEvent) => {
  const { inPlaceOf: _, ...bare } = fact;
  const behind = { ...bare, position, index: index + 0.5 };
  return inPlaceOf === undefined ? behind : { ...behind, inPlaceOf };
};

/** What an event states, wherever it stands. */
const textOf = ({ data, effectiveOn, tags, type, version }: DomainEvent): string =>
  canonicalJson({ data, effectiveOn, tags, type, version });
