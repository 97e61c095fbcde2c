import type { Tally } from "../kernel/tally.ts";
import { type Accounts, isAnyOn } from "./accounts.ts";
import { count, type FigureValue, share } from "./figure.ts";
import { amountOf, type Quantity } from "./quantity.ts";
import type { RuleUse } from "./rule-use.ts";

/** What a figure is made of. Its value and its explanation both come from this. */
export type Composition =
  | {
      readonly is: "count";
      readonly count: Quantity;
      /** What is not recorded where nothing stands. */
      readonly missing: string;
      readonly rules?: () => readonly RuleUse[];
    }
  | {
      readonly is: "share";
      readonly numerator: Quantity;
      readonly denominator: Quantity;
      /** What is not recorded where there is nothing to take a share of. */
      readonly missing: string;
      /** Where nothing at all stands on these accounts, nobody kept them: unknown, and not none. */
      readonly keptBy?: { readonly accounts: Accounts; readonly missing: string };
      readonly rules?: () => readonly RuleUse[];
    }
  | { readonly is: "unknown"; readonly missing: string };

/** The value of what is so composed. */
export const figureValue = (composition: Composition, tally: Tally): FigureValue => {
  switch (composition.is) {
    case "count":
      return count(amountOf(composition.count, tally), composition.missing);
    case "share": {
      const { numerator, denominator, missing, keptBy } = composition;
      const den = amountOf(denominator, tally) ?? 0;
      if (den > 0 && keptBy !== undefined && !isAnyOn(keptBy.accounts, tally)) {
        return { is: "unknown", missing: keptBy.missing };
      }
      return share(amountOf(numerator, tally) ?? 0, den, missing);
    }
    case "unknown":
      return composition;
  }
};

/** The quantities of a composition, each by the part it plays. */
export const quantitiesOf = (
  composition: Composition,
): readonly (readonly [part: "count" | "numerator" | "denominator", quantity: Quantity])[] => {
  switch (composition.is) {
    case "count":
      return [["count", composition.count]];
    case "share":
      return [
        ["numerator", composition.numerator],
        ["denominator", composition.denominator],
      ];
    case "unknown":
      return [];
  }
};
