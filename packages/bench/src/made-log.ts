import { closeSync, openSync, writeSync } from "node:fs";
import { tagsOf } from "@tongket/core";
import { hashedText } from "@tongket/core/log";
import { headerOf } from "./pair.ts";

/** A log to be made: the same seed makes the same bytes. */
export interface LogAsked {
  readonly events: number;
  readonly seed: number;
  readonly branches?: number;
  readonly members?: number;
  readonly years?: number;
  /**
   * How many members are trained, each in their own branch, while others only move to the two
   * branches beside theirs, so that a longer log has no more accounts; by default any, anywhere.
   */
  readonly trainees?: number;
}

/** What the generator counted while it wrote, with no part of the library. */
export interface MadeCounts {
  commits: number;
  events: number;
  readonly ofType: Map<string, number>;
  /** By `branch year`: meetings held, and people reached by studies. */
  readonly meetings: Map<string, number>;
  readonly reached: Map<string, number>;
}

export interface MadeEvent {
  readonly type: string;
  readonly data: object;
  readonly effectiveOn: string;
}

const firstYear = 2004;
const levels = ["excellent", "good", "completed", "failing"];
const courses = ["awareness", "branch-secretary", "refresher"];
const audiences = ["cadre", "member", "mass"];

/** Numbers that look random and are the same again for a seed (mulberry32). */
export const randomOf = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const two = (number: number): string => String(number).padStart(2, "0");

/**
 * Writes a ledger of JSON Lines as committees of some hundred branches keep it: 15 types of events,
 * each true to its shape and its tags, 1.4 of them a commit, some 480 bytes an event. Nothing
 * decides over them: members come and go as chance will have it.
 */
export const makeLog = (path: string, asked: LogAsked): MadeCounts => {
  const { events: wanted, seed, branches = 200, members = 50_000, years = 10, trainees } = asked;
  const least = branches + members;
  if (!(wanted >= least)) throw new Error(`${wanted} events; such a log has ${least} at least`);
  const random = randomOf(seed);
  const counts: MadeCounts = {
    commits: 0,
    events: 0,
    ofType: new Map(),
    meetings: new Map(),
    reached: new Map(),
  };
  const ledger = new LedgerText(path, "bench");
  const write = (events: readonly MadeEvent[]): void => {
    for (const event of events) count(event, counts);
    counts.commits += 1;
    ledger.commit(events);
  };
  for (const batch of [establishing(branches), carryingIn(members, branches)]) {
    for (const one of batch) write([one]);
  }
  while (counts.events < wanted) {
    const dice = random(100);
    const size = Math.min(wanted - counts.events, dice < 75 ? 1 : dice < 90 ? 2 : 3 + random(2));
    const year = firstYear + Math.floor((counts.events * years) / wanted);
    write(
      Array.from({ length: size }, () => anyEvent(random, { branches, members, year, trainees })),
    );
  }
  ledger.close();
  return counts;
};

/** The text of a ledger that is written without a store. */
export class LedgerText {
  readonly #file: number;
  readonly #createdAt: number;
  #lines: string[] = [];
  #length = 0;
  #position = 0;
  #prev: string;

  constructor(path: string, id: string) {
    this.#file = openSync(path, "wx");
    const header = headerOf(id);
    this.#createdAt = Date.parse(header.createdAt);
    const { text, hash } = hashedText(header);
    this.#prev = hash;
    this.#add(text);
  }

