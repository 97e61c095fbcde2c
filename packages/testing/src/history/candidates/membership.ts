import { daysLater, yearOfDay } from "../../days.ts";
import { kindOf, words } from "../../vocabulary.ts";
import {
  aBranch,
  aPerson,
  aWord,
  type Body,
  type Candidate,
  type Candidates,
  type Drawing,
  isMember,
  someVotes,
} from "../drawing.ts";
import type { KnownBranch, KnownPerson } from "../model.ts";

const holdsMembers = ({ kind }: KnownBranch): boolean => kindOf(kind)?.holdsMembers ?? false;

const newcomer = (drawing: Drawing): string =>
  (drawing.choose.onceIn(6)
    ? aPerson(drawing, ({ place }) => place === "outside")?.person
    : undefined) ?? drawing.fresh("p");

const admit: Candidate = (drawing) => {
  const { choose, day } = drawing;
  const { branch } = aBranch(drawing, holdsMembers);
  const decidedOn = daysLater(day, choose.onceIn(14) ? 3 : -choose.below(60));
  const decision = { decidedOn, ...received(drawing, decidedOn), ...someVotes(drawing) };
  const told = choose.ofOr(applicants, {});
  return [["AdmitMember", { member: newcomer(drawing), branch, ...decision, ...told }]];
};

/** What is told of an applicant: mostly nothing, some that may be admitted, some that may not. */
const applicants: readonly object[] = [
  {},
  {},
  {},
  {
    ageMonths: 300,
    certificateAgeMonths: 10,
    introducers: [
      { person: "i1", knownMonths: 24 },
      { person: "i2", knownMonths: 12 },
    ],
  },
  { ageMonths: 200 },
  { ageMonths: 800 },
  { certificateAgeMonths: 70 },
  { introducers: [{ person: "i1", knownMonths: 24 }] },
  { introducers: [{ person: "i1" }, { person: "i2", knownMonths: 6 }] },
];

/** The day the file was received: mostly not told, at times long before the decision. */
const received = ({ choose }: Drawing, decidedOn: string): object =>
  choose.onceIn(3) ? { receivedOn: daysLater(decidedOn, -choose.below(120)) } : {};

const carryIn: Candidate = (drawing) => {
  const { choose, day } = drawing;
  const { branch } = aBranch(drawing, holdsMembers);
  const status = choose.onceIn(3) ? "probationary" : "official";
  const entered = daysLater(day, choose.onceIn(14) ? 2 : -choose.below(600));
  const since = choose.onceIn(3) ? {} : { since: entered };
  return [["CarryInMember", { member: newcomer(drawing), branch, status, ...since }]];
};

const isDue =
  (day: string) =>
  ({ place, status, since }: KnownPerson): boolean =>
    place === "member" &&
    status === "probationary" &&
    since !== undefined &&
    daysLater(since, 366) <= day;

/** In days: later than any history ends. */
const aLifetime = 25_000;

const recognise: Candidate = (drawing) => {
  const { choose, day } = drawing;
  const member = aPerson(drawing, choose.onceIn(6) ? isProbationary : isDue(day))?.person;
  if (member === undefined) return undefined;
  const later = choose.onceIn(14) ? aLifetime : choose.below(3) - 1;
  const decidedOn = choose.onceIn(3) ? { decidedOn: daysLater(day, later) } : {};
  const told = { ...received(drawing, day), ...someVotes(drawing) };
  return [["RecogniseMember", { member, ...decidedOn, ...told }]];
};

/** One who leaves: mostly a member, at times one who is on the way. */
const leave =
  (command: string, rest: (drawing: Drawing) => object): Candidate =>
  (drawing) => {
    const isAway = drawing.choose.onceIn(3);
    const known = isAway && aPerson(drawing, ({ place }) => place === "transit");
    return known
      ? [[command, { member: known.person, ...rest(drawing) }]]
      : about(command, rest)(drawing);
  };

const aReason = (drawing: Drawing): object => ({
  reason: aWord(drawing, words.leavingReasons),
  ...someVotes(drawing),
});

const isProbationary = ({ place, status }: KnownPerson): boolean =>
  place === "member" && status === "probationary";

const extend: Candidate = (drawing) => {
  const member = aPerson(drawing, isProbationary)?.person;
  return member === undefined
    ? undefined
    : [["ExtendProbation", { member, months: 1 + drawing.choose.below(12) }]];
};

const transfer: Candidate = (drawing) => {
  const { choose } = drawing;
  const known = aPerson(drawing, ({ place, seats }) => place === "member" && seats.length === 0);
  if (known === undefined) return undefined;
  const { person: member, branch } = known;
  const to = choose.onceIn(12)
    ? branch
    : aBranch(drawing, (one) => one.branch !== branch && holdsMembers(one)).branch;
  const sent: Body = ["TransferMember", { member, to }];
  return choose.onceIn(3) ? [sent, ["ReceiveMember", { member, to }]] : [sent];
};

