import type { RatingPack } from "@tongket/core/rulebook";
import { yearOfDay } from "../../days.ts";
import { kindOf, ratingPackOn, ratingPacks } from "../../vocabulary.ts";
import {
  aBranch,
  aPerson,
  aWord,
  type Candidate,
  type Candidates,
  type Drawing,
  isMember,
  needing,
} from "../drawing.ts";

const termsOf = (vocabulary: { readonly value: readonly { readonly term: string }[] }) =>
  vocabulary.value.map(({ term }) => term);

/** Mostly the year before, as in January; at times the running one, or one not begun. */
export const aYear = ({ choose, day }: Drawing): number =>
  yearOfDay(day) + choose.ofOr([-1, -1, -1, -1, -1, 0, 0, choose.onceIn(4) ? 1 : 0], -1);

interface Subject {
  readonly subject: { readonly member: string } | { readonly branch: string };
  /** The branch whose committee is likely to decide. */
  readonly by: string;
}

const aSubject = (drawing: Drawing): Subject => {
  const { choose, model } = drawing;
  const known = choose.below(3) === 0 ? undefined : aPerson(drawing, isMember);
  if (known !== undefined) {
    const by = baseOf(drawing, known.branch) ?? known.branch;
    return { subject: { member: known.person }, by };
  }
  const { branch, parent } = aBranch(drawing, ({ parent: above }) => above !== undefined);
  const by = parent !== undefined && model.branches.has(parent) ? parent : branch;
  return { subject: { branch }, by };
};

const baseOf = ({ model }: Drawing, branch: string): string | undefined => {
  for (let at = model.branches.get(branch), steps = 0; at !== undefined && steps < 10; steps += 1) {
    if (kindOf(at.kind)?.base === true) return at.branch;
    at = at.parent === undefined ? undefined : model.branches.get(at.parent);
  }
  return undefined;
};

const decider = (drawing: Drawing, { by }: Subject): string =>
  drawing.choose.onceIn(8) ? aBranch(drawing).branch : by;

const packOf = ({ day }: Drawing): RatingPack | undefined => ratingPackOn(day) ?? ratingPacks[0];

const aLevel = (drawing: Drawing, { subject }: Subject): string => {
  const parameters = packOf(drawing)?.parameters;
  if (parameters === undefined) return "no-such-level";
  return aWord(
    drawing,
    termsOf("member" in subject ? parameters.memberLevels : parameters.branchLevels),
  );
};

/** A level, for branches at times with a distinction, which may be of another level. */
const aRating = (drawing: Drawing, whose: Subject): object => {
  const level = aLevel(drawing, whose);
  const distinction = packOf(drawing)?.parameters.branchDistinctions.value[0];
  if (distinction === undefined || !drawing.choose.onceIn(4)) return { level };
  const fitting = drawing.choose.onceIn(5) ? level : distinction.level;
  return { level: fitting, distinction: distinction.term };
};

const submit: Candidate = (drawing) => {
  const whose = aSubject(drawing);
  const level = aLevel(drawing, whose);
  return [["SubmitSelfRating", { subject: whose.subject, year: aYear(drawing), level }]];
};

const measure: Candidate = (drawing) => {
  const { choose, model } = drawing;
  const before = choose.onceIn(3) ? choose.of(model.facts("CriterionRecorded")) : undefined;
  const { subject } = before === undefined ? aSubject(drawing) : subjectOf(before);
  const criterion = choose.ofOr(["score", "tasks-late"], "score");
  const value = choose.ofOr<number | boolean | string>([80, 85, true, "chậm hai việc"], 80);
  const evidence = choose.onceIn(3) ? { evidence: `Biên bản ${choose.below(2)}` } : {};
  const year = before?.["year"] ?? aYear(drawing);
  return [["RecordCriterion", { subject, year, criterion, value, ...evidence }]];
};

const propose: Candidate = (drawing) => {
  const whose = aSubject(drawing);
  const by = decider(drawing, whose);
  const rest = { year: aYear(drawing), ...aRating(drawing, whose), by };
  return [["ProposeRating", { subject: whose.subject, ...rest }]];
};

