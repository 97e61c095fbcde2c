import { namesIn, type RatingPack } from "@tongket/core/rulebook";
import { dayNumber, dayText } from "../days.ts";
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
  /** Whether it asks of who is rated well that nobody was disciplined. */
  readonly judgesConduct: boolean;
  /** Whether levels go by the score. */
  readonly judgesScore: boolean;
  /** It lets only so many be at the top. */
  readonly hasCaps: boolean;
}

/** The pack in force; for the years before the first shipped one, the ledger registers its own. */
export function* packInForce(world: World): Generator<CommandLine, RatingWords | undefined> {
  const inForce = ratingPackOn(dayText(world.day));
  const [first] = ratingPacks;
  if (inForce !== undefined) return wordsOf(inForce);
  if (first === undefined || dayText(world.day) > first.inForceFrom) return undefined;
  const { inForceTo: _, ...rest } = first;
  const inForceTo = dayText(dayNumber(first.inForceFrom) - 1);
  const early = { ...rest, pack: "ministry-early", inForceFrom: "1990-01-01", inForceTo };
  if (!world.earlyPack) yield world.line("RegisterRulePack", { content: early });
  world.earlyPack = true;
  return wordsOf({ ...early, parameters: first.parameters });
}

const wordsOf = ({
  pack,
  parameters,
}: Pick<RatingPack, "parameters"> & { readonly pack: string }): RatingWords => {
  const distinction = parameters.branchDistinctions.value[0];
  const asked = (parameters.conditions ?? []).flatMap(({ test }) => namesIn(test));
  return {
    pack,
    branchLevels: parameters.branchLevels.value.map(({ term }) => term),
    memberLevels: parameters.memberLevels.value.map(({ term }) => term),
    distinction: distinction && { term: distinction.term, level: distinction.level },
    judgesConduct: asked.some((name) => name.includes("disciplin")),
    judgesScore: asked.includes("score"),
    hasCaps: (parameters.caps ?? []).some(({ value }) => value !== null),
  };
};
