import * as Schema from "effect/Schema";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allEvents } from "../log/event-catalogue.ts";
import { CalendarDate, Instant } from "./date.ts";
import { faultFinder, guardOf, strictly } from "./guard.ts";
import { BranchId } from "./ids.ts";
import { Count, Label } from "./text.ts";

const interpreted = (schema: Schema.Codec<unknown>) => {
  const decode = Schema.decodeUnknownResult(schema, strictly);
  return (value: unknown) => decode(value)._tag === "Success";
};

/** Values that shapes are made of, and some that none takes. */
const atoms: readonly unknown[] = [
  ...["b1", "", "a b", "x".repeat(97), "person:p1", "1.0", "inspection", "official", "good"],
  ...["2012-02-29", "2011-02-29", "2012-13-01", "1899-01-01", "2012-03-01T00:00:00.000Z", "\ud800"],
  ...[0, 1, 2012, -1, 0.5, 1e9, 1e9 + 1, 2 ** 53, true, false, null],
];

const near = (names: readonly string[]): fc.Arbitrary<unknown> => {
  const atom = fc.constantFrom(...atoms);
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      { arbitrary: atom, weight: 5 },
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 4 }),
    ),
  }));
  return value;
};

const shapes: Readonly<Record<string, Schema.Codec<unknown>>> = {
  text: Schema.String,
  "a branded text with a pattern": BranchId,
  "a text with two checks": Label,
  day: CalendarDate,
  instant: Instant,
  number: Schema.Number,
  "a number with two checks": Count,
  "yes or no": Schema.Boolean,
  "one word": Schema.Literal("good"),
  "one of some words": Schema.Literals(["good", "official", 1]),
  "nothing or a number": Schema.NullOr(Schema.Int),
  list: Schema.Array(BranchId),
  "list that is checked": Schema.Array(Schema.Int).check(Schema.isMinLength(1)),
  tuple: Schema.Tuple([Schema.Int, BranchId]),
  "tuple that goes on": Schema.TupleWithRest(Schema.Tuple([Schema.Int]), [BranchId]),
  "object of one member and any others": Schema.StructWithRest(Schema.Struct({ a: Schema.Int }), [
    Schema.Record(Schema.String, Schema.Int),
  ]),
  "object of any members": Schema.Record(Schema.String, Schema.Int),
  "object of one member at least": Schema.Struct({ a: Schema.optionalKey(Schema.Int) }).check(
    Schema.makeFilter((value: { readonly a?: number }) => value.a !== undefined),
  ),
  "object without members": Schema.Struct({}),
  "objects in lists": Schema.Array(
    Schema.Struct({ a: Schema.Int, b: Schema.optionalKey(Schema.Array(BranchId)) }),
  ),
  "one of two objects": Schema.Union([
    Schema.Struct({ a: Schema.Int }),
    Schema.Struct({ b: Schema.Struct({ a: BranchId }), c: Schema.optionalKey(Schema.Int) }),
  ]),
  "just one of two objects": Schema.Union(
    [Schema.Struct({ a: Schema.Int }), Schema.Struct({ a: Schema.Number })],
    { mode: "oneOf" },
  ),
  "just one of two numbers": Schema.Union([Schema.Int, Schema.Number], { mode: "oneOf" }),
  "an object in itself": Schema.Struct({
    a: Schema.optionalKey(Schema.Array(Schema.suspend((): Schema.Codec<unknown> => Schema.Int))),
  }),
  declared: Schema.declare((value): value is object => typeof value === "object"),
  anything: Schema.Unknown,
};

describe("a guard takes what the interpreter takes", () => {
  test.each(Object.entries(shapes))("of a shape: %s", (_, schema) => {
    const [guard, reference] = [guardOf(schema), interpreted(schema)];
    for (const value of atoms) expect([value, guard(value)]).toEqual([value, reference(value)]);
    const values = near(["a", "b", "c", "__proto__"]);
    fc.assert(fc.property(values, (value) => guard(value) === reference(value)));
  });

  test("of every type of event", () => {
    const isTaken = allEvents.map((one) =>
      agreesOn(one.schema as unknown as Schema.Codec<unknown>),
    );
    // So that it is no matter of refusals alone.
    expect(isTaken.filter((is) => is).length).toBeGreaterThan(allEvents.length / 2);
  });
});

/** Holds the guard to data that are nearly events', and gives whether some of them were taken. */
const agreesOn = (schema: Schema.Codec<unknown>): boolean => {
  const [guard, reference] = [guardOf(schema), interpreted(schema)];
  const { ast } = schema;
  const properties = ast._tag === "Objects" ? ast.propertySignatures : [];
  const names = properties.map(({ name }) => String(name));
  const any = near([...names, "branch", "person", "item"]);
  const members = fc.tuple(
    ...properties.map(({ type }) => {
      const takes = interpreted(Schema.make(type));
      const fitting = atoms.filter(takes);
      const some = fc.constantFrom(...(fitting.length === 0 ? [[]] : fitting));
      return fc.option(fc.oneof({ arbitrary: some, weight: 20 }, any), { freq: 20 });
    }),
  );
  let isTaken = false;
  fc.assert(
    fc.property(members, fc.constantFrom(null, null, null, 1), (values, other) => {
      const all = [...names, "other"].map((name, at) => [name, [...values, other][at]] as const);
      const data = Object.fromEntries(all.filter(([, one]) => one !== null));
      isTaken ||= reference(data);
      return guard(data) === reference(data);
    }),
  );
  return isTaken;
};

test("what is wrong with a value is told as the interpreter tells it", () => {
  const faultsIn = faultFinder(Schema.Struct({ year: Schema.Int, branch: BranchId }) as never);
  expect(faultsIn({ year: 2012, branch: "b1" })).toEqual([]);
  const paths = faultsIn({ year: "2012", other: 1 }).map(({ path }) => path.join("."));
  expect(paths.toSorted()).toEqual(["branch", "other", "year"]);
});
