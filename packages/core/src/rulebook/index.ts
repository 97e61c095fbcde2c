export { shippedPacks } from "./packs/shipped.ts";
export {
  BranchKind,
  RatingPack,
  RulePack,
  type Source,
  StructurePack,
  type Verification,
  type VocabularyEntry,
} from "./rule-pack.ts";
export {
  hasTerm,
  packHash,
  type Rulebook,
  type RuleContext,
  ratingPackOf,
  ratingPackOn,
  rulebookOf,
  structureOn,
} from "./rulebook.ts";
