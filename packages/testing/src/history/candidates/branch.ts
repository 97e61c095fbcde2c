import { daysLater } from "../../days.ts";
import { kindOf, words } from "../../vocabulary.ts";
import {
  aBranch,
  anId,
  aPerson,
  aWord,
  type Body,
  type Candidate,
  type Candidates,
  type Drawing,
  isMember,
  someVotes,
} from "../drawing.ts";
import type { KnownBranch } from "../model.ts";

const roots = words.branchKinds.filter(({ root }) => root).map(({ term }) => term);
const allKinds = words.branchKinds.map(({ term }) => term);

const mayHold =
  (kind: string) =>
  (parent: KnownBranch): boolean =>
    kindOf(kind)?.under.includes(parent.kind) ?? false;

const kindsUnder = (kind: string): readonly string[] =>
  words.branchKinds.filter(({ under }) => under.includes(kind)).map(({ term }) => term);

const begin =
  (command: "EstablishBranch" | "CarryInBranch"): Candidate =>
  (drawing) => {
    const { choose, model } = drawing;
    const branch = anId(drawing, "b", [...model.branches.keys()]);
    const name = `Chi bộ ${branch}`;
    const mayGrow = [...model.branches.values()].some(
      ({ alive, kind }) => alive && kindsUnder(kind).length > 0,
    );
    if (!mayGrow || choose.onceIn(40)) {
      const [first = ""] = roots;
      const kind = choose.onceIn(6) ? aWord(drawing, allKinds) : first;
      return [[command, { branch, kind, name }, daysLater(drawing.day, -choose.below(900))]];
    }
    const above = aBranch(drawing, (one) => kindsUnder(one.kind).length > 0);
    const kind = aWord(drawing, choose.onceIn(20) ? allKinds : kindsUnder(above.kind));
    const day = choose.onceIn(2) ? drawing.day : daysLater(drawing.day, -choose.below(300));
    return [[command, { branch, kind, name, parent: above.branch }, day]];
  };

const rename: Candidate = (drawing) => {
  const { branch } = aBranch(drawing);
  const name = drawing.choose.onceIn(3) ? `Chi bộ ${branch}` : `Tên ${drawing.choose.below(3)}`;
  return [["RenameBranch", { branch, name }]];
};

const changeKind: Candidate = (drawing) => {
  const { branch, parent, kind } = aBranch(drawing);
  const above = parent === undefined ? undefined : drawing.model.branches.get(parent);
  const others = words.branchKinds.filter(
    ({ term, under, root }) =>
      term !== kind && (above === undefined ? root : under.includes(above.kind)),
  );
  const likely = others.map(({ term }) => term);
  const to = drawing.choose.onceIn(5) ? aWord(drawing, allKinds) : aWord(drawing, likely);
  return [["ChangeBranchKind", { branch, kind: to }]];
};

const move: Candidate = (drawing) => {
  const { branch, kind, parent } = aBranch(drawing, (one) => one.parent !== undefined);
  const isBelow = ({ parent: above }: KnownBranch): boolean => above === branch;
  const fits = drawing.choose.onceIn(6) ? isBelow : mayHold(kind);
  const to = aBranch(drawing, (one) => fits(one) && one.branch !== parent).branch;
  return [["MoveBranch", { branch, to }]];
};

const nameSuperior: Candidate = (drawing) => {
  const { choose } = drawing;
  const { branch } = aBranch(drawing, ({ parent }) => parent === undefined || choose.onceIn(4));
  const superior = { ledger: "tree", branch: `above-${choose.below(3)}` };
  return [["NameSuperior", { branch, superior }]];
};

const isEmpty =
  ({ model }: Drawing) =>
  ({ branch }: KnownBranch): boolean =>
    [...model.branches.values()].every((one) => !one.alive || one.parent !== branch) &&
    [...model.people.values()].every((one) => one.place !== "member" || one.branch !== branch);

