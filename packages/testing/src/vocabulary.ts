import {
  type RatingPack,
  type RulePack,
  type StructurePack,
  shippedPacks,
} from "@tongket/core/rulebook";

/** The words generators use are those of the packs shipped for this body of rules. */
export const regime = "vn-party";

const isStructure = (pack: RulePack): pack is StructurePack => pack.matter === "structure";
const isRating = (pack: RulePack): pack is RatingPack => pack.matter === "rating";

const own = shippedPacks.filter((pack) => pack.regime === regime);
const structures = own.filter(isStructure);
const [structure] = structures;
if (structure === undefined) throw new Error(`No structure pack is shipped for ${regime}`);

const terms = (vocabulary: {
  readonly value: readonly { readonly term: string }[];
}): readonly string[] => vocabulary.value.map(({ term }) => term);

/** A kind of branch, its terms as plain words. */
export interface Kind {
  readonly term: string;
  readonly under: readonly string[];
  readonly root: boolean;
  readonly base: boolean;
  readonly cell: boolean;
  readonly holdsMembers: boolean;
}
const branchKinds: readonly Kind[] = structure.parameters.branchKinds.value;

/** The vocabularies of the structure pack, as plain words. */
export const words = {
  branchKinds,
  bodyKinds: terms(structure.parameters.bodyKinds),
  offices: structure.parameters.offices.value,
  courses: terms(structure.parameters.courses),
  audiences: terms(structure.parameters.audiences),
  meetingKinds: terms(structure.parameters.meetingKinds),
  inspectionModes: terms(structure.parameters.inspectionModes),
  leavingReasons: terms(structure.parameters.leavingReasons),
  branchDisciplineForms: terms(structure.parameters.branchDisciplineForms),
  memberDisciplineForms: structure.parameters.memberDisciplineForms.value,
  awardForms: terms(structure.parameters.awardForms),
  /** Those of every structure pack: later ones add some. */
  awardCategories: [
    ...new Set(structures.flatMap(({ parameters }) => terms(parameters.awardCategories))),
  ],
};

export const kindOf = (term: string): Kind | undefined =>
  branchKinds.find((kind) => kind.term === term);

/** The rating packs shipped, in the order of their coming into force. */
export const ratingPacks: readonly RatingPack[] = own
  .filter(isRating)
  .toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));

/** The rating pack in force on a day. */
export const ratingPackOn = (day: string): RatingPack | undefined =>
  ratingPacks.find(
    ({ inForceFrom, inForceTo }) => inForceFrom <= day && day <= (inForceTo ?? "9999-12-31"),
  );
