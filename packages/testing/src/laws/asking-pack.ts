import {
  countedFacts,
  type LevelCondition,
  type RatedKind,
  type RatingPack,
} from "@tongket/core/rulebook";
import { ratingPacks } from "../vocabulary.ts";

const [shipped] = ratingPacks;
if (shipped === undefined) throw new Error("No rating pack is shipped");

const source = { instrument: "phép thử" };
const labels = { vi: "phép thử", en: "trial" };

/** Each fact that core counts, and those that histories record, asked for by the best level. */
const conditionsOf = (of: RatedKind): readonly LevelCondition[] => {
  const { memberLevels, branchLevels } = shipped.parameters;
  const levels = (of === "member" ? memberLevels : branchLevels).value.slice(0, 1);
  const facts = [...countedFacts[of].map(({ term }) => term), "score"];
  return facts.flatMap((fact) =>
    (fact === "score" ? [1, 85] : [1, 2]).map(
      (value) =>
        ({
          term: `${fact}-${value}`,
          labels,
          of,
          levels: levels.map(({ term: level }) => level),
          test: { fact, op: ">=", value },
          source,
          verification: "policy-choice",
        }) as unknown as LevelCondition,
    ),
  );
};

/** A rating pack that asks for everything that a ledger counts: no shipped one asks for all. */
export const askingPack: RatingPack = {
  ...shipped,
  pack: "asks-for-all" as RatingPack["pack"],
  parameters: {
    ...shipped.parameters,
    conditions: [...conditionsOf("member"), ...conditionsOf("branch")],
    notRated: { value: ["exempt", "suspended"], source, verification: "policy-choice" },
  },
};
