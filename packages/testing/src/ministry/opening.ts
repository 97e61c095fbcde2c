import { dayText } from "../days.ts";
import { words } from "../vocabulary.ts";
import type { CommandLine } from "./options.ts";
import type { Pending } from "./people.ts";
import { branchId, holdsMembers, isCommittee, outside, personId, type World } from "./world.ts";

export const names: Readonly<Record<string, string>> = {
  "upper-committee": "Đảng bộ cấp trên",
  "base-committee": "Đảng bộ Cục",
  "section-committee": "Đảng bộ bộ phận",
  "base-cell": "Chi bộ Vụ",
  cell: "Chi bộ Phòng",
};

/** Opening entries: what existed before the ledger, from the top down, then the people in it. */
export function* opening(
  world: World,
  pending: Pending,
  size: { readonly branches: number; readonly members: number },
): Iterable<CommandLine> {
  for (const { kind, parent } of treeOf(size.branches)) {
    const branch = world.addBranch(kind, parent);
    const above = parent === outside ? {} : { parent: branchId(parent) };
    const name = parent === outside ? "Đảng bộ Bộ" : `${names[kind] ?? kind} ${branch}`;
    yield world.line("CarryInBranch", { branch: branchId(branch), kind, name, ...above });
  }
  yield* openingBodies(world);
  yield* openingMembers(world, pending, size.members);
  for (const branch of world.branches.keys()) {
    const isVacant = branch > 0 && world.random.chance(0.04);
    if (!isVacant) yield* seat(world, branch, "CarryInOfficer");
  }
  const guest = { person: personId(world.addPerson()), in: { external: "Ban cán sự đảng" } };
  yield world.line("CarryInOfficer", { ...guest, office: "secretary" });
  const directive = { directive: "directive-before", title: "Nghị quyết 12-NQ/TW" };
  yield world.line("CarryInDirective", { ...directive, issuedBy: "Trung ương" });
  const superior = { ledger: "tree", branch: "province" };
  yield world.line("NameSuperior", { branch: branchId(0), superior });
}

/** Kinds and places of so many branches, parents first, with every kind of place among them. */
function* treeOf(branches: number): Iterable<{ readonly kind: string; readonly parent: number }> {
  const share = (part: number, least: number): number =>
    Math.max(least, Math.round(branches * part));
  const wide = branches >= 9;
  const uppers = wide ? share(0.008, 1) : 0;
  const bases = share(0.08, 1);
  const sections = wide ? share(0.02, 1) : 0;
  const baseCells = share(0.06, 1);
  const cells = branches - 1 - uppers - bases - sections - baseCells;
  yield { kind: "upper-committee", parent: outside };
  for (let at = 0; at < uppers; at += 1) {
    yield { kind: "upper-committee", parent: Math.floor(at / 12) };
  }
  const among = (at: number, first: number, count: number): number => first + (at % count);
  for (let at = 0; at < bases; at += 1) {
    yield { kind: "base-committee", parent: among(at, 0, uppers + 1) };
  }
  const firstBase = uppers + 1;
  for (let at = 0; at < sections; at += 1) {
    yield { kind: "section-committee", parent: among(at, firstBase, bases) };
  }
  for (let at = 0; at < baseCells; at += 1) {
    yield { kind: "base-cell", parent: among(at, 0, uppers + 1) };
  }
  for (let at = 0; at < cells; at += 1) {
    const isDirect = at % 10 === 1;
    const parent = isDirect ? among(at, 0, uppers + 1) : among(at, firstBase, bases + sections);
    yield { kind: "cell", parent };
  }
}

function* openingBodies(world: World): Iterable<CommandLine> {
  for (const [number, branch] of world.branches.entries()) {
    if (!isCommittee(branch)) continue;
    const kinds = number === 0 ? words.bodyKinds : ["standing-committee"];
    for (const kind of kinds) {
      const data = { branch: branchId(number), body: `${kind}-${number}`, kind };
      yield world.line("CarryInBody", { ...data, name: "Ban" });
    }
  }
}

function* openingMembers(
  world: World,
  { probation }: Pending,
  members: number,
): Iterable<CommandLine> {
  const homes = [...world.branches.keys()].filter((number) => holdsMembers(world.at(number)));
  const probationary = Math.round(members * 0.03);
  for (let at = 0; at < members; at += 1) {
    const person = world.addPerson();
    const home = homes[at % homes.length] ?? 0;
    const isOfficial = at >= probationary;
    // The probationary come in the order of their admission, as `recognitions` takes them.
    const early = Math.floor((at * 300) / Math.max(1, probationary));
    const days = isOfficial ? 400 + world.random.below(9000) : 340 - early;
    world.official[person] = isOfficial;
    world.admitted[person] = world.day - days;
    world.place(person, home);
    if (!isOfficial) probation.push(person);
    const status = isOfficial ? "official" : "probationary";
    const since = isOfficial && at % 7 === 0 ? {} : { since: dayText(world.day - days) };
    const whole = { member: personId(person), branch: branchId(home), status, ...since };
    yield world.line("CarryInMember", whole);
  }
}

/** Gives a branch a secretary, where someone can be found: of the branch, or of any below. */
export function* seat(
  world: World,
  number: number,
  command: "CarryInOfficer" | "AppointOfficer",
): Iterable<CommandLine> {
  const branch = world.at(number);
  const person = holdsMembers(branch)
    ? freeMemberOf(world, number)
    : world.someMember(isOld(world));
  if (person === undefined) return;
  world.held[person] = true;
  branch.secretary = person;
  const where = { branch: branchId(number) };
  yield world.line(command, { person: personId(person), in: where, office: "secretary" });
}

const isOld =
  (world: World) =>
  (person: number): boolean =>
    world.official[person] === true;

const freeMemberOf = (world: World, branch: number): number | undefined => {
  for (const person of world.membersOf(branch)) {
    if (world.held[person] === false && world.official[person] === true) return person;
  }
  return undefined;
};
