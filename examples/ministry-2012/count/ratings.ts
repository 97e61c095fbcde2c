import { type Counted, must, shareOf, type Told } from "./told.ts";
import type { CountedTree } from "./tree.ts";

interface Rated {
  readonly kind: string;
  readonly level: string;
  readonly distinction: string | undefined;
}

/** The ratings of a year as they stand after revisions, one subject after another. */
const ratingsOf = (told: readonly Told[], tree: CountedTree, year: number): readonly Rated[] => {
  const ratings = new Map<string, Rated>();
  for (const { command, said } of told) {
    const isRating = command === "AssignRating" || command === "ReviseRating";
    if (!isRating || said.year !== year) continue;
    const { member, branch } = must(said.subject);
    const kind = branch === undefined ? "member" : tree.kindOf(branch);
    const { level, distinction } = said;
    ratings.set(member ?? must(branch), { kind, level: must(level), distinction });
  }
  return [...ratings.values()];
};

/** Shares of base organisations and of members by level, in the words of the guidance of 2011. */
export const countRatings = (
  told: readonly Told[],
  tree: CountedTree,
  year: number,
): Readonly<Record<string, Counted>> => {
  let [bases, basesTop, basesExemplary] = [0, 0, 0];
  let [members, membersGood, membersExcellent] = [0, 0, 0];
  for (const { kind, level, distinction } of ratingsOf(told, tree, year)) {
    if (kind === "base-committee" || kind === "base-cell") {
      bases += 1;
      if (level === "clean-and-strong") basesTop += 1;
      if (level === "clean-and-strong" && distinction === "exemplary") basesExemplary += 1;
    }
    if (kind === "member") {
      members += 1;
      if (level === "excellent" || level === "good") membersGood += 1;
      if (level === "excellent") membersExcellent += 1;
    }
  }
  return {
    baseOrganisationsAtTop: shareOf(basesTop, bases),
    baseOrganisationsExemplary: shareOf(basesExemplary, basesTop),
    membersAtGoodOrBetter: shareOf(membersGood, members),
    membersExcellent: shareOf(membersExcellent, members),
  };
};
