import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRatios, percentText, type Ratio, ratio } from "./ratio.ts";

test("there is no share of nothing", () => {
  expect(ratio(0, 0)).toBeUndefined();
  expect(ratio(0, 3)).toEqual({ num: 0, den: 3 });
});

describe("two shares", () => {
  test("are compared exactly, also where floating point sees no difference", () => {
    const half = { num: 1, den: 2 };
    expect(compareRatios(half, { num: 50, den: 100 })).toBe(0);
    expect(compareRatios({ num: 51, den: 100 }, half)).toBe(1);
    const max = Number.MAX_SAFE_INTEGER;
    expect((max - 1) / max).toBe((max - 2) / (max - 1));
    expect(compareRatios({ num: max - 1, den: max }, { num: max - 2, den: max - 1 })).toBe(1);
    expect(compareRatios({ num: max - 2, den: max - 1 }, { num: max - 1, den: max })).toBe(-1);
  });

  test("compare as their percentages do", () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = compareRatios(a, b) <= 0 ? [a, b] : [b, a];
        expect(Number(percentText(low, 2))).toBeLessThanOrEqual(Number(percentText(high, 2)));
        expect(Math.sign(compareRatios(a, b))).toBe(-Math.sign(compareRatios(b, a)) + 0);
      }),
    );
  });
});

describe("a percentage", () => {
  test.each([
    [{ num: 0, den: 7 }, 0, "0"],
    [{ num: 1, den: 3 }, 0, "33"],
    [{ num: 1, den: 3 }, 2, "33.33"],
    [{ num: 2, den: 3 }, 1, "66.7"],
    [{ num: 37, den: 38 }, 0, "97"],
    [{ num: 37, den: 38 }, 1, "97.4"],
    [{ num: 1, den: 8 }, 0, "13"],
    [{ num: 1, den: 8 }, 1, "12.5"],
    [{ num: 1, den: 200 }, 0, "1"],
    [{ num: 1, den: 201 }, 0, "0"],
    [{ num: 199, den: 200 }, 0, "100"],
    [{ num: 1, den: 1 }, 2, "100.00"],
    [{ num: 3, den: 2 }, 1, "150.0"],
    [{ num: 1, den: 2000 }, 1, "0.1"],
    [{ num: 1, den: 40_000 }, 2, "0.00"],
  ] as const)("of %o to %i decimals is %s", (part, decimals, text) => {
    expect(percentText(part, decimals)).toBe(text);
  });

  test("rounds half up exactly, where floating point would not", () => {
    expect((1.005 * 100).toFixed(0)).toBe("100");
    expect(percentText({ num: 1_005, den: 1_000 }, 0)).toBe("101");
  });

  test("lies within half a unit of its last place", () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 0, max: 6 }), (part, decimals) => {
        const scale = 10n ** BigInt(decimals);
        const text = percentText(part, decimals).replace(".", "");
        const twice = 2n * (BigInt(text) * BigInt(part.den) - 100n * scale * BigInt(part.num));
        expect(twice <= BigInt(part.den) && twice > -BigInt(part.den)).toBe(true);
      }),
    );
  });
});

const share: fc.Arbitrary<Ratio> = fc
  .tuple(fc.nat({ max: 1_000_000_000 }), fc.integer({ min: 1, max: 1_000_000_000 }))
  .map(([num, den]) => ({ num, den }));
