import { canonicalJson } from "../kernel/canonical-json.ts";
import type { CalendarDate } from "../kernel/date.ts";
import { sha256 } from "../kernel/sha256.ts";
import type { AwardPack } from "./award-pack.ts";
import type { CalendarPack } from "./calendar-pack.ts";
import type { DisciplinePack } from "./discipline-pack.ts";
import type { DocumentPack } from "./document-pack.ts";
import { onlyInForce, type PacksByMatter } from "./in-force.ts";
import type { MembershipPack } from "./membership-pack.ts";
import type { RatingPack } from "./rating-pack.ts";
import type { RulePack } from "./rule-pack.ts";
import type { StructurePack } from "./structure-pack.ts";

/** The rule packs that hold for one ledger: those of its regime, shipped or registered in it. */
export interface Rulebook extends PacksByMatter {
  readonly regime: string;
  readonly packs: ReadonlyMap<string, RulePack>;
}

/** What every decider and law is handed beside the states: the rules and the day of recording. */
export interface RuleContext {
  readonly rulebook: Rulebook;
  readonly today: CalendarDate;
}

/**
 * The packs given of a regime, with those that its ledger registered. Of two packs with one id
 * the ledger's own holds, and else the first one given.
 */
export const rulebookOf = (
  regime: string,
  packs: Iterable<RulePack>,
  registered: Iterable<RulePack> = [],
): Rulebook => {
  const all = new Map<string, RulePack>();
  const take = (given: Iterable<RulePack>): void => {
    for (const pack of given) {
      if (pack.regime === regime && !all.has(pack.pack)) all.set(pack.pack, pack);
    }
  };
  take(registered);
  const own = new Set(all.keys());
  take(packs);
  const inOrder = [...all.values()].toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
  const byMatter = Map.groupBy(inOrder, ({ matter }) => matter);
  return { regime, packs: all, byMatter, registered: own };
};

/** The structure pack in force on a day; undefined in a gap or an overlap, like each below. */
export const structureOn = (rulebook: Rulebook, day: CalendarDate): StructurePack | undefined =>
  onlyInForce(rulebook, "structure", day);

export const ratingPackOn = (rulebook: Rulebook, day: CalendarDate): RatingPack | undefined =>
  onlyInForce(rulebook, "rating", day);

export const membershipOn = (rulebook: Rulebook, day: CalendarDate): MembershipPack | undefined =>
  onlyInForce(rulebook, "membership", day);

export const disciplineOn = (rulebook: Rulebook, day: CalendarDate): DisciplinePack | undefined =>
  onlyInForce(rulebook, "discipline", day);

export const awardPackOn = (rulebook: Rulebook, day: CalendarDate): AwardPack | undefined =>
  onlyInForce(rulebook, "award", day);

export const calendarOn = (rulebook: Rulebook, day: CalendarDate): CalendarPack | undefined =>
  onlyInForce(rulebook, "calendar", day);

export const documentPackOn = (rulebook: Rulebook, day: CalendarDate): DocumentPack | undefined =>
  onlyInForce(rulebook, "document", day);

/** The rating pack of an id; undefined for an unknown id or a pack of another matter. */
export const ratingPackOf = (rulebook: Rulebook, id: string): RatingPack | undefined => {
  const pack = rulebook.packs.get(id);
  return pack?.matter === "rating" ? pack : undefined;
};

/** SHA-256 of the pack's canonical text: what a review names beside the id. */
export const packHash = (pack: RulePack): string => sha256(canonicalJson(pack));

/** Whether a vocabulary has the word. */
export const hasTerm = (
  vocabulary: { readonly value: readonly { readonly term: string }[] } | undefined,
  term: string,
): boolean => vocabulary?.value.some((entry) => entry.term === term) ?? false;