const receive: Candidate = (drawing) => {
  const { choose, day, fresh } = drawing;
  if (choose.onceIn(3)) {
    const member = choose.onceIn(2) ? fresh("p") : newcomer(drawing);
    const to = aBranch(drawing, holdsMembers).branch;
    const from = { external: "Đảng bộ tỉnh" };
    const status = choose.onceIn(2) ? "probationary" : "official";
    const began = daysLater(day, choose.onceIn(14) ? 2 : -choose.below(600));
    const since = choose.onceIn(3) ? {} : { since: began };
    return [["ReceiveMember", { member, to, from, status, ...since, ...aTransfer(drawing) }]];
  }
  const known = aPerson(drawing, ({ place }) => place === "transit");
  if (known === undefined) return undefined;
  const to = choose.onceIn(10) ? aBranch(drawing).branch : known.to;
  const status = choose.onceIn(10) ? { status: "official" } : {};
  const since = choose.onceIn(10) ? { since: day } : {};
  const between = choose.onceIn(2) ? aTransfer(drawing) : {};
  return [["ReceiveMember", { member: known.person, to, ...status, ...since, ...between }]];
};

/** What another ledger would call the same transfer, where that is told. */
const aTransfer = ({ choose, fresh }: Drawing): object =>
  choose.onceIn(2) ? { transfer: fresh("t") } : {};

/** A command about a member that needs nothing else. */
const about =
  (command: string, rest: (drawing: Drawing) => object): Candidate =>
  (drawing) => {
    const isSeated = drawing.choose.onceIn(4);
    const known = aPerson(drawing, (one) => isMember(one) && (!isSeated || one.seats.length > 0));
    if (known === undefined) return undefined;
    return [[command, { member: known.person, ...rest(drawing) }]];
  };

const discipline: Candidate = (drawing) => {
  const { choose } = drawing;
  const known = aPerson(drawing, choose.onceIn(2) ? isProbationary : isMember);
  if (known === undefined) return undefined;
  const forms = words.memberDisciplineForms;
  const fitting = forms.filter(({ against }) => against.some((one) => one === known.status));
  const list = choose.onceIn(2) ? forms : fitting;
  const form = aWord(
    drawing,
    list.map(({ term }) => term),
  );
  return [["DisciplineMember", { member: known.person, form, ...someVotes(drawing) }]];
};

/** One who comes and goes, and at times comes once more. */
const comeAndGo: Candidate = (drawing) => {
  const { choose, day } = drawing;
  const { branch } = aBranch(drawing, holdsMembers);
  const member = newcomer(drawing);
  const times = choose.onceIn(2) ? 2 : 3;
  return Array.from({ length: times }, (_, index): readonly Body[] => {
    const [came, went] = [
      daysLater(day, 20 * (index - times)),
      daysLater(day, 20 * (index - times) + 9),
    ];
    return [
      ["AdmitMember", { member, branch, decidedOn: came }, came],
      ["RemoveMember", { member, reason: "resigned" }, went],
    ];
  }).flat();
};

const annul: Candidate = (drawing) => {
  const admitted = drawing.model.facts("MemberAdmitted");
  const lately = admitted.filter(
    (data) => yearOfDay(data["decidedOn"] as string) >= yearOfDay(drawing.day) - 1,
  );
  const member = drawing.choose.of(lately)?.["member"] ?? aPerson(drawing, isMember)?.person;
  return member === undefined
    ? undefined
    : [["AnnulAdmission", { member, reason: "Hồ sơ không đúng" }]];
};

/** Exemption and suspension, each mostly of someone to whom it can happen. */
const toggle: Candidate = (drawing) => {
  const { choose } = drawing;
  const [on, off, flag] = choose.ofOr(toggles, toggles[0]);
  const turnsOn = choose.below(2) === 0;
  const idly = choose.onceIn(3);
  const known = aPerson(drawing, (one) => isMember(one) && (one[flag] === turnsOn) === idly);
  return known === undefined ? undefined : [[turnsOn ? on : off, { member: known.person }]];
};

const toggles = [
  ["ExemptMember", "ResumeMember", "exempt"],
  ["SuspendMember", "ReinstateMember", "suspended"],
] as const;

export const membershipCandidates: Candidates = [
  [7, admit],
  [5, carryIn],
  [5, recognise],
  [3, extend],
  [5, transfer],
  [5, receive],
  [2, leave("DepartMember", (drawing) => ({ to: "Đảng bộ tỉnh", ...aTransfer(drawing) }))],
  [10, toggle],
  [3, discipline],
  [3, leave("RemoveMember", aReason)],
  [2, annul],
  [1, comeAndGo],
];
