import { hashOf } from "../random.ts";
import type { CommandLine } from "./options.ts";
import type { RatingWords } from "./packs.ts";
import type { Pending } from "./people.ts";
import { branchId, outside, personId, type World } from "./world.ts";

/** A subject to be rated for a year, with the committee that decides. */
interface Rated {
  readonly subject: { readonly member: string } | { readonly branch: string };
  /** Decides what becomes of it; the same in every step of the round. */
  readonly luck: number;
  readonly by: string;
  readonly isMember: boolean;
  readonly exemplary: boolean;
  /** The member, or the branch or one directly below it, was disciplined in the year. */
  readonly disciplined: boolean;
}

/** Branches exemplary by luck; some are so for years on end. */
export const isExemplary = (world: World, branch: number, year: number): boolean =>
  hashOf(world.seed, branch, 1) % 10 < 3 && hashOf(world.seed, branch, year) % 10 < 8;

const levelOf = (rated: Rated, words: RatingWords): object => {
  const levels = rated.isMember ? words.memberLevels : words.branchLevels;
  const luck = rated.luck % 100;
  if (words.judgesConduct && rated.disciplined) return { level: levels.at(-1) ?? "" };
  if (rated.exemplary && words.distinction !== undefined) {
    return { level: words.distinction.level, distinction: words.distinction.term };
  }
  const limits = rated.isMember ? [15, 90, 98] : [80, 95, 99];
  const at = limits.findIndex((limit) => luck < limit);
  // Where conduct is judged or the top is capped nobody is put there, so that no rule is broken.
  const best = words.judgesConduct || words.hasCaps ? 1 : 0;
  return { level: levels[at < 0 ? levels.length - 1 : Math.max(at, best)] ?? "" };
};

/** A score; of the level where levels go by it. */
const scoreOf = (rated: Rated, level: string, words: RatingWords): number => {
  const luck = hashOf(rated.luck, 17);
  if (!words.judgesScore) return 50 + (luck % 51);
  const levels = rated.isMember ? words.memberLevels : words.branchLevels;
  return ([90, 70, 50, 30][levels.indexOf(level)] ?? 30) + (luck % 10);
};

const isDrawn = ({ luck, exemplary }: Rated, share: number): boolean =>
  (luck >>> 8) % 1000 < share * 1000 || exemplary;

/** Members at home in a living branch, then living branches but the highest, each with its luck. */
function* subjects(world: World, year: number): Iterable<Rated> {
  for (const [person, home] of world.home.entries()) {
    if (home < 0) continue;
    const base = world.baseOf(home);
    const by = branchId(base === outside ? world.at(home).parent : base);
    const luck = hashOf(world.seed, person, year, 3);
    const subject = { member: personId(person) };
    const disciplined = world.disciplined.has(`${personId(person)}/${year}`);
    yield { subject, luck, by, isMember: true, exemplary: false, disciplined };
  }
  const above = new Set(
    [...world.branches.entries()].flatMap(([branch, { parent }]) =>
      world.disciplined.has(`${branchId(branch)}/${year}`) ? [branch, parent] : [],
    ),
  );
  for (const [branch, { alive, parent }] of world.branches.entries()) {
    if (!alive || parent === outside) continue;
    const luck = hashOf(world.seed, branch, year, 5);
    const exemplary = isExemplary(world, branch, year);
    const subject = { branch: branchId(branch) };
    const disciplined = above.has(branch);
    yield { subject, luck, by: branchId(parent), isMember: false, exemplary, disciplined };
  }
}

function* drawn(world: World, year: number, exempt: ReadonlySet<string>): Iterable<Rated> {
  for (const rated of subjects(world, year)) {
    const isExempt = "member" in rated.subject && exempt.has(rated.subject.member);
    if (!isExempt && isDrawn(rated, world.density.rated)) yield rated;
  }
}

/**
 * The ratings of a year, in the weeks after it: what subjects say of themselves, what is proposed,
 * what committees decide, a few revised before the committees close, and one cap found breached.
 */
export function* ratings(
  world: World,
  pending: Pending,
  { words, year }: { readonly words: RatingWords; readonly year: number },
): Iterable<CommandLine> {
  const exempt = new Set(pending.apart.map(({ person }) => personId(person)));
  yield* steps(world, { words, year, exempt });
  world.day += 6;
  const committees = new Set<string>();
  world.rated.clear();
  for (const rated of drawn(world, year, exempt)) {
    const { subject, by, isMember } = rated;
    const level = levelOf(rated, words);
    yield world.line("AssignRating", { subject, year, ...level, by });
    committees.add(by);
    world.rated.add("member" in subject ? subject.member : subject.branch);
    // Where levels go by the score, no level but that of the score stands.
    if (words.judgesScore || hashOf(rated.luck, 11) % 200 !== 0) continue;
    const levels = isMember ? words.memberLevels : words.branchLevels;
    const to = levels.at(-1) ?? "";
    if ("level" in level && level.level === to) continue;
    const reason = "Phát hiện vi phạm sau khi xếp loại";
    yield world.line("ReviseRating", { subject, year, level: to, by, reason });
  }
  for (const { person } of pending.apart) yield* exemption(world, person, year);
  world.day += 1;
  world.disciplined.clear();
  for (const committee of committees) yield world.line("CloseRatings", { committee, year });
  const [first] = committees;
  if (first === undefined) return;
  const breach = { committee: first, year, cap: "excellent-of-good" };
  yield world.line("NoteCapBreach", { ...breach, reason: "Vượt tỷ lệ sau khi điều chỉnh" });
}

function* exemption(world: World, person: number, year: number): Iterable<CommandLine> {
  const home = world.home[person] ?? outside;
  if (home < 0) return;
  const base = world.baseOf(home);
  const by = branchId(base === outside ? world.at(home).parent : base);
  const data = { subject: { member: personId(person) }, year, by };
  yield world.line("ExemptFromRating", { ...data, reason: "Được miễn hoặc bị đình chỉ sinh hoạt" });
}

/** Self-ratings and criteria in one week, proposals in the next. */
function* steps(
  world: World,
  round: {
    readonly words: RatingWords;
    readonly year: number;
    readonly exempt: ReadonlySet<string>;
  },
): Iterable<CommandLine> {
  const { words, year, exempt } = round;
  const share = world.density.ratedInSteps;
  for (const rated of drawn(world, year, exempt)) {
    if (hashOf(rated.luck, 13) % 1000 >= share * 1000) continue;
    const { subject } = rated;
    const { level } = levelOf(rated, words) as { readonly level: string };
    yield world.line("SubmitSelfRating", { subject, year, level });
    const value = scoreOf(rated, level, words);
    yield world.line("RecordCriterion", { subject, year, criterion: "score", value });
  }
  world.day += 6;
  for (const rated of drawn(world, year, exempt)) {
    if (hashOf(rated.luck, 13) % 1000 >= share * 1000) continue;
    const { subject, by } = rated;
    const vote = { inFavour: 9, summoned: 10 };
    const level = levelOf(rated, words);
    yield world.line("ProposeRating", { subject, year, ...level, by, vote });
  }
}