const dissolve: Candidate = (drawing) => {
  const { choose, model } = drawing;
  const people = [...model.people.values()];
  const seats = people.flatMap((one) => one.seats);
  const isStaffed = ({ branch }: KnownBranch): boolean =>
    seats.some((seat) => "branch" in seat.in && seat.in.branch === branch);
  const isAwaiting = ({ branch }: KnownBranch): boolean =>
    people.some(({ place, to }) => place === "transit" && to === branch);
  const hindered = choose.of([undefined, undefined, isStaffed, isAwaiting]);
  const isLeft = isEmpty(drawing);
  const { branch } = aBranch(drawing, (one) => isLeft(one) && (hindered?.(one) ?? true));
  const votes = choose.onceIn(3)
    ? { committeeVote: { inFavour: choose.below(9), summoned: 9 } }
    : {};
  return [["DissolveBranch", { branch, ...votes }]];
};

const discipline: Candidate = (drawing) => {
  const { branch } = aBranch(drawing);
  const form = aWord(drawing, words.branchDisciplineForms);
  return [["DisciplineBranch", { branch, form, ...someVotes(drawing) }]];
};

const formBody: Candidate = (drawing) => {
  const known = drawing.choose.onceIn(3)
    ? drawing.choose.of(drawing.model.facts("BodyFormed"))
    : undefined;
  const branch = known?.["branch"] ?? aBranch(drawing).branch;
  const body = known?.["body"] ?? `body-${drawing.choose.below(3)}`;
  const command = drawing.choose.onceIn(3) ? "CarryInBody" : "FormBody";
  return [[command, { branch, body, kind: aWord(drawing, words.bodyKinds) }]];
};

const aSeat = (drawing: Drawing, branch: string): object => {
  const { choose, model } = drawing;
  if (choose.onceIn(8)) return { external: "Ban cán sự đảng" };
  const bodies = model.facts("BodyFormed").filter((data) => data["branch"] === branch);
  if (!choose.onceIn(4)) return { branch };
  return { branch, body: choose.of(bodies)?.["body"] ?? "no-such-body" };
};

const office =
  (command: "AppointOfficer" | "CarryInOfficer"): Candidate =>
  (drawing) => {
    const { choose, fresh } = drawing;
    const known = choose.onceIn(5) ? undefined : aPerson(drawing, isMember);
    const person = known?.person ?? fresh("p");
    const isHome = known?.place === "member" && !choose.onceIn(4);
    const branch = isHome ? known.branch : aBranch(drawing).branch;
    const seats = words.offices.map(({ term }) => term);
    const held = choose.onceIn(2) ? aWord(drawing, seats) : "secretary";
    const again = choose.onceIn(6) ? known?.seats[0] : undefined;
    const seat = again ?? { in: aSeat(drawing, branch), office: held };
    return [[command, { person, in: seat.in, office: seat.office }]];
  };

/** The end of an office, at times with a discipline on the same day. */
const release: Candidate = (drawing) => {
  const { choose } = drawing;
  const known = aPerson(drawing, ({ seats }) => seats.length > 0);
  if (known === undefined) return undefined;
  const seat = choose.onceIn(12) ? undefined : choose.of(known.seats);
  const nothing = { in: { branch: aBranch(drawing).branch }, office: "head" };
  const { in: where, office: held } = seat ?? nothing;
  const end: Body = ["ReleaseOfficer", { person: known.person, in: where, office: held }];
  if (!choose.onceIn(3)) return [end];
  const { person: member, status } = known;
  const forms = words.memberDisciplineForms.filter(({ against }) =>
    against.some((one) => one === status),
  );
  const form = aWord(
    drawing,
    forms.map(({ term }) => term),
  );
  return [["DisciplineMember", { member, form }], end];
};

export const branchCandidates: Candidates = [
  [8, begin("EstablishBranch")],
  [3, begin("CarryInBranch")],
  [2, rename],
  [3, changeKind],
  [4, move],
  [2, nameSuperior],
  [4, dissolve],
  [2, discipline],
  [2, formBody],
  [5, office("AppointOfficer")],
  [1, office("CarryInOfficer")],
  [3, release],
];