const aPack = (drawing: Drawing): object => {
  const { choose, model } = drawing;
  if (!choose.onceIn(3)) return {};
  const registered = model.facts("RulePackRegistered").map(({ pack }) => String(pack));
  const shipped = ratingPacks.map(({ pack }) => String(pack));
  return { pack: aWord(drawing, [...shipped, ...registered]) };
};

const assign: Candidate = (drawing) => {
  const whose = aSubject(drawing);
  const by = decider(drawing, whose);
  const rest = { ...aRating(drawing, whose), ...aPack(drawing), by };
  const body = { subject: whose.subject, ...rest };
  return drawing.choose.onceIn(16)
    ? [["AssignRating", { ...body, year: 2007 }, "2008-09-30"]]
    : [["AssignRating", { ...body, year: aYear(drawing) }]];
};

/** The subject of a recorded fact, as commands name it. */
const subjectOf = (data: Readonly<Record<string, unknown>>): Subject => {
  const id = String(data["subject"]);
  const subject = data["subjectKind"] === "member" ? { member: id } : { branch: id };
  return { subject, by: String(data["by"]) };
};

const rated = (drawing: Drawing): (Subject & { readonly year: number }) | undefined => {
  const data = drawing.choose.of(drawing.model.facts("RatingAssigned"));
  if (data === undefined || drawing.choose.onceIn(10)) return undefined;
  return { ...subjectOf(data), year: Number(data["year"]) };
};

const revise: Candidate = (drawing) => {
  const whose = rated(drawing) ?? { ...aSubject(drawing), year: aYear(drawing) };
  const { subject, year, by } = whose;
  const reason = "Xem xét lại";
  const to = { ...aRating(drawing, whose), ...aPack(drawing) };
  return [["ReviseRating", { subject, year, ...to, by, reason }]];
};

/** A revision from a rating that the subject may never have had. */
const reviseFrom: Candidate = (drawing) => {
  const { choose, model } = drawing;
  const assigned = choose.of(model.facts("RatingAssigned"));
  if (assigned === undefined) return undefined;
  const { level, distinction: _, pack, ...where } = assigned;
  const whose = { subject: { member: "" }, by: "" };
  const from = { level: aLevel(drawing, whose), pack };
  const to = { level: choose.onceIn(2) ? level : aLevel(drawing, whose), pack };
  const assignedBy = where["by"];
  return [["RatingRevised", { ...where, assignedBy, from, to, reason: "Xem xét lại" }]];
};

const exempt: Candidate = (drawing) => {
  const whose = aSubject(drawing);
  const by = decider(drawing, whose);
  const rest = { year: aYear(drawing), reason: "Được miễn sinh hoạt", by };
  return [["ExemptFromRating", { subject: whose.subject, ...rest }]];
};

const closeRatings: Candidate = (drawing) => {
  const { choose, model } = drawing;
  const data = choose.onceIn(6) ? undefined : choose.of(model.facts("RatingAssigned"));
  const base = data?.["subjectKind"] === "member" ? data["baseOrganisation"] : undefined;
  const committee = base ?? data?.["by"] ?? aBranch(drawing).branch;
  return [["CloseRatings", { committee, year: data?.["year"] ?? aYear(drawing) }]];
};

const noteBreach: Candidate = (drawing) => {
  const { choose, model } = drawing;
  const closed = choose.onceIn(5) ? undefined : choose.of(model.facts("RatingsClosed"));
  const committee = closed?.["committee"] ?? aBranch(drawing).branch;
  const year = closed?.["year"] ?? aYear(drawing);
  const cap = choose.onceIn(4) ? "exemplary-of-top" : "excellent-of-good";
  return [["NoteCapBreach", { committee, year, cap, reason: "Vượt tỷ lệ" }]];
};

export const ratingCandidates: Candidates = [
  [4, submit],
  [4, measure],
  [3, propose],
  [10, assign],
  [5, needing("RatingAssigned", assign, revise)],
  [2, reviseFrom],
  [3, exempt],
  [4, needing("RatingAssigned", assign, closeRatings)],
  [4, needing("RatingsClosed", closeRatings, noteBreach)],
];
