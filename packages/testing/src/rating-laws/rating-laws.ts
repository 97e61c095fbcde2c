import type { Cap, RatedKind, RatingPack } from "@tongket/core/rulebook";
import * as fc from "fast-check";
import { LawBroken } from "../laws/law-broken.ts";
import {
  floorLaw,
  isOfGoodAlone,
  mostAreFloor,
  raisingLaw,
  raisingRemovesNothing,
} from "./caps-hold.ts";
import { citedFactsSuffice, citedLaw } from "./cited-facts-suffice.ts";
import { cohortOf, twoShares } from "./cohort.ts";
import { ownJudges, type RatingJudges } from "./judges.ts";
import { bandsDoNotOverlap, bandsLaw, levelsPartition, partitionLaw } from "./levels-partition.ts";
import { onlyThePackGiven, packLaw } from "./only-the-pack-given.ts";
import { ratingCase, subjectOf } from "./rating-case.ts";
import { sharesLaw, sharesSumToOne } from "./shares-sum-to-one.ts";
import { exactLaw, verdictsAreExact } from "./verdicts-are-exact.ts";
import { monotoneLaw, verdictsAreMonotone } from "./verdicts-are-monotone.ts";

/** A law of ratings as a sentence, and as a property for fast-check in any test runner. */
export interface RatingLaw {
  readonly law: string;
  readonly property: fc.IRawProperty<unknown, false>;
}

/**
 * The laws that a rating pack obeys, for random facts around every bound that its conditions have.
 * A law of caps is left out where the pack has no cap that it speaks of.
 */
export const ratingLawsOf = (
  pack: RatingPack,
  judges: RatingJudges = ownJudges,
): readonly RatingLaw[] => {
  const partial = ratingCase(pack, { inFull: false });
  const full = ratingCase(pack, { inFull: true });
  const subject = fc.record({ subject: subjectOf(pack) });
  const rated = fc.constantFrom<RatedKind>("member", "branch");
  const cohort = rated.chain((of) =>
    fc.record({ of: fc.constant(of), cohort: cohortOf(of, pack) }),
  );
  return [
    lawOf(exactLaw, full, (one) => verdictsAreExact(one, pack, judges)),
    lawOf(monotoneLaw, partial, (one) => verdictsAreMonotone(one, pack, judges)),
    lawOf(citedLaw, partial, (one) => citedFactsSuffice(one, pack, judges)),
    lawOf(partitionLaw, full, (one) => levelsPartition(one, pack, judges)),
    lawOf(bandsLaw, subject, (one) => bandsDoNotOverlap(one, pack)),
    lawOf(packLaw, partial, (one) => onlyThePackGiven(one, pack, judges)),
    lawOf(sharesLaw, cohort, (one) => sharesSumToOne(one, pack, judges)),
    ...capLaws(pack, judges),
  ];
};

/** A law for any of the caps that it speaks of; none where there is no such cap. */
const capLaws = (pack: RatingPack, judges: RatingJudges): readonly RatingLaw[] => {
  const caps = pack.parameters.caps ?? [];
  const ofGoodAlone = caps.filter((cap) => isOfGoodAlone(cap, pack));
  const raised = (some: readonly Cap[]) =>
    fc
      .constantFrom(...some)
      .chain((cap) =>
        fc.record({ cap: fc.constant(cap), cohort: cohortOf(cap.of, pack), shares: twoShares }),
      );
  const counted = (some: readonly Cap[]) =>
    fc.record({ cap: fc.constantFrom(...some), goodOrBetter: fc.nat({ max: 150 }) });
  const laws: RatingLaw[] = [];
  if (caps.length > 0) {
    laws.push(lawOf(raisingLaw, raised(caps), (one) => raisingRemovesNothing(one, pack, judges)));
  }
  if (ofGoodAlone.length > 0) {
    laws.push(lawOf(floorLaw, counted(ofGoodAlone), (one) => mostAreFloor(one, pack, judges)));
  }
  return laws;
};

const lawOf = <Case>(
  law: string,
  arbitrary: fc.Arbitrary<Case>,
  holds: (one: Case) => void,
): RatingLaw => ({ law, property: fc.property(arbitrary, holds) });

/**
 * Tries every law of ratings on a pack, a thousand times each, and throws `LawBroken` with the
 * smallest case found: its facts, the verdict, the law. The same seed gives the same case.
 */
export const proveRatingPack = (
  pack: RatingPack,
  { runs = 1000, seed, judges }: ProofOptions = {},
): void => {
  for (const { law, property } of ratingLawsOf(pack, judges)) {
    const details = fc.check(property, {
      numRuns: runs,
      ...(seed === undefined ? {} : { seed }),
    });
    if (!details.failed) continue;
    const found = details.errorInstance;
    const facts = found instanceof LawBroken ? found.facts : { fault: String(found) };
    throw new LawBroken(law, { pack: pack.pack, ...facts, seed: details.seed });
  }
};

export interface ProofOptions {
  readonly runs?: number;
  readonly seed?: number;
  readonly judges?: RatingJudges;
}
