import { readFileSync } from "node:fs";
import {
  type AssessedSubject,
  type Assessment,
  assess,
  type ConditionVerdict,
  type Facts,
  judgeCap,
  levelShares,
  namesIn,
  type Op,
  type RatingPack,
  type Test,
} from "@tongket/core/rulebook";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LawBroken } from "../laws/law-broken.ts";
import { thousandRuns } from "../laws/thousand-runs.ts";
import { ratingPacks } from "../vocabulary.ts";
import { floorLaw, raisingLaw } from "./caps-hold.ts";
import { citedLaw } from "./cited-facts-suffice.ts";
import { ownJudges, type RatingJudges } from "./judges.ts";
import { bandsLaw, partitionLaw } from "./levels-partition.ts";
import { packLaw } from "./only-the-pack-given.ts";
import { proveRatingPack, ratingLawsOf } from "./rating-laws.ts";
import { sharesLaw } from "./shares-sum-to-one.ts";
import { exactLaw } from "./verdicts-are-exact.ts";
import { monotoneLaw } from "./verdicts-are-monotone.ts";

const file = new URL("../../test/appraisal-pack.json", import.meta.url);
const pack: RatingPack = JSON.parse(readFileSync(file, "utf8"));

/** The pack with other tests for members: by level, each a list that must hold. */
const withTests = (tests: { readonly [level: string]: readonly unknown[] }): RatingPack => {
  const [pattern] = pack.parameters.conditions ?? [];
  const conditions = Object.entries(tests).flatMap(([level, list]) =>
    list.map((each, index) => ({
      ...pattern,
      term: `${level}-${index + 1}`,
      levels: [level],
      test: each as Test,
    })),
  );
  return { ...pack, parameters: { ...pack.parameters, conditions } } as unknown as RatingPack;
};

const score = (op: Op, value: number) => ({ fact: "score", op, value });
const bands = withTests({
  excellent: [score(">=", 90)],
  good: [score(">=", 70), score("<", 90)],
  fair: [score(">=", 50), score("<", 70)],
  failing: [score("<", 50)],
});
const share = (op: Op) => ({ part: "weak", whole: "teams", op, share: { num: 1, den: 3 } });
const ofPerhapsNone = withTests({
  excellent: [{ any: [{ fact: "teams", op: "=", value: 0 }, share("<=")] }],
  good: [{ not: { all: [{ fact: "teams", op: ">", value: 0 }, share(">")] } }, score(">", 0)],
  fair: [{ fact: "weak", op: "<=", value: 2 }],
  failing: [{ fact: "weak", op: ">", value: 2 }],
});
const gap = withTests({
  excellent: [score(">=", 90)],
  good: [score(">=", 70), score("<", 90)],
  fair: [score(">", 50), score("<", 70)],
  failing: [score("<", 50)],
});
const overlap = withTests({
  excellent: [score(">=", 90)],
  good: [score(">=", 70), score("<=", 90)],
  fair: [score("<", 70)],
});

describe.each([
  ["cumulative levels", pack],
  ["levels in bands", bands],
  ["shares of what may be nothing", ofPerhapsNone],
  ...ratingPacks.map((one): [string, RatingPack] => [one.pack, one]),
])("%s", (_, own) => {
  test.each(ratingLawsOf(own).map(({ law, property }) => [law, property] as const))(
    "%s",
    (_law, property) => fc.assert(property, thousandRuns),
  );
});

type Assess = RatingJudges["assess"];

/** An assessment with every condition changed. */
const changing =
  (change: (condition: ConditionVerdict) => Partial<ConditionVerdict>): Assess =>
  (...given): Assessment => {
    const assessment = assess(...given);
    const levels = assessment.levels.map((level) => ({
      ...level,
      conditions: level.conditions.map((each) => ({ ...each, ...change(each) })),
    }));
    return { ...assessment, levels };
  };

/** An assessment under a pack in which `>` and `>=` are read as one of the two. */
const reading =
  (ops: { readonly [op: string]: Op }): Assess =>
  (subject, facts, given) => {
    const text = JSON.stringify(given, (key, value) =>
      key === "op" ? (ops[value] ?? value) : value,
    );
    const assessment = assess(subject, facts, JSON.parse(text));
    const conditions = given.parameters.conditions ?? [];
    return {
      ...assessment,
      levels: assessment.levels.map((level) => ({
        ...level,
        conditions: level.conditions.map((each) => ({
          ...each,
          condition: conditions.find(({ term }) => term === each.condition.term) ?? each.condition,
        })),
      })),
    };
  };

const absentAsZero: Assess = (subject, facts, given) => {
  const names = (given.parameters.conditions ?? []).flatMap((each) => namesIn(each.test));
  const zeros = names.map((name) => [name, { value: 0, events: [] }] as const);
  return assess(subject, new Map([...zeros, ...facts]), given);
};

