import { isDeepStrictEqual } from "node:util";
import { addTallies, emptyTally, equalTallies, negative, type Tally } from "@tongket/core";
import { demandEqual } from "./law-broken.ts";

/** What a sum of tallies is made of; core's own by default. */
export interface TallyGroup {
  readonly add: (a: Tally, b: Tally) => Tally;
  readonly negative: (tally: Tally) => Tally;
  readonly empty: () => Tally;
  readonly equal: (a: Tally, b: Tally) => boolean;
}

export const ownGroup: TallyGroup = {
  add: addTallies,
  negative,
  empty: emptyTally,
  equal: equalTallies,
};

/**
 * Tallies are an abelian group: sums do not depend on grouping or order, the empty tally changes
 * nothing, each tally has a negative; and equal tallies are written alike, in normal form.
 */
export const tallyIsAGroup = (
  { a, b, c }: { readonly a: Tally; readonly b: Tally; readonly c: Tally },
  { add, negative, empty, equal }: TallyGroup = ownGroup,
): void => {
  const given = structuredClone([a, b, c]);
  const same = (where: string, found: Tally, expected: Tally): void => {
    demandEqual(`tallies are an abelian group: ${where}`, { found, expected });
    demandEqual("tallies in normal form are equal", {
      found: equal(found, expected),
      expected: true,
    });
  };
  demandEqual("tallies are equal when they are written alike", {
    found: equal(a, b),
    expected: isDeepStrictEqual(a, b),
  });
  same("associative", add(add(a, b), c), add(a, add(b, c)));
  same("commutative", add(a, b), add(b, a));
  same("identity", add(a, empty()), a);
  same("inverse", add(a, negative(a)), empty());
  same("the negative of a sum", negative(add(a, b)), add(negative(a), negative(b)));
  demandEqual("adding changes no summand", { found: [a, b, c], expected: given });
};
