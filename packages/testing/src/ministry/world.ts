import { dayNumber, dayText, instantOn } from "../days.ts";
import { Random } from "../random.ts";
import { kindOf } from "../vocabulary.ts";
import type { CommandLine, Density } from "./options.ts";

/** A branch of the generated committee; branches and members are known by their numbers. */
export interface Branch {
  kind: string;
  parent: number;
  alive: boolean;
  /** The day it came to be as it is: before that nothing is told of it late. */
  since: number;
  children: number;
  /** The first of its members; the others follow in the members' own list. */
  first: number;
  members: number;
  /** Members on their way to it. */
  awaited: number;
  secretary: number;
  /** The year in which its committee has it on the inspection programme. */
  planned: number;
  /** The year for which its committee last noted a shortcoming. */
  noted: number;
}

export const nobody = -1;
export const outside = -1;
export const onTheWay = -2;

/**
 * Everything that exists, in memory proportional to branches and members, with the day that has
 * come. All that happens is asked of it first, so that every line it writes is lawful.
 */
export class World {
  readonly random: Random;
  readonly density: Density;
  readonly seed: number;
  readonly branches: Branch[] = [];
  /** Of each member: the branch, or outside, or on the way. */
  readonly home: number[] = [];
  readonly official: boolean[] = [];
  readonly admitted: number[] = [];
  /** Held by an office, an exemption, a suspension or a pending step, so not to be moved. */
  readonly held: boolean[] = [];
  readonly #next: number[] = [];
  readonly #before: number[] = [];
  day: number;
  lines = 0;
  /** A pack for the years before the first shipped one is registered. */
  earlyPack = false;
  /** Who and what was disciplined in the running year or the one before: ids with the year. */
  disciplined = new Set<string>();
  /** The subjects rated in the last round. */
  rated = new Set<string>();
  #lastRecorded = 0;

  constructor(seed: number, density: Density, firstDay: string) {
    this.seed = seed;
    this.random = new Random(seed);
    this.density = density;
    this.day = dayNumber(firstDay);
  }

  get year(): number {
    return Number(dayText(this.day).slice(0, 4));
  }

  /** One line, recorded just after the one before, on the day that has come. */
  line(command: string, data: object, effectiveOn: number = this.day): CommandLine {
    this.lines += 1;
    const morning = this.day * 86_400_000 + 28_800_000;
    this.#lastRecorded = Math.max(morning, this.#lastRecorded + 1);
    const recordedAt = instantOn(dayText(0), this.#lastRecorded);
    return { command, effectiveOn: dayText(effectiveOn), actor: "clerk", data, recordedAt };
  }

  /** A day some time back for a fact about a branch that is told late; mostly today. */
  lateDay(branch: number): number {
    if (!this.random.chance(this.density.late)) return this.day;
    const day = this.day - 1 - this.random.below(20);
    const isSameYear = dayText(day).slice(0, 4) === dayText(this.day).slice(0, 4);
    return isSameYear && this.at(branch).since <= day ? day : this.day;
  }

  at(branch: number): Branch {
    const found = this.branches[branch];
    if (found === undefined) throw new RangeError(`No branch ${branch}`);
    return found;
  }

  addBranch(kind: string, parent: number): number {
    this.branches.push({
      kind,
      parent,
      alive: true,
      since: this.day,
      children: 0,
      first: nobody,
      members: 0,
      awaited: 0,
      secretary: nobody,
      planned: 0,
      noted: 0,
    });
    if (parent !== outside) this.at(parent).children += 1;
    return this.branches.length - 1;
  }

  /** A person who is no member yet. */
  addPerson(): number {
    this.home.push(outside);
    this.official.push(false);
    this.admitted.push(0);
    this.held.push(false);
    this.#next.push(nobody);
    this.#before.push(nobody);
    return this.home.length - 1;
  }

  /** Puts a person into a branch, taking the person out of the one before. */
  place(person: number, branch: number): void {
    const from = this.home[person] ?? outside;
    if (from >= 0) this.#unlink(person, this.at(from));
    this.home[person] = branch;
    if (branch < 0) return;
    const to = this.at(branch);
    this.#next[person] = to.first;
    this.#before[person] = nobody;
    if (to.first !== nobody) this.#before[to.first] = person;
    to.first = person;
    to.members += 1;
  }

  #unlink(person: number, branch: Branch): void {
    const [next = nobody, before = nobody] = [this.#next[person], this.#before[person]];
    if (next !== nobody) this.#before[next] = before;
    if (before === nobody) branch.first = next;
    else this.#next[before] = next;
    branch.members -= 1;
  }

  *membersOf(branch: number): Iterable<number> {
    let person = this.at(branch).first;
    while (person !== nobody) {
      const next = this.#next[person] ?? nobody;
      yield person;
      person = next;
    }
  }

  /** The nearest base organisation at or above a branch; `outside` where there is none. */
  baseOf(branch: number): number {
    for (let at = branch; at !== outside; at = this.at(at).parent) {
      if (kindOf(this.at(at).kind)?.base === true) return at;
    }
    return outside;
  }

  /** A branch that fits, found by some tries; undefined where luck was bad. */
  someBranch(fits: (branch: Branch, number: number) => boolean): number | undefined {
    for (let tries = 0; tries < 40; tries += 1) {
      const number = this.random.below(this.branches.length);
      const branch = this.at(number);
      if (branch.alive && fits(branch, number)) return number;
    }
    return undefined;
  }

  /** A member in a branch, whom nothing holds there, found by some tries. */
  someMember(fits: (person: number) => boolean = () => true): number | undefined {
    for (let tries = 0; tries < 40; tries += 1) {
      const person = this.random.below(this.home.length);
      const isFree = (this.home[person] ?? outside) >= 0 && this.held[person] === false;
      if (isFree && fits(person)) return person;
    }
    return undefined;
  }
}

export const branchId = (branch: number): string => `b${branch}`;
export const personId = (person: number): string => `p${person}`;

export const holdsMembers = ({ kind }: Branch): boolean => kindOf(kind)?.holdsMembers ?? false;
export const isCommittee = ({ kind }: Branch): boolean => !(kindOf(kind)?.cell ?? true);
