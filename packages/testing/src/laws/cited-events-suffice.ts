import { addressOf, type RecordedEvent } from "@tongket/core";
import type { RatedSubject } from "@tongket/core/projections";
import { type Assessment, assess, type Facts, type RatingPack } from "@tongket/core/rulebook";
import { LawBroken } from "./law-broken.ts";
import { allAtEnd, type FactsOf, ownFactsOf } from "./rating-facts-agree.ts";

/**
 * For every branch and member at the end: the events that a decided condition cites give its
 * verdict again without any other event of the ledger, as do those that a level cites together.
 */
export const citedEventsSuffice = (
  events: readonly RecordedEvent[],
  pack: RatingPack,
  factsOf: FactsOf = ownFactsOf,
): void => {
  const places = new Map(events.map((event) => [addressOf(event), event]));
  for (const { rated, asOf } of allAtEnd(events)) {
    const judged = { ...rated, pack };
    const assessment = assessedBy(factsOf(events, judged, asOf), judged);
    const known = new Map<string, Assessment>();
    const again = (cited: ReadonlySet<string>): Assessment => {
      const some = [...cited].flatMap((address) => places.get(address) ?? []).toSorted(byPlace);
      const key = some.map(addressOf).join(" ");
      const alone = known.get(key) ?? assessedBy(factsOf(some, judged, asOf), judged);
      known.set(key, alone);
      return alone;
    };
    for (const part of partsOf(assessment)) {
      if (part.verdict === "unknown") continue;
      const found = partsOf(again(part.cited)).find(({ name }) => name === part.name)?.verdict;
      if (found === part.verdict) continue;
      const told = { part, found, rated };
      throw new LawBroken("the cited events alone give the verdict again", told);
    }
  }
};

const byPlace = (a: RecordedEvent, b: RecordedEvent): number =>
  a.position - b.position || a.index - b.index;

const assessedBy = (
  facts: Facts,
  { subject, subjectKind, year, pack }: RatedSubject,
): Assessment => {
  const of = subjectKind === "member" ? "member" : "branch";
  return assess({ subject, subjectKind, of, year }, facts, pack);
};

/** Whether the subject is rated at all, each condition, and each level, with what they cite. */
const partsOf = ({ standing, levels }: Assessment) => {
  const citedBy = (judged: readonly Assessment["standing"][]): ReadonlySet<string> =>
    new Set(judged.flatMap(({ facts }) => facts.flatMap((fact) => fact.events)));
  return [
    { name: "standing", verdict: standing.verdict, cited: citedBy([standing]) },
    ...levels.flatMap(({ level, verdict, conditions }) => [
      { name: level, verdict, cited: citedBy(conditions) },
      ...conditions.map((one) => ({
        name: `${level} ${one.condition.term}`,
        verdict: one.verdict,
        cited: citedBy([one]),
      })),
    ]),
  ];
};
