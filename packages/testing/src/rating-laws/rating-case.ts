import type { AssessedSubject, Fact, Facts, FactValue, RatingPack } from "@tongket/core/rulebook";
import * as fc from "fast-check";
import { type FactShape, factShapes, valuesOf } from "./fact-values.ts";

/** A subject with all its facts, and the names of some that are not known at first. */
export interface RatingCase {
  readonly subject: AssessedSubject;
  readonly facts: Facts;
  readonly withheld: readonly string[];
}

interface Drawn {
  readonly pick: number;
  readonly events: readonly string[];
  readonly withheld: boolean;
}

/** Few addresses, so that one event often gives several facts. */
const addresses = ["1.0", "2.0", "3.0", "4.0"];

const drawn: fc.Arbitrary<Drawn> = fc.record({
  pick: fc.nat({ max: 5039 }),
  events: fc.uniqueArray(fc.constantFrom(...addresses), { maxLength: 2 }),
  withheld: fc.boolean(),
});

/**
 * Subjects that the pack rates, with values around every bound of the facts it reads. In full,
 * nothing is odd: every fact can be read, and no whole is 0.
 */
export const ratingCase = (
  pack: RatingPack,
  { inFull }: { readonly inFull: boolean },
): fc.Arbitrary<RatingCase> => {
  const shapes = inFull ? factShapes(pack) : [...factShapes(pack), ...standingShapes];
  return fc
    .record({ subject: subjectOf(pack), draws: fc.array(drawn, exactly(shapes.length)) })
    .map(({ subject, draws }) => ({
      subject,
      facts: factsFrom(shapes, draws, inFull),
      withheld: inFull ? [] : namesWithheld(shapes, draws),
    }));
};

const exactly = (length: number) => ({ minLength: length, maxLength: length });

const standingShapes: readonly FactShape[] = ["exempt", "suspended"].map((name) => ({
  name,
  yesNo: true,
  isPoints: false,
  bounds: [],
  partOf: [],
  isWhole: false,
}));

/** Members, and branches of every kind that a condition names and of one that none names. */
export const subjectOf = ({ parameters }: RatingPack): fc.Arbitrary<AssessedSubject> => {
  const conditions = parameters.conditions ?? [];
  const kinds = new Set(["any-kind", ...conditions.flatMap((condition) => condition.kinds ?? [])]);
  const branches = [...kinds].map((kind) => ({ of: "branch", subjectKind: kind }));
  const all = [{ of: "member", subjectKind: "member" }, ...branches];
  return fc
    .constantFrom(...all)
    .map((one) => ({ ...one, subject: "s1", year: 2025 }) as AssessedSubject);
};

const factsFrom = (
  shapes: readonly FactShape[],
  draws: readonly Drawn[],
  inFull: boolean,
): Facts => {
  const values = new Map<string, FactValue>();
  const wholeOf = (name: string): number => {
    if (!values.has(name)) values.set(name, 1);
    resolve(name);
    const value = values.get(name);
    return typeof value === "number" ? value : 1;
  };
  const resolved = new Set<string>();
  const resolve = (name: string): void => {
    const index = shapes.findIndex((shape) => shape.name === name);
    const [shape, draw] = [shapes[index], draws[index]];
    if (shape === undefined || draw === undefined || resolved.has(name)) return;
    resolved.add(name);
    const mayBe = (value: FactValue) => !inFull || !shape.isWhole || Number(value) > 0;
    const useful = valuesOf(shape, wholeOf).filter(mayBe);
    const odd: readonly FactValue[] = inFull ? [] : shape.isWhole ? [0] : ["chưa rõ"];
    const all = [...useful, ...odd];
    values.set(name, all[draw.pick % all.length] ?? 1);
  };
  for (const { name } of shapes) resolve(name);
  return new Map(
    shapes.map(({ name }, index): [string, Fact] => [
      name,
      { value: values.get(name) ?? 0, events: draws[index]?.events ?? [] },
    ]),
  );
};

const namesWithheld = (shapes: readonly FactShape[], draws: readonly Drawn[]): readonly string[] =>
  shapes.filter((_, index) => draws[index]?.withheld).map(({ name }) => name);

/** The facts of these names only. */
export const onlyFacts = (facts: Facts, names: Iterable<string>): Facts => {
  const wanted = new Set(names);
  return new Map([...facts].filter(([name]) => wanted.has(name)));
};