  commit(events: readonly MadeEvent[]): void {
    this.#position += 1;
    const prev = this.#prev;
    const { text, hash } = hashedText({
      actor: `clerk-${this.#position % 40}`,
      commandHash: prev,
      commandId: `c${this.#position}`,
      events: events.map((one) => ({ ...one, tags: tagsOf(one as never), version: 1 })),
      position: this.#position,
      prev,
      recordedAt: new Date(this.#createdAt + this.#position).toISOString(),
    });
    this.#prev = hash;
    this.#add(text);
  }

  close(): void {
    this.#write();
    closeSync(this.#file);
  }

  #add(line: string): void {
    this.#lines.push(line);
    this.#length += line.length;
    if (this.#length > 1 << 20) this.#write();
  }

  #write(): void {
    writeSync(this.#file, this.#lines.map((line) => `${line}\n`).join(""));
    this.#lines = [];
    this.#length = 0;
  }
}

const count = (event: MadeEvent, counts: MadeCounts): void => {
  const { type, data, effectiveOn } = event;
  counts.events += 1;
  add(counts.ofType, type, 1);
  const { branch, reached = 0 } = data as { readonly branch?: string; readonly reached?: number };
  const key = `${branch} ${effectiveOn.slice(0, 4)}`;
  if (type === "MeetingHeld") add(counts.meetings, key, 1);
  if (type === "DirectiveStudied") add(counts.reached, key, reached);
};

const add = (sums: Map<string, number>, key: string, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount);
};

const opening = `${firstYear}-01-01`;

const establishing = (branches: number): readonly MadeEvent[] =>
  Array.from({ length: branches }, (_, at) => ({
    type: "BranchCarriedIn",
    effectiveOn: opening,
    data: { branch: branchAt(at), name: `Chi bộ ${at}`, ...placeOf(at) },
  }));

const branchAt = (at: number): string => `b${at}`;

/** One upper committee, base committees directly under it, cells under these. */
const placeOf = (at: number): { readonly kind: string; readonly parent?: string } => {
  if (at === 0) return { kind: "upper-committee" };
  if (at <= 20) return { kind: "base-committee", parent: "b0" };
  return { kind: "cell", parent: branchAt(1 + (at % 20)) };
};

function* carryingIn(members: number, branches: number): Iterable<MadeEvent> {
  for (let at = 0; at < members; at += 1) {
    const data = { member: `m${at}`, branch: branchAt(at % branches), status: "official" };
    yield { type: "MemberCarriedIn", effectiveOn: opening, data };
  }
}

interface Here {
  readonly branches: number;
  readonly members: number;
  readonly year: number;
  readonly trainees: number | undefined;
}

const anyEvent = (random: (below: number) => number, here: Here): MadeEvent => {
  const { year } = here;
  const effectiveOn = `${year}-${two(1 + random(12))}-${two(1 + random(28))}`;
  const [at, who] = [random(here.branches), random(here.members)];
  const [branch, member] = [branchAt(at), `m${who}`];
  const subject = { subject: member, subjectKind: "member", branch, year };
  const of = (type: string, data: object): MadeEvent => ({ type, data, effectiveOn });
  const dice = random(100);
  if (dice < 22) {
    const level = levels[Math.min(random(4), random(4))];
    const decided = { baseOrganisation: branch, by: branch, pack: "2011-07-hd-btctw" };
    return of("RatingAssigned", { ...subject, ...decided, level });
  }
  if (dice < 36) return of("SelfRatingSubmitted", { ...subject, level: levels[random(4)] });
  if (dice < 48) {
    return of("CriterionRecorded", { ...subject, criterion: "score", value: 50 + random(50) });
  }
  if (dice < 56) {
    const trained =
      here.trainees === undefined
        ? { person: member, branch }
        : {
            person: `m${who % here.trainees}`,
            branch: branchAt((who % here.trainees) % here.branches),
          };
    return of("TrainingCompleted", { ...trained, course: courses[random(3)], year });
  }
  if (dice < 67) {
    const [eligible, reached] = [40 + random(60), 30 + random(10)];
    const audience = audiences[random(3)];
    const directive = `d${year}-${random(6)}`;
    return of("DirectiveStudied", { directive, branch, audience, year, reached, eligible });
  }
  if (dice < 80) {
    const [eligible, present] = [20 + random(20), 10 + random(10)];
    const meeting = `${branch}-${effectiveOn}`;
    return of("MeetingHeld", { meeting, branch, kind: "regular", present, eligible });
  }
  if (dice < 84) {
    const { kind: subjectKind, parent = "b0" } = placeOf(at);
    const inspection = `i${year}-${random(100_000)}`;
    const how = { subjectKind, subjectParent: parent, by: parent, kind: "inspection" };
    return of("BranchInspected", { inspection, branch, ...how, mode: "regular", year });
  }
  return membership(random, {
    of,
    branch,
    member,
    effectiveOn,
    to: branchAt(
      here.trainees === undefined ? random(here.branches) : (at + 1 + random(2)) % here.branches,
    ),
  });
};

const membership = (
  random: (below: number) => number,
  {
    of,
    branch,
    member,
    effectiveOn,
    to,
  }: {
    readonly of: (type: string, data: object) => MadeEvent;
    readonly branch: string;
    readonly member: string;
    readonly effectiveOn: string;
    readonly to: string;
  },
): MadeEvent => {
  const dice = random(16);
  const standing = { member, branch, status: "official" };
  if (dice < 4) {
    const data = { member, branch, decidedOn: effectiveOn, ageMonths: 220 + random(300) };
    return of("MemberAdmitted", data);
  }
  if (dice < 7) return of("MemberRecognised", { member, branch, decidedOn: effectiveOn });
  if (dice < 10) return of("MemberTransferred", { member, from: branch, to, status: "official" });
  if (dice < 13) {
    return of("MemberReceived", { member, from: { branch }, to, status: "official" });
  }
  if (dice < 15) return of("MemberExempted", standing);
  return of("MemberLeft", { ...standing, reason: "died" });
};
