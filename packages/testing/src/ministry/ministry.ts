import { dayNumber } from "../days.ts";
import {
  inspection,
  meeting,
  programmes,
  secretariesTrained,
  study,
  training,
} from "./activity.ts";
import { opening } from "./opening.ts";
import { type CommandLine, type MinistryOptions, usualDensity } from "./options.ts";
import { branchChange, replacement, vacantSeat } from "./organisation.ts";
import { packInForce } from "./packs.ts";
import {
  admission,
  arrivals,
  departure,
  nothingPending,
  type Pending,
  receptionFromOutside,
  recognitions,
  returns,
  standingChange,
  transfer,
} from "./people.ts";
import { profiles } from "./profiles.ts";
import { ratings } from "./ratings.ts";
import { beginning, review, shortcomingsRemedied, targetsLookedAt } from "./review.ts";
import { holdsMembers, World } from "./world.ts";

/**
 * The years of a made-up committee, as lines of a command file in the order of recording. Every
 * line is lawful after those above it, and the same options give the same lines. They are made as
 * they are taken, in memory proportional to branches and members, however many lines there are.
 */
export function* ministry(options: MinistryOptions): Generator<CommandLine, void> {
  const { seed, branches, members, years, firstYear = 2012 } = options;
  if (branches < 5) throw new RangeError(`${branches} branches: at least 5 are needed`);
  const density = { ...usualDensity, ...options.density };
  const world = new World(seed, density, `${firstYear}-01-01`);
  const pending = nothingPending();
  yield* opening(world, pending, { branches, members });
  yield* profiles(world);
  for (let year = firstYear; year < firstYear + years; year += 1) {
    yield* beginning(world);
    yield* daysOf(world, pending, year);
    yield* yearClosed(world, pending, year);
  }
}

/** From late January, when the year before is closed, to the end of the year, day by day. */
function* daysOf(world: World, pending: Pending, year: number): Iterable<CommandLine> {
  const [first, last] = [dayNumber(`${year}-01-27`), dayNumber(`${year}-12-31`)];
  const works = worksOf(world, pending);
  for (world.day = first; world.day <= last; world.day += 1) {
    const at = world.day - first;
    yield* arrivals(world, pending);
    yield* recognitions(world, pending);
    yield* returns(world, pending);
    if (at === 10) yield* programmes(world);
    if (at === 80) yield* shortcomingsRemedied(world);
    if (at === 110) yield* secretariesTrained(world);
    if (at === 320) yield* targetsLookedAt(world);
    for (const { times, once } of works) {
      const days = last - first + 1;
      const [done, due] = [at, at + 1].map((part) => Math.floor((times * part) / days));
      for (let step = done ?? 0; step < (due ?? 0); step += 1) yield* once(step);
    }
  }
}

/** What happens all through a year: how many times, and what. */
interface Work {
  readonly times: number;
  readonly once: (step: number) => Iterable<CommandLine>;
}

const worksOf = (world: World, pending: Pending): readonly Work[] => {
  const { density } = world;
  const all = world.branches.length;
  const branches = world.branches.filter(({ alive }) => alive).length;
  const cells = world.branches.filter((branch) => branch.alive && holdsMembers(branch)).length;
  const members = world.branches.reduce((sum, branch) => sum + branch.members, 0);
  const work = (times: number, once: Work["once"]): Work => ({ times: Math.ceil(times), once });
  return [
    work(density.directives * all, (step) => study(world, step % all, Math.floor(step / all))),
    work(density.meetingsPerCell * cells, () => meeting(world)),
    work(density.trainedPerMember * members, () => training(world, pending)),
    work(density.admissionsPerMember * members, () => admission(world, pending)),
    work(density.transfersPerMember * members, () => transfer(world, pending)),
    work((density.transfersPerMember * members) / 5, () => receptionFromOutside(world)),
    work(density.departuresPerMember * members, () => departure(world)),
    work(density.standingChangesPerMember * members, () => standingChange(world, pending)),
    work(density.inspectionsPerBranch * branches, () => inspection(world)),
    work(density.changesPerBranch * branches, () => branchChange(world, pending)),
    work(density.officersReplaced * branches, () => replacement(world)),
    work((density.officersReplaced * branches) / 2, () => vacantSeat(world)),
  ];
};

/** January: the ratings of the year gone by, then its review. */
function* yearClosed(world: World, pending: Pending, year: number): Iterable<CommandLine> {
  world.day = dayNumber(`${year + 1}-01-02`);
  const words = yield* packInForce(world);
  if (words === undefined) return;
  world.day += 1;
  yield* ratings(world, pending, { words, year });
  world.day = dayNumber(`${year + 1}-01-22`);
  yield* review(world, { pack: words.pack, year });
}
