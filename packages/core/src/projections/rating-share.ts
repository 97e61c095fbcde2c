import type { RatingPack } from "../rulebook/rating-pack.ts";
import { ratingPackOf } from "../rulebook/rulebook.ts";
import { type Accounts, isAnyOn, type Wanted } from "./accounts.ts";
import type { Composition } from "./composition.ts";
import { none } from "./measure.ts";
import { type RuleUse, ruleUses } from "./rule-use.ts";
import type { YearView } from "./year-view.ts";

/** A share of the ratings of a year, by what a pack says of each rating's level. */
export interface RatingShare {
  /** Of which kinds of subject. */
  readonly subject: (kind: string) => boolean;
  readonly part: (rated: RatedWords, pack: RatingPack) => boolean;
  readonly whole?: (rated: RatedWords, pack: RatingPack) => boolean;
  /** The parameters that tell the part, and the whole, from the rest. */
  readonly rules: readonly (keyof RatingPack["parameters"] & string)[];
}

interface RatedWords {
  readonly level: string;
  readonly distinction: string;
}

type AccountsWhere = Accounts & Required<Pick<Accounts, "where">>;

export const ratingShare = (view: YearView, asked: RatingShare): Composition => {
  const { subject, part, whole = () => true } = asked;
  const ratedWhere = (wanted: RatingShare["part"]): AccountsWhere => ({
    year: view.year,
    branches: view.scope,
    words: ["rated"],
    where: (words) => {
      const [, kind, pack, level, distinction] = words as RatedAccount;
      const known = ratingPackOf(view.rulebook, pack);
      return subject(kind) && known !== undefined && wanted({ level, distinction }, known);
    },
  });
  const rated = ratedWhere(whole);
  return {
    is: "share",
    numerator: {
      counts: "sum",
      of: ratedWhere((words, pack) => whole(words, pack) && part(words, pack)),
    },
    denominator: { counts: "sum", of: rated },
    missing: "ratings",
    rules: () => rulesUsed(view, rated, asked.rules),
  };
};

/** The words of an account's name, as ratings are posted. */
type RatedAccount = readonly [
  "rated",
  kind: string,
  pack: string,
  level: string,
  distinction: string,
];

/** Of each pack that anything counted was rated under. */
const rulesUsed = (
  { rulebook, books }: YearView,
  rated: AccountsWhere,
  names: RatingShare["rules"],
): readonly RuleUse[] =>
  [...rulebook.packs.keys()].flatMap((id) => {
    const pack = ratingPackOf(rulebook, id);
    const where: Wanted = (words) => words[2] === id && rated.where(words);
    return pack && isAnyOn({ ...rated, where }, books.tally) ? ruleUses(pack, names) : [];
  });

export const isTop = ({ level }: RatedWords, pack: RatingPack): boolean =>
  pack.parameters.branchLevels.value[0]?.term === level;

export const isDistinguished = ({ distinction }: RatedWords): boolean => distinction !== none;

export const isBestMember = ({ level }: RatedWords, pack: RatingPack): boolean =>
  rank(pack, level) === 0;

export const isGoodMember = ({ level }: RatedWords, pack: RatingPack): boolean => {
  const at = rank(pack, level);
  return at >= 0 && at <= rank(pack, pack.parameters.memberGoodLevel.value);
};

const rank = ({ parameters }: RatingPack, level: string): number =>
  parameters.memberLevels.value.findIndex(({ term }) => term === level);
