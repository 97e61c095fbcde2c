import { dayText } from "../days.ts";
import { ratingPackOn, ratingPacks } from "../vocabulary.ts";
import type { CommandLine } from "./options.ts";
import type { World } from "./world.ts";

/** The words a round of ratings uses: those of the pack in force on its first day. */
export interface RatingWords {
  readonly pack: string;
  readonly branchLevels: readonly string[];
  readonly memberLevels: readonly string[];
  /** A distinction, and the level it belongs to. */
  readonly distinction: { readonly term: string; readonly level: string } | undefined;
}

/** The pack in force; for a time without one, a pack of the ledger's own is registered first. */
export function* packInForce(world: World): Generator<CommandLine, RatingWords | undefined> {
  const inForce = ratingPackOn(dayText(world.day));
  const pattern = inForce ?? ratingPacks[0];
  if (pattern === undefined) return undefined;
  const { parameters } = pattern;
  const distinction = parameters.branchDistinctions.value[0];
  const found: RatingWords = {
    pack: inForce?.pack ?? `ministry-${world.year}`,
    branchLevels: parameters.branchLevels.value.map(({ term }) => term),
    memberLevels: parameters.memberLevels.value.map(({ term }) => term),
    distinction: distinction && { term: distinction.term, level: distinction.level },
  };
  if (inForce === undefined) {
    const { inForceFrom: _from, inForceTo: _to, ...rest } = pattern;
    const inForceFrom = `${world.year}-01-01`;
    const term = { pack: found.pack, inForceFrom, inForceTo: `${world.year}-12-31` };
    yield world.line("RegisterRulePack", { content: { ...rest, ...term } });
  }
  return found;
}
