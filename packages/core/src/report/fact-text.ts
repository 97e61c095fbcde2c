import { sayFact } from "../messages/facts.ts";
import { sayAmount } from "../messages/numbers.ts";
import { ratingPackOf } from "../rulebook/rulebook.ts";
import type { VocabularyName } from "../rulebook/structure-pack.ts";
import type { Goal } from "../target/events.ts";
import { formatGoal } from "./format.ts";
import { branchName, type Page, text, wordOf } from "./sections/words.ts";

type Data = { readonly [member: string]: unknown };

/** A fact in words, with branches by their names and terms as the packs label them. */
export const factText = (page: Page, type: string, data: unknown): string =>
  sayFact(page.lang, type, inWords(page, type, data as Data));

const inWords = (page: Page, type: string, data: Data): Data => {
  const said = { ...data, ...branchesNamed(page, data), ...termsLabelled(page, data) };
  switch (type) {
    case "BranchInspected": {
      const isInspection = data["kind"] === "inspection";
      return { ...said, kind: text(page, isInspection ? "kind.inspection" : "kind.supervision") };
    }
    case "MeetingHeld":
      return { ...said, kind: wordOf(page, "meetingKinds", String(data["kind"])) };
    case "BranchKindChanged":
      return { ...said, to: wordOf(page, "branchKinds", String(data["to"])) };
    case "CriterionRecorded":
      return { ...said, ...criterionInWords(page, data) };
    case "MemberDisciplined":
      return { ...said, form: wordOf(page, "memberDisciplineForms", String(data["form"])) };
    case "BranchDisciplined":
      return { ...said, form: wordOf(page, "branchDisciplineForms", String(data["form"])) };
    case "RatingExempted":
    case "RatingAssigned":
      return { ...said, ...ratedInWords(page, data, data) };
    case "RatingRevised": {
      const { from, to } = data as { readonly from: Data; readonly to: Data };
      const [before, after] = [ratedInWords(page, data, from), ratedInWords(page, data, to)];
      return { ...said, ...after, fromLevel: before["level"], toLevel: after["level"] };
    }
    case "TargetRevised": {
      const { from, to } = data as { readonly from: Goal; readonly to: Goal };
      return { ...said, from: formatGoal(from, page.lang), to: formatGoal(to, page.lang) };
    }
    case "PlanAdopted":
      return { ...said, items: (data["items"] as readonly unknown[]).length };
    default:
      return said;
  }
};

/** The members that name a branch, those of a seat among them. */
const branchesNamed = (page: Page, data: Data): Data => {
  const { in: seat = {} } = data as { readonly in?: Data };
  const { branch = seat["branch"], committee, by, from, to } = data;
  const named = Object.entries({ branch, committee, by, from, to }).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(named.map(([member, id]) => [member, branchName(page, id)]));
};

const termsLabelled = (page: Page, data: Data): Data =>
  Object.fromEntries(
    vocabularies.flatMap(([member, vocabulary]) => {
      const term = data[member];
      return typeof term === "string" ? [[member, wordOf(page, vocabulary, term)]] : [];
    }),
  );

const vocabularies: readonly (readonly [member: string, VocabularyName])[] = [
  ["course", "courses"],
  ["office", "offices"],
  ["category", "awardCategories"],
];

/** A criterion by the label of the first pack that has it, and its value. */
const criterionInWords = (page: Page, data: Data): Data => {
  const { subject, subjectKind, criterion, value } = data;
  const isMember = subjectKind === "member";
  const entry = [...page.view.rulebook.packs.values()]
    .flatMap((pack) => (pack.matter === "rating" ? (pack.parameters.criteria?.value ?? []) : []))
    .find(({ term, of }) => term === criterion && (of === "member") === isMember);
  return {
    subject: isMember ? subject : branchName(page, String(subject)),
    criterion: entry?.labels[page.lang] ?? criterion,
    value: sayAmount(page.lang, value as Parameters<typeof sayAmount>[1]),
  };
};

/** Level and distinction by the labels of the pack that the rating was made under. */
const ratedInWords = (page: Page, { subject, subjectKind }: Data, rated: Data): Data => {
  const parameters = ratingPackOf(page.view.rulebook, String(rated["pack"]))?.parameters;
  const isMember = subjectKind === "member";
  const levels = isMember ? parameters?.memberLevels : parameters?.branchLevels;
  const labelled = (
    entries: readonly {
      readonly term: string;
      readonly labels: Readonly<Record<string, string>>;
    }[],
    term: unknown,
  ): unknown => entries.find((entry) => entry.term === term)?.labels[page.lang] ?? term;
  return {
    subject: isMember ? subject : branchName(page, String(subject)),
    level: labelled(levels?.value ?? [], rated["level"]),
    distinction: labelled(parameters?.branchDistinctions.value ?? [], rated["distinction"]),
  };
};
