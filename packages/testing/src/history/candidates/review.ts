import { ratingPacks } from "../../vocabulary.ts";
import {
  aBranch,
  aWord,
  type Candidate,
  type Candidates,
  type Drawing,
  needing,
} from "../drawing.ts";
import { aYear } from "./rating.ts";

interface Review {
  readonly committee: string;
  readonly year: number;
}

/** The review of a committee and year: mostly one that was opened. */
const aReview = (drawing: Drawing): Review => {
  const { choose, model } = drawing;
  const opened = choose.onceIn(8) ? undefined : choose.of(model.facts("ReviewOpened"));
  return opened === undefined ? anyReview(drawing) : (opened as unknown as Review);
};

const anyReview = (drawing: Drawing): Review => {
  const isCommittee = ({ kind }: { readonly kind: string }): boolean => kind.endsWith("committee");
  return { committee: aBranch(drawing, isCommittee).branch, year: aYear(drawing) };
};

const open: Candidate = (drawing) => {
  const { choose, model } = drawing;
  const registered = model.facts("RulePackRegistered").map(({ pack }) => String(pack));
  const shipped = ratingPacks.map(({ pack }) => String(pack));
  const pack = choose.onceIn(4) ? { pack: aWord(drawing, [...shipped, ...registered]) } : {};
  const { committee, year } = choose.onceIn(5) ? aReview(drawing) : anyReview(drawing);
  return [["OpenReview", { committee, year, ...pack }]];
};

/** Before the first shipped pack, up to it; long after the last; or where it does not fit. */
const spans: readonly { readonly inForceFrom: string; readonly inForceTo?: string }[] = [
  { inForceFrom: "2000-01-01", inForceTo: "2008-10-09" },
  { inForceFrom: "2040-01-01" },
  { inForceFrom: "2013-01-01", inForceTo: "2013-12-31" },
  { inForceFrom: "2000-01-01", inForceTo: "2008-09-30" },
  { inForceFrom: "2000-01-01", inForceTo: "1999-12-31" },
];

/** A pack like the first shipped one, for another time, or of other rules altogether. */
const register: Candidate = (drawing) => {
  const { choose } = drawing;
  const [shipped] = ratingPacks;
  if (shipped === undefined) return undefined;
  const { inForceFrom: _, inForceTo: __, ...rest } = shipped;
  const regime = choose.onceIn(8) ? "another-body" : shipped.regime;
  const pack = choose.onceIn(8) ? shipped.pack : `pack-${choose.below(2)}`;
  const content = { ...rest, pack, regime, ...choose.of(spans) };
  return [["RegisterRulePack", { content }]];
};

/** A note of a review, by an id or number out of a few, so that some come twice. */
const noting =
  (command: string, key: string, rest: (drawing: Drawing) => object = () => ({})): Candidate =>
  (drawing) => {
    const { committee, year } = aReview(drawing);
    const number = 1 + drawing.choose.below(3);
    const id = key === "ordinal" ? number : `${key}-${number}`;
    return [[command, { committee, year, [key]: id, ...rest(drawing) }]];
  };

const text = () => ({ text: "Nội dung" });

const notes: Candidates = [
  [3, noting("NoteResult", "result", text)],
  [3, noting("NoteShortcoming", "shortcoming", text)],
  [3, needing("ShortcomingNoted", noting("NoteShortcoming", "shortcoming", text), remedy)],
  [3, noting("SetDirection", "ordinal", text)],
  [
    3,
    noting("NoteDirection", "direction", ({ choose }) => ({
      source: choose.ofOr(["speech", "conclusion"], "speech"),
      text: "Đề nghị quan tâm",
    })),
  ],
  [
    3,
    noting("AdoptPlan", "plan", ({ choose }) => ({
      title: "Kế hoạch",
      items: ["Học tập nghị quyết", "Quản lý đảng viên"].slice(choose.below(2)),
      ...(choose.onceIn(2) ? { draft: true } : {}),
      ...(choose.onceIn(3) ? { statedItems: 4 } : {}),
    })),
  ],
];

function remedy(drawing: Drawing) {
  const noted = drawing.choose.of(drawing.model.facts("ShortcomingNoted"));
  if (noted === undefined || drawing.choose.onceIn(6)) {
    return noting("RemedyShortcoming", "shortcoming")(drawing);
  }
  const { committee, year, shortcoming } = noted;
  return [["RemedyShortcoming", { committee, year, shortcoming }]] as const;
}

const proceed: Candidate = (drawing) => {
  const { committee, year } = aReview(drawing);
  const steps = ["PresentReport", "AdoptReport", "PresentReport", "AdoptReport", "CloseReview"];
  return [[drawing.choose.ofOr(steps, "PresentReport"), { committee, year }]];
};

const report: Candidate = (drawing) => {
  const { choose } = drawing;
  const { committee: branch, year } = aReview(drawing);
  const measure = choose.ofOr(["membersAdmitted", "baseOrganisationsAtTop"], "");
  const percent = choose.onceIn(4) ? 90 : 97;
  const share = choose.onceIn(2) ? { num: 33, den: 34 } : {};
  const value = choose.below(2) === 0 ? { count: 9 } : { percent, decimals: 0, ...share };
  return [["ReportFigure", { branch, year, measure, value, phrase: "97% tổ chức cơ sở đảng" }]];
};

export const reviewCandidates: Candidates = [
  [8, open],
  [4, register],
  ...notes,
  [10, needing("ReviewOpened", open, proceed)],
  [4, report],
];
