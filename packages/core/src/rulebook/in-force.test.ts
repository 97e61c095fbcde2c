import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numRuns } from "../../test/num-runs.ts";
import { type CalendarDate, dayAfter, dayBefore } from "../kernel/date.ts";
import { inForce, lastDayOf, type Span, spanFaults } from "./in-force.ts";
import { shippedPacks } from "./packs/shipped.ts";
import type { RulePack } from "./rule-pack.ts";
import { ratingPackOn, rulebookOf } from "./rulebook.ts";

const day = (text: string): CalendarDate => text as CalendarDate;
const pattern = shippedPacks.find(({ matter }) => matter === "rating") as RulePack;
const packOf = (pack: string, from: string, to?: string): RulePack => {
  const { inForceTo: _, ...rest } = pattern;
  const end = to === undefined ? {} : { inForceTo: day(to) };
  return { ...rest, pack, inForceFrom: day(from), ...end } as RulePack;
};
const on = (packs: readonly RulePack[], text: string, registered: readonly RulePack[] = []) => {
  const found = inForce(rulebookOf("vn-party", packs, registered), "rating", day(text));
  return found.inForce === "One" ? found.pack.pack : found.inForce;
};

describe("which pack holds", () => {
  const [old, open, next] = [
    packOf("old", "2000-01-01", "2009-12-31"),
    packOf("open", "2010-01-01"),
    packOf("next", "2020-03-01"),
  ];

  test("an open one holds until the day before the next begins", () => {
    const packs = [next, old, open];
    const days = ["2009-12-31", "2010-01-01", "2020-02-29", "2020-03-01", "2999-01-01"];
    expect(days.map((one) => on(packs, one))).toEqual(["old", "open", "open", "next", "next"]);
  });

  test("a gap names the packs before and after it", () => {
    const later = packOf("later", "2011-01-01");
    const found = inForce(rulebookOf("vn-party", [old, later]), "rating", day("2010-05-01"));
    expect(found).toEqual({ inForce: "None", before: old, after: later });
    const first = inForce(rulebookOf("vn-party", [old]), "rating", day("1999-12-31"));
    expect(first).toEqual({ inForce: "None", before: undefined, after: old });
    expect(ratingPackOn(rulebookOf("vn-party", [old, later]), day("2010-05-01"))).toBeUndefined();
  });

  test("an overlap is told, and no pack is chosen from it", () => {
    const twin = packOf("twin", "2005-01-01", "2006-12-31");
    expect(on([old, twin], "2005-06-01")).toBe("Several");
    expect(on([old, twin], "2004-12-31")).toBe("old");
    const both = rulebookOf("vn-party", [old, twin]);
    expect(ratingPackOn(both, day("2005-06-01"))).toBeUndefined();
    expect(ratingPackOn(both, day("2004-12-31"))).toEqual(old);
    expect(inForce(both, "rating", day("2005-06-01"))).toEqual({
      inForce: "Several",
      packs: [old, twin],
    });
    expect(on([open, packOf("also", "2010-01-01")], "2010-01-01")).toBe("Several");
  });

  test("a registered pack holds on the days it shares with a shipped one, and no others", () => {
    const own = packOf("own", "2005-01-01", "2006-12-31");
    const days = ["2004-12-31", "2005-01-01", "2006-12-31", "2007-01-01"];
    expect(days.map((one) => on([old, open], one, [own]))).toEqual(["old", "own", "own", "old"]);
    const changed = { ...packOf("old", "2000-01-01", "2009-12-31"), title: "as registered" };
    const { packs } = rulebookOf("vn-party", [old, open], [changed]);
    expect(packs.get("old")?.title).toBe("as registered");
  });

  test("a pack of another matter or regime does not hold", () => {
    expect(on([{ ...old, regime: "chess" as never }], "2005-01-01")).toBe("None");
    const found = inForce(rulebookOf("vn-party", [old]), "award", day("2005-01-01"));
    expect(found.inForce).toBe("None");
  });
});

test("the last day of a pack is its own, or that before the next one begins", () => {
  const [old, open] = [packOf("old", "2000-01-01", "2009-12-31"), packOf("open", "2010-01-01")];
  const next = packOf("next", "2020-03-01");
  const rulebook = rulebookOf("vn-party", [next, open, old]);
  expect([old, open, next].map((one) => lastDayOf(rulebook, one))).toEqual([
    "2009-12-31",
    "2020-02-29",
    undefined,
  ]);
  expect(lastDayOf(rulebookOf("vn-party", []), open)).toBeUndefined();
});

