import { isCounted } from "./counted-facts.ts";
import { type PackFault, type Path, packFault } from "./pack-fault.ts";
import { repeatedTerms, reservedTerms, shareFaults } from "./pack-statements.ts";
import type { Cap, Criterion, RatedKind, RatingPack, Test } from "./rating-pack.ts";
import { scoreBandFaults } from "./score-bands.ts";

type Parameters = RatingPack["parameters"];

/** What is wrong with a rating pack beyond its shape. */
export const ratingPackFaults = (pack: RatingPack): readonly PackFault[] => {
  const { parameters } = pack;
  const caps = parameters.caps ?? [];
  return [
    ...levelFaults(parameters),
    ...criterionFaults(parameters.criteria?.value ?? []),
    ...conditionFaults(parameters),
    ...caps.flatMap((cap, at) => capFaults(cap, parameters, at)),
    ...repeatedTerms(caps, ["parameters", "caps"]),
    ...scoreBandFaults(pack),
  ];
};

const levelFaults = (parameters: Parameters): readonly PackFault[] => {
  const { branchLevels, memberLevels, branchDistinctions } = parameters;
  const { branchGoodLevel, memberGoodLevel } = parameters;
  const under = (name: string): Path => ["parameters", name, "value"];
  return [
    ...reservedTerms(branchLevels.value, under("branchLevels")),
    ...reservedTerms(memberLevels.value, under("memberLevels")),
    ...reservedTerms(branchDistinctions.value, under("branchDistinctions")),
    ...levelIn(parameters, "member", memberGoodLevel.value, under("memberGoodLevel")),
    ...(branchGoodLevel === undefined
      ? []
      : levelIn(parameters, "branch", branchGoodLevel.value, under("branchGoodLevel"))),
    ...branchDistinctions.value.flatMap(({ level }, at) =>
      levelIn(parameters, "branch", level, [...under("branchDistinctions"), at, "level"]),
    ),
  ];
};

const levelIn = (
  { branchLevels, memberLevels }: Parameters,
  of: RatedKind,
  level: string,
  path: Path,
): readonly PackFault[] => {
  const known = (of === "branch" ? branchLevels : memberLevels).value.map(({ term }) => term);
  return known.some((term) => term === level)
    ? []
    : [packFault("LevelUnknown", path, level, { known })];
};

/** Criteria of branches and of members are told apart, so that a name may be in both. */
const criterionFaults = (criteria: readonly Criterion[]): readonly PackFault[] =>
  criteria.flatMap(({ term, of }, at) => {
    const path = ["parameters", "criteria", "value", at, "term"];
    const before = criteria.slice(0, at).some((one) => one.term === term && one.of === of);
    if (before) return [packFault("TermRepeated", path, term)];
    return isCounted(of, term) ? [packFault("FactIsCounted", path, term)] : [];
  });

const conditionFaults = (parameters: Parameters): readonly PackFault[] => {
  const conditions = parameters.conditions ?? [];
  const criteria = parameters.criteria?.value ?? [];
  const path = ["parameters", "conditions"];
  return [
    ...repeatedTerms(conditions, path),
    ...conditions.flatMap(({ of, levels, test }, at) => [
      ...levels.flatMap((level, which) =>
        levelIn(parameters, of, level, [...path, at, "levels", which]),
      ),
      ...testFaults(
        test,
        criteria.filter((one) => one.of === of),
        of,
        [...path, at, "test"],
      ),
    ]),
  ];
};

const testFaults = (
  test: Test,
  criteria: readonly Criterion[],
  of: RatedKind,
  path: Path,
): readonly PackFault[] => {
  const inside = (one: Test, ...steps: Path): readonly PackFault[] =>
    testFaults(one, criteria, of, [...path, ...steps]);
  if ("all" in test) return test.all.flatMap((one, at) => inside(one, "all", at));
  if ("any" in test) return test.any.flatMap((one, at) => inside(one, "any", at));
  if ("not" in test) return inside(test.not, "not");
  type Rule = "FactNotYesNo" | "FactNotNumber";
  const fact = (name: string, key: string, rule: Rule): readonly PackFault[] => {
    const type = isCounted(of, name) ? "count" : criteria.find(({ term }) => term === name)?.type;
    const at = [...path, key];
    if (type === undefined) return [packFault("FactUnknown", at, name)];
    const isNumber = type === "count" || type === "points";
    const fits = rule === "FactNotNumber" ? isNumber : type === "yes-no";
    return fits ? [] : [packFault(rule, at, name, { type })];
  };
  if ("is" in test) return fact(test.fact, "fact", "FactNotYesNo");
  if ("fact" in test) return fact(test.fact, "fact", "FactNotNumber");
  return [
    ...fact(test.part, "part", "FactNotNumber"),
    ...fact(test.whole, "whole", "FactNotNumber"),
  ];
};

const capFaults = (cap: Cap, parameters: Parameters, at: number): readonly PackFault[] => {
  const path = ["parameters", "caps", at];
  const { of, part, base, value, exceptional } = cap;
  const isGood = base === "good-only" || base === "good-or-better";
  const unmarked = isGood && of === "branch" && parameters.branchGoodLevel === undefined;
  return [
    ...("level" in part
      ? levelIn(parameters, of, part.level, [...path, "part", "level"])
      : distinctionIn(parameters, of, part.distinction, [...path, "part", "distinction"])),
    ...(unmarked ? [packFault("GoodLevelMissing", [...path, "base"], base)] : []),
    ...(value === null ? [] : shareFaults(value, [...path, "value"])),
    ...(exceptional === undefined
      ? []
      : shareFaults(exceptional.value, [...path, "exceptional", "value"])),
  ];
};

/** Members have no distinctions. */
const distinctionIn = (
  { branchDistinctions }: Parameters,
  of: RatedKind,
  distinction: string,
  path: Path,
): readonly PackFault[] => {
  const known = of === "member" ? [] : branchDistinctions.value.map(({ term }) => term);
  return known.some((term) => term === distinction)
    ? []
    : [packFault("DistinctionUnknown", path, distinction, { known })];
};
