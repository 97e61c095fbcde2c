import { dayNumber, dayText } from "../days.ts";
import type { CommandLine } from "./options.ts";
import { branchId, holdsMembers, onTheWay, outside, personId, type World } from "./world.ts";

/** Those to whom something is still to happen, first come first served. */
export interface Pending {
  readonly prospects: number[];
  /** On probation, in the order of its end. */
  readonly probation: number[];
  readonly extended: number[];
  readonly underWay: { readonly person: number; readonly to: number; readonly due: number }[];
  readonly apart: { readonly person: number; readonly back: string; readonly due: number }[];
}

export const nothingPending = (): Pending => ({
  prospects: [],
  probation: [],
  extended: [],
  underWay: [],
  apart: [],
});

/** A new member, from those trained before where there are any; now and then told late. */
export function* admission(world: World, pending: Pending): Iterable<CommandLine> {
  const { random } = world;
  const branch = world.someBranch(holdsMembers);
  if (branch === undefined) return;
  const prospect = random.chance(0.7) ? pending.prospects.shift() : undefined;
  const person = prospect ?? world.addPerson();
  const day = prospect === undefined ? world.lateDay(branch) : world.day;
  const decidedOn = dayText(day - random.below(20));
  world.admitted[person] = day;
  world.official[person] = false;
  world.place(person, branch);
  pending.probation.push(person);
  const summoned = 3 + random.below(40);
  const vote = { inFavour: summoned - random.below(2), summoned };
  const ages = { ageMonths: 12 * (20 + random.below(30)), certificateAgeMonths: random.below(50) };
  const whole = { member: personId(person), branch: branchId(branch), decidedOn, vote, ...ages };
  yield world.line("AdmitMember", whole, day);
}

/** Those whose probation ended some weeks ago become official, as of that day; a few later. */
export function* recognitions(world: World, pending: Pending): Iterable<CommandLine> {
  for (const [queue, months] of [
    [pending.probation, 12],
    [pending.extended, 18],
  ] as const) {
    for (let person = queue[0]; person !== undefined; person = queue[0]) {
      const admitted = world.admitted[person] ?? 0;
      if (monthsAfter(admitted, months) + 10 > world.day) break;
      if (world.home[person] === onTheWay) break;
      queue.shift();
      if ((world.home[person] ?? outside) < 0 || world.official[person] === true) continue;
      world.official[person] = true;
      yield world.line("RecogniseMember", { member: personId(person) });
    }
  }
  yield* extensions(world, pending);
}

/** A few are given half a year more, about a month before their time. */
function* extensions(world: World, { probation, extended }: Pending): Iterable<CommandLine> {
  const [first] = probation;
  if (first === undefined || !world.random.chance(0.05)) return;
  const isSoon = monthsAfter(world.admitted[first] ?? 0, 11) <= world.day;
  const isBefore = world.day < monthsAfter(world.admitted[first] ?? 0, 12);
  if (!isSoon || !isBefore || (world.home[first] ?? outside) < 0) return;
  probation.shift();
  extended.push(first);
  yield world.line("ExtendProbation", { member: personId(first), months: 6 });
}

/** The day so many months later; 29 February gives way to the 28th. */
const monthsAfter = (day: number, months: number): number => {
  const [year = 0, month = 1, date = 1] = dayText(day).split("-").map(Number);
  const whole = year * 12 + month - 1 + months;
  const first = `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, "0")}-01`;
  const next = whole + 1;
  const following = `${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, "0")}-01`;
  return dayNumber(first) + Math.min(date, dayNumber(following) - dayNumber(first)) - 1;
};

/** Someone is sent on, to be received in some days: after New Year, where that comes between. */
export function* transfer(world: World, pending: Pending): Iterable<CommandLine> {
  const person = world.someMember((one) => world.official[one] === true || isFresh(world, one));
  if (person === undefined) return;
  const from = world.home[person] ?? outside;
  const to = world.someBranch((branch, number) => holdsMembers(branch) && number !== from);
  if (to !== undefined) yield* sending(world, pending, { person, to });
}

const isFresh = (world: World, person: number): boolean =>
  (world.admitted[person] ?? 0) > world.day - 200;

export function* sending(
  world: World,
  pending: Pending,
  { person, to }: { readonly person: number; readonly to: number },
): Iterable<CommandLine> {
  world.place(person, onTheWay);
  world.at(to).awaited += 1;
  const days = 3 + world.random.below(25);
  pending.underWay.push({ person, to, due: world.day + days });
  yield world.line("TransferMember", { member: personId(person), to: branchId(to) });
}

/** Those who have been on their way for long enough arrive. */
export function* arrivals(world: World, pending: Pending): Iterable<CommandLine> {
  for (let next = pending.underWay[0]; next !== undefined; next = pending.underWay[0]) {
    if (next.due > world.day) return;
    pending.underWay.shift();
    world.at(next.to).awaited -= 1;
    world.place(next.person, next.to);
    const data = { member: personId(next.person), to: branchId(next.to) };
    yield world.line("ReceiveMember", data);
  }
}

export function* receptionFromOutside(world: World): Iterable<CommandLine> {
  const branch = world.someBranch(holdsMembers);
  if (branch === undefined) return;
  const person = world.addPerson();
  world.official[person] = true;
  world.place(person, branch);
  const from = { external: "Đảng bộ tỉnh" };
  const whole = { member: personId(person), to: branchId(branch), from, status: "official" };
  yield world.line("ReceiveMember", whole);
}

/** Someone goes: to another body, by death or wish, expelled; or should not have been admitted. */
export function* departure(world: World): Iterable<CommandLine> {
  const person = world.someMember();
  if (person === undefined) return;
  const member = personId(person);
  const isNew = world.official[person] === false && isFresh(world, person);
  const isAdmittedHere = isNew && world.admitted[person] !== undefined;
  world.place(person, outside);
  const kind = world.random.below(10);
  if (isAdmittedHere && world.at(0).since <= (world.admitted[person] ?? 0)) {
    yield world.line("AnnulAdmission", { member, reason: "Hồ sơ kết nạp không đúng" });
  } else if (kind < 4) {
    yield world.line("DepartMember", { member, to: "Đảng bộ Khối doanh nghiệp" });
  } else {
    const reason = world.random.of(["died", "resigned", "removed", "expelled"], "died");
    yield world.line("RemoveMember", { member, reason });
  }
}

/** Someone is exempted or suspended for some months, or disciplined. */
export function* standingChange(world: World, pending: Pending): Iterable<CommandLine> {
  const person = world.someMember((one) => world.official[one] === true);
  if (person === undefined) return;
  const member = personId(person);
  const kind = world.random.below(4);
  if (kind === 3) {
    const form = world.random.of(["reprimand", "warning", "removal-from-office"], "reprimand");
    world.disciplined.add(`${member}/${world.year}`);
    yield world.line("DisciplineMember", { member, form });
    return;
  }
  const [go, back] =
    kind === 2 ? ["SuspendMember", "ReinstateMember"] : ["ExemptMember", "ResumeMember"];
  world.held[person] = true;
  pending.apart.push({ person, back, due: world.day + 250 });
  yield world.line(go, { member });
}

export function* returns(world: World, pending: Pending): Iterable<CommandLine> {
  for (let next = pending.apart[0]; next !== undefined; next = pending.apart[0]) {
    if (next.due > world.day) return;
    pending.apart.shift();
    world.held[next.person] = false;
    yield world.line(next.back, { member: personId(next.person) });
  }
}
