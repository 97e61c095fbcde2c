import { kindOf } from "../vocabulary.ts";
import { names, seat } from "./opening.ts";
import type { CommandLine } from "./options.ts";
import { type Pending, sending } from "./people.ts";
import {
  type Branch,
  branchId,
  holdsMembers,
  nobody,
  outside,
  personId,
  type World,
} from "./world.ts";

/** One of the changes that happen to branches, by luck. */
export function* branchChange(world: World, pending: Pending): Iterable<CommandLine> {
  switch (world.random.below(8)) {
    case 0:
    case 1:
      return yield* establishment(world, pending);
    case 2:
    case 3:
      return yield* move(world);
    case 4:
      return yield* emptying(world, pending);
    case 5:
      return yield* dissolution(world);
    case 6:
      return yield* changeOfKind(world);
    default:
      return yield* nameOrDiscipline(world);
  }
}

const mayStandUnder = (kind: string, above: Branch): boolean =>
  kindOf(kind)?.under.includes(above.kind) ?? false;

/** A new branch; to a new cell some members are sent. */
function* establishment(world: World, pending: Pending): Iterable<CommandLine> {
  const kind = world.random.of(["cell", "cell", "cell", "base-cell", "base-committee"], "cell");
  const parent = world.someBranch((branch) => mayStandUnder(kind, branch));
  if (parent === undefined) return;
  const number = world.addBranch(kind, parent);
  const name = `${names[kind] ?? kind} ${number}`;
  const whole = { branch: branchId(number), kind, name, parent: branchId(parent) };
  yield world.line("EstablishBranch", whole);
  if (!holdsMembers(world.at(number))) {
    const body = { branch: branchId(number), body: `standing-${number}` };
    return yield world.line("FormBody", { ...body, kind: "standing-committee" });
  }
  for (let sent = 0; sent < 4; sent += 1) {
    const person = world.someMember((one) => world.official[one] === true);
    if (person !== undefined) yield* sending(world, pending, { person, to: number });
  }
}

/** A branch with all below it goes under another; large ones rarely. */
function* move(world: World): Iterable<CommandLine> {
  const number = world.someBranch(
    ({ parent, kind }) =>
      parent !== outside && (kind !== "upper-committee" || world.random.chance(0.1)),
  );
  if (number === undefined) return;
  const branch = world.at(number);
  const to = world.someBranch(
    (one, at) =>
      at !== branch.parent && mayStandUnder(branch.kind, one) && !isWithin(world, at, number),
  );
  if (to === undefined) return;
  world.at(branch.parent).children -= 1;
  world.at(to).children += 1;
  branch.parent = to;
  branch.since = world.day;
  branch.planned = 0;
  yield world.line("MoveBranch", { branch: branchId(number), to: branchId(to) });
}

const isWithin = (world: World, branch: number, whole: number): boolean => {
  for (let at = branch; at !== outside; at = world.at(at).parent) if (at === whole) return true;
  return false;
};

const isSmallCell = (branch: Branch): boolean =>
  holdsMembers(branch) && branch.members > 0 && branch.members <= 12 && branch.awaited === 0;

/** All members of a small cell are sent elsewhere, so that it can be dissolved. */
function* emptying(world: World, pending: Pending): Iterable<CommandLine> {
  const number = world.someBranch(isSmallCell);
  if (number === undefined || world.branches.length < 8) return;
  const people = [...world.membersOf(number)];
  const { secretary } = world.at(number);
  const mayGo = (person: number): boolean =>
    (world.held[person] === false || person === secretary) && world.official[person] === true;
  if (!people.every(mayGo)) return;
  yield* release(world, number);
  for (const person of people) {
    const to = world.someBranch((branch, at) => holdsMembers(branch) && at !== number);
    if (to === undefined) return;
    yield* sending(world, pending, { person, to });
  }
  yield* ending(world, number);
}

/** A branch that nobody is in any more is dissolved. */
function* dissolution(world: World): Iterable<CommandLine> {
  const number = world.someBranch(
    ({ parent, children, members, awaited }) =>
      parent !== outside && children + members + awaited === 0,
  );
  if (number === undefined) return;
  yield* release(world, number);
  yield* ending(world, number);
}

function* ending(world: World, number: number): Iterable<CommandLine> {
  const branch = world.at(number);
  branch.alive = false;
  world.at(branch.parent).children -= 1;
  yield world.line("DissolveBranch", { branch: branchId(number) });
}

/** A cell directly below an upper committee becomes a base cell, or the other way. */
function* changeOfKind(world: World): Iterable<CommandLine> {
  const number = world.someBranch(
    (branch) =>
      holdsMembers(branch) &&
      branch.parent !== outside &&
      world.at(branch.parent).kind === "upper-committee",
  );
  if (number === undefined) return;
  const branch = world.at(number);
  branch.kind = branch.kind === "cell" ? "base-cell" : "cell";
  branch.since = world.day;
  yield world.line("ChangeBranchKind", { branch: branchId(number), kind: branch.kind });
}

function* nameOrDiscipline(world: World): Iterable<CommandLine> {
  const number = world.someBranch(({ parent }) => parent !== outside);
  if (number === undefined) return;
  if (world.random.chance(0.5)) {
    const name = `${names[world.at(number).kind] ?? ""} ${number} (${world.lines})`;
    yield world.line("RenameBranch", { branch: branchId(number), name });
  } else {
    const form = world.random.of(["reprimand", "warning"], "reprimand");
    world.disciplined.add(`${branchId(number)}/${world.year}`);
    yield world.line("DisciplineBranch", { branch: branchId(number), form });
  }
}

/** A secretary is released; the office is filled at once, or later by way of `vacantSeat`. */
export function* replacement(world: World): Iterable<CommandLine> {
  const number = world.someBranch(({ secretary }) => secretary !== nobody);
  if (number === undefined) return;
  yield* release(world, number);
  if (world.random.chance(0.5)) yield* seat(world, number, "AppointOfficer");
}

export function* vacantSeat(world: World): Iterable<CommandLine> {
  const number = world.someBranch(({ secretary }) => secretary === nobody);
  if (number !== undefined) yield* seat(world, number, "AppointOfficer");
}

function* release(world: World, number: number): Iterable<CommandLine> {
  const branch = world.at(number);
  if (branch.secretary === nobody) return;
  const person = personId(branch.secretary);
  world.held[branch.secretary] = false;
  branch.secretary = nobody;
  yield world.line("ReleaseOfficer", {
    person,
    in: { branch: branchId(number) },
    office: "secretary",
  });
}