describe("how a pack fits among the others", () => {
  const faults = (pack: RulePack, ...others: readonly RulePack[]) =>
    spanFaults(pack, others).map((one) => `${one.spans} ${one.with} ${one.from} ${one.to}`);
  const old = packOf("old", "2000-01-01", "2009-12-31");
  const open = packOf("open", "2010-01-01");

  test.each([
    ["2010-01-01", undefined, []],
    ["2010-01-02", undefined, ["gap old 2010-01-01 2010-01-01"]],
    ["2009-12-31", undefined, ["overlap old 2009-12-31 2009-12-31"]],
    ["2000-01-01", "2000-06-30", ["overlap old 2000-01-01 2000-06-30"]],
    ["1999-01-01", "1999-12-31", []],
    ["1999-01-01", "1999-12-30", ["gap old 1999-12-31 1999-12-31"]],
    ["1999-01-01", "2000-01-01", ["overlap old 2000-01-01 2000-01-01"]],
    ["1999-01-01", undefined, []],
    ["1999-01-01", "2030-01-01", ["overlap old 2000-01-01 2009-12-31"]],
  ])("from %s to %s", (from, to, expected) => {
    expect(faults(packOf("new", from, to), old)).toEqual(expected);
  });

  test("an open one gives way to a later one, and not to one of the same first day", () => {
    expect(faults(packOf("new", "2015-01-01"), old, open)).toEqual([]);
    expect(faults(packOf("new", "2010-01-01", "2010-12-31"), open)).toEqual([
      "overlap open 2010-01-01 2010-12-31",
    ]);
    expect(faults(open, old, open)).toEqual([]);
  });

  test("gaps are told before and after it, whatever else begins with it", () => {
    const [twin, later] = [
      packOf("twin", "2011-01-01", "2011-06-30"),
      packOf("later", "2020-01-01"),
    ];
    const pack = packOf("new", "2011-01-01", "2018-12-31");
    const gaps = ["gap old 2010-01-01 2010-12-31", "gap later 2019-01-01 2019-12-31"];
    expect(faults(pack, later, old)).toEqual(gaps);
    expect(faults(pack, old, later)).toEqual(gaps);
    expect(faults(pack, later, twin, old)).toEqual(["overlap twin 2011-01-01 2011-06-30", ...gaps]);
  });

  test("is told against its neighbours, in whatever order they are given", () => {
    const older = packOf("older", "1990-01-01", "1999-12-31");
    const [later, last] = [packOf("later", "2020-01-01"), packOf("last", "2030-01-01")];
    const pack = packOf("new", "2010-01-01", "2019-12-31");
    expect(faults(pack, last, later, old, older)).toEqual([]);
    expect(faults(pack, older, old, later, last)).toEqual([]);
    const [one, other] = [packOf("one", "2015-01-01"), packOf("other", "2015-01-01")];
    expect(faults(pack, old, one, other, later)).toEqual([
      "overlap one 2015-01-01 2019-12-31",
      "overlap other 2015-01-01 2019-12-31",
    ]);
  });
});

describe("for any packs", () => {
  const first = day("2000-01-01");
  const later = (from: CalendarDate, days: number): CalendarDate => {
    let at = from;
    for (let count = 0; count < days; count += 1) at = dayAfter(at);
    return at;
  };
  /** Packs that close without a gap; some are open, being ended by the next. */
  const closing = fc
    .array(fc.record({ days: fc.integer({ min: 1, max: 40 }), open: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => {
      let from = first;
      return parts.map(({ days, open }, index): RulePack => {
        const next = later(from, days);
        const pack = packOf(`p${index}`, from, open ? undefined : dayBefore(next));
        from = next;
        return pack;
      });
    });
  const anyPack = fc
    .record({ from: fc.nat(120), days: fc.integer({ min: 0, max: 60 }), open: fc.boolean() })
    .map(({ from, days, open }) => {
      const begin = later(first, from);
      return packOf("new", begin, open ? undefined : later(begin, days));
    });
  const daysToTry = Array.from({ length: 260 }, (_, at) => later(first, at));

  /** Whether on some day two packs hold, or none between days on which one does: by each day. */
  const fitsByDays = (packs: readonly RulePack[], find: typeof on): boolean => {
    const found = daysToTry.map((one) => find(packs, one));
    const held = found.map((one) => one !== "None");
    const inside = found.slice(held.indexOf(true), held.lastIndexOf(true) + 1);
    return inside.every((one) => one !== "None" && one !== "Several");
  };

  const spansAgree = (check: (pack: Span, others: readonly Span[]) => readonly unknown[]): void =>
    fc.assert(
      fc.property(closing, anyPack, (packs, pack) => {
        expect(check(pack, packs).length === 0).toBe(fitsByDays([...packs, pack], on));
      }),
      { numRuns },
    );

  test("packs that close have one pack on each day, whatever order they are given in", () => {
    fc.assert(
      fc.property(closing, fc.nat(), (packs, turn) => {
        const at = turn % packs.length;
        const turned = [...packs.slice(at), ...packs.slice(0, at)];
        expect(fitsByDays(turned, on)).toBe(true);
        for (const pack of packs) expect(spanFaults(pack, packs)).toEqual([]);
      }),
      { numRuns },
    );
  });

  test("a pack fits by its span exactly when on no day two hold, and none is left out", () =>
    spansAgree(spanFaults));

  test("a rule that lets a gap pass is caught", () => {
    const gapsPass: typeof spanFaults = (pack, others) =>
      spanFaults(pack, others).filter(({ spans }) => spans !== "gap");
    expect(() => spansAgree(gapsPass)).toThrow();
  });

  test("a rule that takes the last day for free is caught", () => {
    const lastDayIsFree: typeof spanFaults = (pack, others) =>
      spanFaults(pack, others).filter(({ spans, from, to }) => spans !== "overlap" || from < to);
    expect(() => spansAgree(lastDayIsFree)).toThrow();
  });

  test("a rulebook that takes the first of two packs is caught", () => {
    const firstWins: typeof on = (packs, text) => {
      const one = packs.find(
        ({ inForceFrom, inForceTo }) => inForceFrom <= text && text <= (inForceTo ?? "9999-12-31"),
      );
      return one?.pack ?? "None";
    };
    expect(() =>
      fc.assert(
        fc.property(closing, (packs) => {
          for (const one of daysToTry) expect(firstWins(packs, one)).toBe(on(packs, one));
        }),
      ),
    ).toThrow();
  });
});
