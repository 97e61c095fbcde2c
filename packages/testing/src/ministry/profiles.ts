import type { CommandLine } from "./options.ts";
import { personId, type World } from "./world.ts";

/** Sealed profiles of some members, made up; one in fifty is erased again. */
export function* profiles(world: World): Iterable<CommandLine> {
  const { random, density } = world;
  for (const number of world.home.keys()) {
    if (!random.chance(density.profiled)) continue;
    const person = personId(number);
    yield world.line("ProfilePerson", { person, sealed: `made-up-${number}` });
    if (random.below(50) === 0) yield world.line("ErasePerson", { person });
  }
}
