import type { CommandLine } from "./command-line.ts";
import type { Said } from "./count/told.ts";
import { top } from "./tree.ts";

/** What a correction does to the commands that it finds, and what must move by it. */
export interface Correction {
  readonly moves: readonly string[];
  readonly command?: string;
  readonly which: (said: Said, line: CommandLine) => boolean;
  /** Every command found, in one commit; else the first one. */
  readonly all?: true;
  /** Left out: the command is taken back and nothing stands in its place. */
  readonly instead?: (said: Said) => object;
}

const inYear = (year: number, { effectiveOn }: CommandLine): boolean =>
  effectiveOn.startsWith(`${year}-`);

const study = (year: number, audience: string): Correction => ({
  moves: [`${year} directivesReached/${audience}`],
  command: "StudyDirective",
  which: (said) => said.year === year && said.audience === audience,
  instead: (said) => ({ ...said, reached: Number(said.reached) - 1 }),
});
/** The grant with its presentation, which would be left without one. */
const award = (category: string, id: string): Correction => ({
  moves: [`2012 awardsGranted/${category}`],
  which: (said) => said.award === id,
  all: true,
});
const rating = (year: number, branch: string, instead: object): Omit<Correction, "moves"> => ({
  command: "AssignRating",
  which: ({ subject, year: rated }) => subject?.branch === branch && rated === year,
  instead: ({ subject, by }) => ({ subject, by, year, ...instead }),
});
const memberRating = (year: number, from: string, to: string): Omit<Correction, "moves"> => ({
  command: "AssignRating",
  which: (said) => said.year === year && said.subject?.member !== undefined && said.level === from,
  instead: (said) => ({ ...said, level: to }),
});

export const corrections: readonly Correction[] = [
  study(2012, "cadre"),
  study(2012, "member"),
  study(2012, "mass"),
  { moves: ["2012 baseOrganisationsAtTop"], ...rating(2012, "e05", { level: "good" }) },
  {
    moves: ["2012 baseOrganisationsExemplary"],
    ...rating(2012, "e06", { level: "clean-and-strong" }),
  },
  { moves: ["2012 membersAtGoodOrBetter"], ...memberRating(2012, "good", "failing") },
  { moves: ["2012 membersExcellent"], ...memberRating(2012, "excellent", "good") },
  {
    moves: ["2012 inspectionsHeld"],
    which: ({ branch, kind }, line) =>
      branch === "e03" && kind === "inspection" && inYear(2012, line),
  },
  {
    moves: ["2012 supervisionsHeld"],
    which: ({ branch, kind }, line) =>
      branch === "e06" && kind === "supervision" && inYear(2012, line),
  },
  award("base-exemplary-3-years", "gk-2012-01"),
  award("base-exemplary", "gk-2012-04"),
  award("direct-cell-exemplary", "gk-2012-25"),
  award("base-cell-exemplary", "gk-2012-34"),
  award("member-excellent", "gk-2012-51"),
  { moves: ["2012 shortcomingsNoted"], which: ({ shortcoming }) => shortcoming === "hc-3" },
  { moves: ["2013 directionsSet"], which: ({ ordinal }) => ordinal === 8 },
  {
    moves: ["2013 planItems"],
    command: "AdoptPlan",
    which: () => true,
    instead: (said) => ({ ...said, items: said.items?.slice(1) }),
  },
  { moves: ["2012 stock"], command: "DepartMember", which: (_, line) => inYear(2012, line) },
  {
    moves: ["2012 meetingsHeld/regular"],
    command: "HoldMeeting",
    which: (_, line) => inYear(2012, line),
  },
  {
    moves: ["2013 directivesReached/member", "verdict ct-01-hoc-tap"],
    command: "StudyDirective",
    which: ({ reached, eligible, year }) => year === 2013 && reached !== eligible,
    instead: (said) => ({ ...said, reached: said.eligible }),
  },
  {
    moves: ["verdict ct-02-trien-khai"],
    command: "SetTarget",
    which: ({ target }) => target === "ct-02-trien-khai",
  },
  { moves: ["verdict ct-03-lam-theo"], command: "DeclareEvidence", which: () => true },
  {
    moves: ["2013 peopleTrained/awareness", "verdict ct-04-nhan-thuc"],
    which: ({ course }, line) => course === "awareness" && inYear(2013, line),
  },
  {
    moves: ["2013 membersAdmitted", "verdict ct-05-ket-nap", "2013 stock"],
    command: "AnnulAdmission",
    which: () => true,
  },
  { moves: ["2013 baseOrganisationsAtTop"], ...rating(2013, "b05", { level: "completed" }) },
  {
    moves: ["2013 baseOrganisationsExemplary", "verdict ct-07-tieu-bieu"],
    ...rating(2013, "e03", { level: "clean-and-strong" }),
  },
  { moves: ["2013 membersAtGoodOrBetter"], ...memberRating(2013, "excellent", "completed") },
  {
    moves: ["2013 cellsInspectedAndSupervised", "verdict ct-09-kiem-tra"],
    command: "InspectBranch",
    which: ({ branch, by }, line) => branch === "c22" && by === top && inYear(2013, line),
    all: true,
    instead: (said) => ({ ...said, by: "b03" }),
  },
  {
    moves: ["2013 cellSecretariesTrained/committee-work", "verdict ct-10-bi-thu"],
    which: ({ course, branch }, line) =>
      course === "committee-work" && branch === "c16" && inYear(2013, line),
  },
  {
    moves: ["2013 vacant", "2013 cellSecretariesTrained/committee-work"],
    command: "ReleaseOfficer",
    which: ({ in: seat }) => seat?.branch === "c17",
  },
  {
    moves: ["2012 membersAdmitted", "2013 membersAdmitted"],
    command: "AdmitMember",
    which: ({ decidedOn }) => decidedOn === "2012-12-27",
    instead: (said) => ({ ...said, decidedOn: "2013-01-02" }),
  },
];
