import { canonicalJson } from "../kernel/canonical-json.ts";
import type { CalendarDate } from "../kernel/date.ts";
import { nearestOf } from "../kernel/nearest.ts";
import { sha256 } from "../kernel/sha256.ts";
import type { RatingPack } from "./rating-pack.ts";
import type { RulePack } from "./rule-pack.ts";
import type { StructurePack } from "./structure-pack.ts";

/** The rule packs that hold for one ledger: those of its regime, shipped or registered in it. */
export interface Rulebook {
  readonly regime: string;
  readonly packs: ReadonlyMap<string, RulePack>;
}

/** What every decider and law is handed beside the states: the rules and the day of recording. */
export interface RuleContext {
  readonly rulebook: Rulebook;
  readonly today: CalendarDate;
}

/** Later packs of the same id replace none: the first one given holds. */
export const rulebookOf = (regime: string, packs: Iterable<RulePack>): Rulebook => {
  const own = new Map<string, RulePack>();
  for (const pack of packs) {
    if (pack.regime === regime && !own.has(pack.pack)) own.set(pack.pack, pack);
  }
  return { regime, packs: own };
};

/** The structure pack in force on a day, if there is one. */
export const structureOn = (rulebook: Rulebook, day: CalendarDate): StructurePack | undefined =>
  inForce(rulebook, day, (pack): pack is StructurePack => pack.matter === "structure");

/** The rating pack in force on a day, if there is one. */
export const ratingPackOn = (rulebook: Rulebook, day: CalendarDate): RatingPack | undefined =>
  inForce(rulebook, day, (pack): pack is RatingPack => pack.matter === "rating");

/** The rating pack of an id; undefined for an unknown id or a pack of another matter. */
export const ratingPackOf = (rulebook: Rulebook, id: string): RatingPack | undefined => {
  const pack = rulebook.packs.get(id);
  return pack?.matter === "rating" ? pack : undefined;
};

/** SHA-256 of the pack's canonical text: what a review names beside the id. */
export const packHash = (pack: RulePack): string => sha256(canonicalJson(pack));

const inForce = <P extends RulePack>(
  rulebook: Rulebook,
  day: CalendarDate,
  wanted: (pack: RulePack) => pack is P,
): P | undefined => {
  for (const pack of rulebook.packs.values()) {
    if (wanted(pack) && pack.inForceFrom <= day && day <= (pack.inForceTo ?? "9999-12-31")) {
      return pack;
    }
  }
  return undefined;
};

/** Whether a vocabulary has the word. */
export const hasTerm = (
  vocabulary: { readonly value: readonly { readonly term: string }[] } | undefined,
  term: string,
): boolean => vocabulary?.value.some((entry) => entry.term === term) ?? false;

type Vocabulary = Exclude<keyof StructurePack["parameters"], "probationMonths">;

/** What a refusal tells of a word that a vocabulary lacks: with the words most like it, if any. */
export const unknownWord = (
  pack: StructurePack | undefined,
  vocabulary: Vocabulary,
  term: string,
): {
  readonly vocabulary: string;
  readonly term: string;
  readonly nearest: readonly string[] | undefined;
} => {
  const words = pack?.parameters[vocabulary].value ?? [];
  const nearest = nearestOf(
    term,
    words.map((entry) => ({ name: entry.term, also: Object.values(entry.labels) })),
  );
  return { vocabulary, term, nearest: nearest.length > 0 ? nearest : undefined };
};
