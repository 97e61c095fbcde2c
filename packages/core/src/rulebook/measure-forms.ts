import type { VocabularyName } from "./structure-pack.ts";

/** The vocabulary of the word that a measure's name has behind its slash. */
export interface WordOfMeasure {
  readonly of: VocabularyName;
  /** Without the word it counts all of them. */
  readonly optional: boolean;
}

/** What a measure amounts to, so that a goal can be held against it. */
export interface MeasureForm {
  /** `declared`: no count decides it, so any goal may stand for what someone answers for. */
  readonly is: "count" | "share" | "declared";
  readonly word?: WordOfMeasure;
}

const count: MeasureForm = { is: "count" };
const share: MeasureForm = { is: "share" };
const withWord = (
  form: MeasureForm,
  of: WordOfMeasure["of"],
  { optional }: Pick<WordOfMeasure, "optional">,
): MeasureForm => ({ ...form, word: { of, optional } });

/**
 * The measures that there are, by name. `projections/measures.ts` says what each is made of; the
 * forms stand here so that a target can be refused that nothing could ever judge.
 */
export const measureForms = {
  directivesReached: withWord(share, "audiences", { optional: false }),
  baseOrganisationsAtTop: share,
  baseOrganisationsExemplary: share,
  membersAtGoodOrBetter: share,
  membersExcellent: share,
  inspectionsHeld: count,
  supervisionsHeld: count,
  membersAdmitted: count,
  peopleTrained: withWord(count, "courses", { optional: false }),
  cellsInspectedAndSupervised: share,
  cellsInspectedOrSupervised: share,
  cellSecretariesTrained: withWord(share, "courses", { optional: false }),
  awardsGranted: withWord(count, "awardCategories", { optional: true }),
  directionsSet: count,
  planItems: count,
  shortcomingsNoted: count,
  meetingsHeld: withWord(count, "meetingKinds", { optional: true }),
  declared: { is: "declared" },
} as const satisfies { readonly [name: string]: MeasureForm };
export type MeasureName = keyof typeof measureForms;

/** The form of a measure by its name, which ends before any slash; undefined where none is. */
export const formOf = (name: string): MeasureForm | undefined =>
  Object.hasOwn(measureForms, name) ? measureForms[name as MeasureName] : undefined;

/** `awardsGranted/base-exemplary` as the name and its word; no slash, no word. */
export const splitMeasure = (measure: string): { readonly name: string; readonly word: string } => {
  const slash = measure.indexOf("/");
  return slash < 0
    ? { name: measure, word: "" }
    : { name: measure.slice(0, slash), word: measure.slice(slash + 1) };
};

/** Whether a count decides the measure; of one that is not known nothing else can. */
export const isCounted = (measure: string): boolean =>
  formOf(splitMeasure(measure).name)?.is !== "declared";
