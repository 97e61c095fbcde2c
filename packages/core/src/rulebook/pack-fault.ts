/** The name of everything that can be wrong with a rule pack. */
export const packRules = [
  // Its shape
  "NotAPack",
  "MatterUnknown",
  "MemberMissing",
  "MemberUnknown",
  "IllTyped",
  "SourceMissing",
  "VerificationMissing",
  "BaseUnknown",
  "ShareOfNothing",
  "TestUnreadable",
  // What it says of itself
  "DatesInverted",
  "VocabularyEmpty",
  "TermRepeated",
  "TermReserved",
  "KindUnknown",
  "NoKindAtTop",
  "ShareOverWhole",
  "LevelUnknown",
  "DistinctionUnknown",
  "GoodLevelMissing",
  "FactUnknown",
  "FactIsCounted",
  "FactNotYesNo",
  "FactNotNumber",
  "ScoreBandEmpty",
  "ScoreBandsOverlap",
  "ScoreBandsGap",
  "RangeInverted",
  "NotAscending",
  "DayOutsideSpan",
  "MarginsLeaveNoRoom",
  "PatternPlaceUnknown",
  "DocumentKindsMissing",
  // How it stands among the others
  "PackIdReused",
  "PacksOverlap",
  "PacksLeaveGap",
] as const;
export type PackRule = (typeof packRules)[number];

export type Path = readonly (string | number)[];

/** One thing that is wrong with a pack; words and remedy are found by the rule's name. */
export interface PackFault {
  /** The place in the pack. */
  readonly path: Path;
  readonly rule: PackRule;
  /** What stands at that place. */
  readonly value: unknown;
  /** What else the words tell. */
  readonly facts: { readonly [name: string]: unknown };
}

export const packFault = (
  rule: PackRule,
  path: Path,
  value: unknown,
  facts: PackFault["facts"] = {},
): PackFault => ({ path, rule, value, facts });
