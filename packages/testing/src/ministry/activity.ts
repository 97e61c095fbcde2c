import { hashOf } from "../random.ts";
import { words } from "../vocabulary.ts";
import type { CommandLine } from "./options.ts";
import type { Pending } from "./people.ts";
import {
  branchId,
  holdsMembers,
  isCommittee,
  nobody,
  outside,
  personId,
  type World,
} from "./world.ts";

/** A routine meeting of a cell; one that was told wrongly is taken back and told anew. */
export function* meeting(world: World): Iterable<CommandLine> {
  const number = world.someBranch(holdsMembers);
  if (number === undefined) return;
  const eligible = world.at(number).members;
  const present = eligible - world.random.below(Math.max(1, Math.ceil(eligible / 8)));
  const kind = world.random.chance(0.15) ? "thematic" : "regular";
  const whole = { meeting: `meeting-${world.lines}`, branch: branchId(number), kind, eligible };
  const day = world.lateDay(number);
  if (!world.random.chance(world.density.corrected)) {
    return yield world.line("HoldMeeting", { ...whole, present }, day);
  }
  yield world.line("HoldMeeting", { ...whole, present: 0 }, day);
  const target = `${world.lines}.0`;
  yield world.line("ReverseEvent", { target, reason: "Ghi nhầm số người dự" });
  yield world.line("HoldMeeting", { ...whole, present }, day);
}

export const directiveId = (year: number, number: number): string => `directive-${year}-${number}`;

/** A cell studies a directive of the year, with members at least. */
export function* study(world: World, number: number, ordinal: number): Iterable<CommandLine> {
  const branch = world.at(number);
  if (!branch.alive || !holdsMembers(branch)) return;
  const directive = directiveId(world.year, ordinal);
  const isWide = world.random.chance(world.density.widelyStudied);
  for (const audience of isWide ? words.audiences : ["member"]) {
    const eligible = audience === "member" ? branch.members : 5 + (number % 30);
    const reached = world.random.chance(0.9) ? eligible : Math.floor(eligible * 0.8);
    const whole = { directive, branch: branchId(number), audience, year: world.year };
    yield world.line("StudyDirective", { ...whole, reached, eligible });
  }
}

/** A prospect finishes the awareness course, or a secretary the one in committee work. */
export function* training(world: World, pending: Pending): Iterable<CommandLine> {
  const number = world.someBranch(holdsMembers);
  if (number === undefined) return;
  const person = world.addPerson();
  pending.prospects.push(person);
  const whole = { person: personId(person), course: "awareness", branch: branchId(number) };
  yield world.line("CompleteTraining", whole, world.lateDay(number));
}

/** In May, most secretaries finish the course in committee work. */
export function* secretariesTrained(world: World): Iterable<CommandLine> {
  for (const [number, { alive, secretary }] of world.branches.entries()) {
    if (!alive || secretary === nobody || !world.random.chance(0.9)) continue;
    const whole = { person: personId(secretary), course: "committee-work" };
    yield world.line("CompleteTraining", { ...whole, branch: branchId(number) });
  }
}

const kindOfItem = (branch: number, year: number): string =>
  hashOf(branch, year, 7) % 2 === 0 ? "inspection" : "supervision";

/** Each committee adopts its programme of inspections of some branches directly below it. */
export function* programmes(world: World): Iterable<CommandLine> {
  const items = new Map<number, object[]>();
  const { year } = world;
  for (const [number, branch] of world.branches.entries()) {
    const { alive, parent } = branch;
    if (!alive || parent === outside || hashOf(number, year, world.seed) % 3 !== 0) continue;
    const planned = items.get(parent) ?? [];
    if (planned.length >= 20) continue;
    items.set(parent, planned);
    branch.planned = year;
    const item = { item: `item-${number}`, kind: kindOfItem(number, year), mode: "thematic" };
    planned.push({ ...item, branch: branchId(number) });
  }
  for (const [committee, list] of items) {
    const title = `Chương trình kiểm tra, giám sát năm ${year}`;
    const whole = { committee: branchId(committee), year, title, items: list };
    if (committee === 0) yield world.line("AdoptProgramme", { ...whole, draft: true });
    yield world.line("AdoptProgramme", whole);
  }
}

/** A committee inspects or supervises a branch directly below it; some branches more than once. */
export function* inspection(world: World): Iterable<CommandLine> {
  const number = world.someBranch(({ parent }) => parent !== outside);
  if (number === undefined) return;
  const { parent, planned } = world.at(number);
  const { year, random } = world;
  const id = `inspection-${world.lines}`;
  const isPlanned = planned === year;
  branchDone(world, number);
  const free = {
    kind: random.chance(0.6) ? "inspection" : "supervision",
    mode: random.of(words.inspectionModes, "regular"),
  };
  const asPlanned = {
    kind: kindOfItem(number, year),
    mode: "thematic",
    item: `item-${number}`,
  };
  const whole = { inspection: id, branch: branchId(number), by: branchId(parent) };
  yield world.line("InspectBranch", { ...whole, ...(isPlanned ? asPlanned : free) });
  if (!random.chance(0.25)) return;
  const finding = `finding-${world.lines}`;
  yield world.line("RecordFinding", { finding, inspection: id, text: "Sinh hoạt chưa đúng kỳ" });
  if (random.chance(0.5)) yield world.line("RemedyFinding", { finding });
}

/** An item is carried out once; what follows is not on the programme. */
const branchDone = (world: World, number: number): void => {
  world.at(number).planned = 0;
};

export const livingCommittees = (world: World): readonly number[] =>
  [...world.branches.keys()].filter((number) => {
    const branch = world.at(number);
    return branch.alive && isCommittee(branch) && branch.children > 0;
  });
