import {
  allLaws,
  claimsOf,
  factsAbout,
  type RecordedEvent,
  type Sight,
  standingsOf,
  type Tag,
} from "@tongket/core";
import {
  keepRatingRecord,
  type RatedSubject,
  type RatingAsked,
  ratingFactsIn,
} from "@tongket/core/projections";
import { assess, type Facts, type RatingPack } from "@tongket/core/rulebook";
import { askingPack } from "./asking-pack.ts";
import { demandEqual } from "./law-broken.ts";
import { timelinesOf } from "./standing-events.ts";

/** Gives the facts of a subject from the events known by a day; core's own way by default. */
export type FactsOf = (
  events: readonly RecordedEvent[],
  rated: RatedSubject,
  asOf: string,
) => Facts;

export const ownFactsOf: FactsOf = (events, rated, asOf) => {
  const record = keepRatingRecord(askedOf(rated), { asOf: asOf as never });
  for (const event of events) record.take(event, "clerk");
  return ratingFactsIn(record.close(), rated);
};

/**
 * For every rating when it was assigned, and for every branch and member at the end and by a day on
 * the way there: what a reader collects gives each condition the verdict that deciders give it, by
 * the pack of the rating and by one that asks for all that is counted.
 */
export const ratingFactsAgree = (
  events: readonly RecordedEvent[],
  packOf: (id: string) => RatingPack | undefined,
  factsOf: FactsOf = ownFactsOf,
): void => {
  const halfway = events[events.length >> 1]?.effectiveOn;
  const judgements = [...assignedIn(events), ...allAtEnd(events), ...allAtEnd(events, halfway)];
  for (const { rated, pack: id, asOf, before } of judgements) {
    const sight = sightOf(before, asOf);
    const own = id === undefined ? undefined : packOf(id);
    for (const pack of [askingPack, ...(own === undefined ? [] : [own])]) {
      const judged = { ...rated, pack };
      demandEqual("the facts that a reader collects are those that a rating is judged by", {
        found: verdictsBy(factsOf(before, judged, asOf), judged),
        expected: verdictsBy(factsAbout(judged, sight(judged)), judged),
        where: { ...rated, asOf, pack: pack.pack },
      });
    }
  }
};

interface Judged {
  readonly rated: Omit<RatedSubject, "pack">;
  readonly pack?: string;
  readonly asOf: string;
  readonly before: readonly RecordedEvent[];
}

/** The ratings of a ledger, each with what was recorded before it. */
const assignedIn = (events: readonly RecordedEvent[]): readonly Judged[] =>
  events.flatMap((event, at) => {
    if (event.type !== "RatingAssigned") return [];
    const { pack, ...rated } = event.data as Judged["rated"] & { readonly pack: string };
    return [{ rated, pack, asOf: event.effectiveOn, before: events.slice(0, at) }];
  });

/** Every branch and member in each year that a rating or a review is of, by what took effect. */
export const allAtEnd = (
  events: readonly RecordedEvent[],
  asOf = "9999-12-31",
): readonly Judged[] => {
  const all = events.map(({ data }) => data as { readonly [name: string]: string | undefined });
  const years = new Set(all.flatMap(({ year }) => (year === undefined ? [] : [Number(year)])));
  const branches = new Set(all.flatMap(({ branch, kind }) => (kind && branch ? [branch] : [])));
  const members = new Set(all.flatMap(({ member }) => member ?? []));
  const baseOf = (branch: string) =>
    all.find((data) => data["branch"] === branch && data["baseOrganisation"] !== undefined)?.[
      "baseOrganisation"
    ];
  const subjects = [
    ...[...members].map((subject) => ({ subject, subjectKind: "member", branch: "-" })),
    ...[...branches].map((branch) => ({
      subject: branch,
      subjectKind: "branch",
      branch,
      baseOrganisation: baseOf(branch) ?? branch,
    })),
  ];
  return [...years].flatMap((year) =>
    subjects.map((one) => ({
      rated: { ...one, year } as unknown as Judged["rated"],
      asOf,
      before: events,
    })),
  );
};

const askedOf = ({ subject, subjectKind, year }: RatedSubject): RatingAsked => {
  const whose = subjectKind === "member" ? { member: subject } : { branch: subject };
  return { subject: whose as unknown as RatingAsked["subject"], year };
};

/** The verdict of every condition of every level, and of the standing, with the values used. */
const verdictsBy = (facts: Facts, { subject, subjectKind, year, pack }: RatedSubject) => {
  const of = subjectKind === "member" ? "member" : "branch";
  const { standing, levels, missing } = assess({ subject, subjectKind, of, year }, facts, pack);
  return {
    standing: standing.verdict,
    levels: levels.map(({ level, verdict, conditions }) => ({
      level,
      verdict,
      conditions: conditions.map((one) => `${one.condition.term} ${one.verdict}`),
    })),
    missing,
    values: Object.fromEntries([...facts].map(([name, { value }]) => [name, value])),
  };
};

/** What the deciders see: the states of all laws by a day. */
const sightOf = (before: readonly RecordedEvent[], day: string) => {
  const timelines = timelinesOf(before);
  const stateOf = (on: string, subject: string): never => {
    const law = allLaws.find((one) => one.on === on);
    if (law === undefined) throw new Error(`There is no law ${on}`);
    const state = law.initial(subject as Tag);
    for (const event of timelines.get(subject) ?? []) {
      if (event.effectiveOn <= day) law.evolve(state, event, claimsOf(event));
    }
    return state as never;
  };
  return ({ subject, subjectKind, year }: RatedSubject): Sight => {
    const kind = subjectKind === "member" ? "person" : "branch";
    const rating: Pick<Sight, "criteria"> = stateOf("rating", `rating:${kind}:${subject}/${year}`);
    return {
      standings: standingsOf(({ on }, tag) => stateOf(on, tag)),
      criteria: rating.criteria,
      cohort: (committee) => stateOf("cohort", `cohort:${committee}/${year}`),
    };
  };
};
