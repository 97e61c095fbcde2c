import { addressOf, BranchId, type RecordedEvent } from "@tongket/core";
import { keepBooks, measured, measures, viewYear } from "@tongket/core/projections";
import {
  type Assessment,
  assess,
  type Fact,
  type FactValue,
  type RatingPack,
  type Rulebook,
} from "@tongket/core/rulebook";
import { standingAmong } from "./standing-events.ts";

type Data = Readonly<Record<string, unknown>>;

/** A branch and a year of which a ledger says something. */
interface Asked {
  readonly branch: BranchId;
  readonly year: number;
}

/** The topmost branches, whose figures hold all below, with every year that has a fact. */
export const placesIn = (events: readonly RecordedEvent[]): readonly Asked[] => {
  const standing = standingAmong(events);
  const years = new Set(
    standing.map(({ effectiveOn, data }) =>
      Number((data as Data)["year"] ?? effectiveOn.slice(0, 4)),
    ),
  );
  return standing
    .filter(({ type }) => type === "BranchEstablished" || type === "BranchCarriedIn")
    .filter(({ data }) => (data as Data)["parent"] === undefined)
    .flatMap(({ data }) => {
      const branch = BranchId.make(String((data as Data)["branch"]));
      return [...years].map((year) => ({ branch, year }));
    });
};

/** Every figure of these branches and years, by its name. */
export const figuresTold = (
  events: readonly RecordedEvent[],
  rulebook: Rulebook,
  places: readonly Asked[],
): ReadonlyMap<string, unknown> => {
  const keeping = keepBooks();
  for (const event of events) keeping.take(event);
  const books = keeping.close();
  const told = new Map<string, unknown>();
  for (const { branch, year } of places) {
    const view = viewYear({ books, rulebook, branch, year });
    for (const measure of measures.keys()) {
      told.set(`${measure} of ${branch} in ${year}`, measured(view, measure));
    }
  }
  return told;
};

/** The pack that judges a rating; the one it names, by default. */
export type PackOf = (rulebook: Rulebook, named: string) => RatingPack | undefined;

const namedPack: PackOf = (rulebook, named) => {
  const pack = rulebook.packs.get(named);
  return pack?.matter === "rating" ? pack : undefined;
};

/** The verdict on every rating, by its address: from the criteria recorded, by its pack. */
export const verdictsTold = (
  events: readonly RecordedEvent[],
  rulebook: Rulebook,
  packOf: PackOf = namedPack,
): ReadonlyMap<string, Assessment> => {
  const standing = standingAmong(events);
  const told = new Map<string, Assessment>();
  for (const event of standing) {
    if (event.type !== "RatingAssigned") continue;
    const { subject, subjectKind, year, pack } = event.data as Data;
    const used = packOf(rulebook, String(pack));
    if (used === undefined) continue;
    const of = subjectKind === "member" ? "member" : "branch";
    const whose = { subject, subjectKind, of, year } as Parameters<typeof assess>[0];
    told.set(addressOf(event), assess(whose, factsAbout(standing, event.data as Data), used));
  }
  return told;
};

/** What is recorded of the subject of a rating: its criteria, and how often it was disciplined. */
const factsAbout = (
  standing: readonly RecordedEvent[],
  { subject, year }: Data,
): ReadonlyMap<string, Fact> => {
  const facts = new Map<string, Fact>();
  const disciplines = standing.filter(({ type, effectiveOn, data }) => {
    const { member, branch } = data as Data;
    const whose = type === "MemberDisciplined" ? member : branch;
    return (
      (type === "MemberDisciplined" || type === "BranchDisciplined") &&
      whose === subject &&
      effectiveOn.startsWith(`${year}-`)
    );
  });
  facts.set("disciplines", { value: disciplines.length, events: disciplines.map(addressOf) });
  for (const event of standing) {
    const data = event.data as Data;
    if (event.type !== "CriterionRecorded" || data["subject"] !== subject) continue;
    if (data["year"] !== year) continue;
    const value = data["value"] as FactValue;
    facts.set(String(data["criterion"]), { value, events: [addressOf(event)] });
  }
  return facts;
};
