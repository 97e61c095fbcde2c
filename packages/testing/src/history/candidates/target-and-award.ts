import { yearOfDay } from "../../days.ts";
import { words } from "../../vocabulary.ts";
import {
  aBranch,
  aKnownId,
  anId,
  aPerson,
  aWord,
  type Candidate,
  type Candidates,
  type Drawing,
  idsOf,
  isMember,
  needing,
} from "../drawing.ts";
import { aYear } from "./rating.ts";

const aGoal = ({ choose }: Drawing): object => {
  const value = choose.onceIn(2) ? { num: choose.below(4), den: 2 } : { count: choose.below(3) };
  return { op: choose.ofOr([">=", ">", "="], ">="), value };
};

/** Mostly what is there; also what is not, lacks its word or has a wrong one. */
const measuresAsked = [
  "membersAdmitted",
  "membersAdmitted",
  "baseOrganisationsAtTop",
  "baseOrganisationsAtTop",
  "peopleTrained/awareness",
  "peopleTrained/dancing",
  "peopleTrained",
  "nonsense",
  "declared",
  "declared",
];

const set: Candidate = (drawing) => {
  const { choose } = drawing;
  const target = anId(drawing, "t", idsOf(drawing, "TargetSet", "target"));
  const committee = aBranch(drawing, ({ kind }) => kind.endsWith("committee")).branch;
  const measure = choose.ofOr(measuresAsked, "");
  const scope = choose.onceIn(3) ? "each" : "aggregate";
  const rest = { year: aYear(drawing) + 1, measure, goal: aGoal(drawing), scope };
  return [["SetTarget", { target, committee, ...rest, text: "Phấn đấu" }]];
};

const knownTarget = (drawing: Drawing): string =>
  aKnownId(drawing, idsOf(drawing, "TargetSet", "target"));

const revise: Candidate = (drawing) => [
  ["ReviseTarget", { target: knownTarget(drawing), goal: aGoal(drawing), reason: "Sát thực tế" }],
];

/** A revision of a goal that the target may never have had. */
const reviseFrom: Candidate = (drawing) => {
  const set = drawing.choose.of(drawing.model.facts("TargetSet"));
  if (set === undefined) return undefined;
  const { target, committee, year } = set;
  const goals = { from: aGoal(drawing), to: aGoal(drawing) };
  return [["TargetRevised", { target, committee, year, ...goals, reason: "Sát thực tế" }]];
};

const drop: Candidate = (drawing) => [
  ["DropTarget", { target: knownTarget(drawing), reason: "Không còn phù hợp" }],
];

/** Mostly for a target that no count decides. */
const declare: Candidate = (drawing) => {
  const { choose, model } = drawing;
  const reached = choose.below(2) === 0;
  const uncounted = model.facts("TargetSet").filter(({ measure }) => measure === "declared");
  const set = choose.onceIn(3) ? undefined : choose.of(uncounted);
  const target = set?.["target"] ?? knownTarget(drawing);
  return [["DeclareEvidence", { target, reached, text: "Theo báo cáo" }]];
};

const aRecipient = (drawing: Drawing): { readonly recipient: object; readonly branch: string } => {
  const { choose } = drawing;
  const known = choose.onceIn(2) ? aPerson(drawing, isMember) : undefined;
  if (known !== undefined) return { recipient: { person: known.person }, branch: known.branch };
  const { branch } = aBranch(drawing);
  const counted = choose.onceIn(8) ? aBranch(drawing).branch : branch;
  return { recipient: { branch }, branch: counted };
};

const grant: Candidate = (drawing) => {
  const { choose, day } = drawing;
  const award = anId(drawing, "a", idsOf(drawing, "AwardGranted", "award"));
  const { recipient, branch } = aRecipient(drawing);
  const year = yearOfDay(day) - 1;
  const basisYears = choose.ofOr([[year], [year - 2, year - 1, year]], [year]);
  const wild = choose.onceIn(8) ? choose.of([[year, year - 1], [year + 3]]) : undefined;
  const where = choose.onceIn(2) ? { branch } : {};
  const by = aBranch(drawing, ({ parent }) => parent === undefined).branch;
  const form = aWord(drawing, words.awardForms);
  const category = aWord(drawing, words.awardCategories);
  const whole = { award, form, category, recipient, ...where, basisYears: wild ?? basisYears };
  return [["GrantAward", { ...whole, year, by }]];
};

const knownAward = (drawing: Drawing): string =>
  aKnownId(drawing, idsOf(drawing, "AwardGranted", "award"));

const present: Candidate = (drawing) => [["PresentAward", { award: knownAward(drawing) }]];

const revoke: Candidate = (drawing) => [
  ["RevokeAward", { award: knownAward(drawing), reason: "Có vi phạm" }],
];

/** A revocation that states the grant, or something else than was granted. */
const revokeAsStated: Candidate = (drawing) => {
  const { choose, model } = drawing;
  const granted = choose.of(model.facts("AwardGranted"));
  if (granted === undefined) return undefined;
  const { basisYears: _, ...grant } = granted;
  const other = choose.onceIn(3) ? {} : { by: aBranch(drawing).branch };
  return [["AwardRevoked", { ...grant, ...other, reason: "Có vi phạm" }]];
};

export const targetCandidates: Candidates = [
  [5, set],
  [5, needing("TargetSet", set, revise)],
  [2, reviseFrom],
  [2, needing("TargetSet", set, drop)],
  [3, needing("TargetSet", set, declare)],
];

export const awardCandidates: Candidates = [
  [6, grant],
  [4, needing("AwardGranted", grant, present)],
  [3, needing("AwardGranted", grant, revoke)],
  [2, revokeAsStated],
];
