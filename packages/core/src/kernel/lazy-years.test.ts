import { expect, test, vi } from "vitest";
import { LazyYears } from "./lazy-years.ts";

const held = [
  [2012, "second"],
  [2011, "first"],
] as const;

const lazy = () => {
  const years = new LazyYears<string>();
  const make = vi.fn((account: string) => account);
  for (const [year, account] of held) years.setLater(year, () => make(account));
  return { years, make };
};

test.each<[string, (years: ReadonlyMap<number, string>) => unknown]>([
  ["what stands there", (years) => [years.get(2012), years.get(2011), years.get(2010)]],
  ["whether it stands there", (years) => [years.has(2012), years.has(2010), years.size]],
  ["its keys", (years) => [...years.keys()]],
  ["its values", (years) => [...years.values()]],
  ["its entries", (years) => [...years.entries()]],
  ["all of it", (years) => [...years]],
  ["a copy", (years) => new Map(years)],
  [
    "each in turn",
    (years) => {
      const all: unknown[] = [];
      years.forEach((account, year, of) => void all.push([account, year, of === years]));
      return all;
    },
  ],
])("they answer as a Map does: %s", (_, ask) => {
  expect(ask(lazy().years)).toEqual(ask(new Map(held)));
});

test("each is made when it is first asked for, once", () => {
  const { years, make } = lazy();
  expect([years.size, years.has(2012), ...years.keys()]).toEqual([2, true, 2012, 2011]);
  expect(make).not.toHaveBeenCalled();
  for (let times = 0; times < 2; times += 1) expect(years.get(2011)).toBe("first");
  expect(make.mock.calls).toEqual([["first"]]);
  for (let times = 0; times < 2; times += 1) expect([...years]).toEqual(held);
  expect(make).toHaveBeenCalledTimes(2);
});

test("what is put or taken out meanwhile holds", () => {
  const { years, make } = lazy();
  years.set(2012, "other");
  years.set(2013, "third");
  expect(years.delete(2011)).toBe(true);
  expect([...years]).toEqual([
    [2012, "other"],
    [2013, "third"],
  ]);
  expect(make).not.toHaveBeenCalled();
});

test("a clone is refused until all were made", () => {
  const { years } = lazy();
  expect(() => structuredClone(years)).toThrow("could not be cloned");
  expect([...years.values()]).toHaveLength(2);
  expect(structuredClone(years)).toEqual(new Map(held));
});