const remembering = (): Assess => {
  const remembered = new Map<string, Assessment>();
  return (subject: AssessedSubject, facts: Facts, given: RatingPack) => {
    const key = JSON.stringify([subject, [...facts]]);
    const found = remembered.get(key) ?? assess(subject, facts, given);
    remembered.set(key, found);
    return found;
  };
};

const inPercent: RatingJudges["levelShares"] = (of, counts, given) =>
  levelShares(of, counts, given).map(({ level, share }) => ({
    level,
    share: share && { num: Math.round((100 * share.num) / share.den), den: 100 },
  }));

const ofNoneAsZero: RatingJudges["levelShares"] = (of, counts, given) =>
  levelShares(of, counts, given).map(({ level, share }) => ({
    level,
    share: share ?? { num: 0, den: 1 },
  }));

const rounding =
  (to: "half-up" | "ceiling"): RatingJudges["judgeCap"] =>
  (cap, counts, given) =>
    judgeCap({ ...cap, rounding: to }, counts, given);

test.each<[string, string, RatingPack, Partial<RatingJudges>]>([
  ["`>` read as `>=`", exactLaw, pack, { assess: reading({ ">": ">=" }) }],
  ["`>=` read as `>`", exactLaw, pack, { assess: reading({ ">=": ">" }) }],
  ["`>=` read as `>`", partitionLaw, bands, { assess: reading({ ">=": ">" }) }],
  ["a gap between bands", partitionLaw, gap, {}],
  ["bands that overlap", bandsLaw, overlap, {}],
  ["what is absent taken for 0", monotoneLaw, pack, { assess: absentAsZero }],
  ["nothing told as missing", monotoneLaw, pack, { assess: changing(() => ({ missing: [] })) }],
  [
    "the first fact cited only",
    citedLaw,
    pack,
    { assess: changing(({ facts }) => ({ facts: facts.slice(0, 1) })) },
  ],
  [
    "all but the first called supporting",
    citedLaw,
    pack,
    {
      assess: changing(({ facts }) => ({
        facts: facts.map((fact, index) => (index === 0 ? fact : { ...fact, role: "supporting" })),
      })),
    },
  ],
  ["a verdict remembered across packs", packLaw, pack, { assess: remembering() }],
  ["shares rounded to percents", sharesLaw, pack, { levelShares: inPercent }],
  ["shares of none taken for 0", sharesLaw, pack, { levelShares: ofNoneAsZero }],
  [
    "a cap of the others",
    raisingLaw,
    pack,
    {
      judgeCap: (cap, ...rest) => {
        const { num, den } = cap.value ?? { num: 0, den: 1 };
        return judgeCap({ ...cap, value: { num: den - num, den } }, ...rest);
      },
    },
  ],
  ["half up for down", floorLaw, pack, { judgeCap: rounding("half-up") }],
  ["up for down", floorLaw, pack, { judgeCap: rounding("ceiling") }],
  [
    "the base of good or better",
    floorLaw,
    pack,
    { judgeCap: (cap, ...rest) => judgeCap({ ...cap, base: "good-or-better" }, ...rest) },
  ],
])("%s breaks the law that %s", (_, law, own, fault) => {
  const broken = ratingLawsOf(own, { ...ownJudges, ...fault }).find((each) => each.law === law);
  expect(broken && fc.check(broken.property, thousandRuns).failed).toBe(true);
});

describe("a pack that is proved", () => {
  const faultOf = (own: RatingPack, judges?: RatingJudges): unknown => {
    try {
      proveRatingPack(own, { seed: 1, ...(judges === undefined ? {} : { judges }) });
      return undefined;
    } catch (error) {
      return error;
    }
  };

  test("and has a fault shows the smallest case as one can read it", () => {
    expect(faultOf(gap)).toBeInstanceOf(LawBroken);
    expect((faultOf(gap) as LawBroken).message).toBe(`${partitionLaw}
pack: appraisal-2025
subject: a member, 2025
facts: 
  score = 50
found: no level is open
verdict: 
  excellent: fail
    excellent-1: fail
  good: fail
    good-1: fail
    good-2: pass
  fair: fail
    fair-1: fail
    fair-2: pass
  failing: fail
    failing-1: fail
seed: 1`);
  });

  test("or has bands that overlap, names the value in both", () => {
    expect((faultOf(overlap) as LawBroken).message).toContain("score = 90");
  });

  test("by judges that fail tells of their failure", () => {
    const judges: RatingJudges = {
      ...ownJudges,
      assess: () => {
        throw new Error("no such level");
      },
    };
    expect((faultOf(pack, judges) as LawBroken).message).toContain("no such level");
  });

  test("of few runs and no caps is proved as well", () => {
    const { caps: _, ...parameters } = pack.parameters;
    expect(() => proveRatingPack({ ...pack, parameters }, { runs: 10 })).not.toThrow();
  });
});
