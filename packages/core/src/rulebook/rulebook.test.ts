import { describe, expect, test } from "vitest";
import { shippedPacks } from "./packs/shipped.ts";
import type { Matter, RulePack } from "./rule-pack.ts";
import {
  awardPackOn,
  calendarOn,
  disciplineOn,
  hasTerm,
  membershipOn,
  packHash,
  ratingPackOf,
  ratingPackOn,
  rulebookOf,
  structureOn,
} from "./rulebook.ts";

const packOf = (pack: string, part: object = {}): RulePack =>
  ({
    ...{ pack, regime: "club", matter: "rating", title: pack, parameters: {} },
    ...{ inForceFrom: "2020-01-01", ...part },
  }) as unknown as RulePack;
const day = "2020-06-01" as never;

describe("the pack in force", () => {
  test.each<readonly [Matter, (typeof structureOn | typeof ratingPackOn) & unknown]>([
    ["structure", structureOn],
    ["rating", ratingPackOn],
    ["membership", membershipOn as never],
    ["discipline", disciplineOn as never],
    ["award", awardPackOn as never],
    ["calendar", calendarOn as never],
  ])("of the matter %s is that of the day", (matter, find) => {
    const all: readonly Matter[] = [
      ...(["structure", "rating", "membership", "discipline", "award", "calendar"] as const),
    ];
    const rulebook = rulebookOf(
      "club",
      all.map((one) => packOf(one, { matter: one })),
    );
    expect(find(rulebook, day)?.pack).toBe(matter);
    expect(find(rulebook, "2019-12-31" as never)).toBeUndefined();
  });
});

describe("a rulebook", () => {
  test("holds the packs of its regime, of one id the ledger's own, else the first", () => {
    const { packs, registered, regime } = rulebookOf(
      "club",
      [
        packOf("a", { title: "first" }),
        packOf("a", { title: "second" }),
        packOf("b"),
        packOf("c", { regime: "company" }),
      ],
      [packOf("b", { title: "own" }), packOf("d", { regime: "company" })],
    );
    expect(regime).toBe("club");
    expect([...packs.values()].map(({ pack, title }) => `${pack} ${title}`)).toEqual([
      "b own",
      "a first",
    ]);
    expect([...registered]).toEqual(["b"]);
  });

  test("has those of a matter in the order of their first days, and else as given", () => {
    const of = (pack: string, inForceFrom: string, matter = "rating") =>
      packOf(pack, { inForceFrom, matter });
    const { byMatter } = rulebookOf("club", [
      of("later", "2021-01-01"),
      of("award", "2019-01-01", "award"),
      of("one", "2020-01-01"),
      of("other", "2020-01-01"),
    ]);
    expect(byMatter.get("rating")?.map(({ pack }) => pack)).toEqual(["one", "other", "later"]);
    expect(byMatter.get("award")?.map(({ pack }) => pack)).toEqual(["award"]);
  });

  test("finds a rating pack by its id, and no pack of another matter", () => {
    const rulebook = rulebookOf("club", [packOf("r"), packOf("s", { matter: "structure" })]);
    expect(ratingPackOf(rulebook, "r")?.pack).toBe("r");
    expect([ratingPackOf(rulebook, "s"), ratingPackOf(rulebook, "t")]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

test("the hash of a pack is that of what it says, in whatever order it is written", () => {
  const { pack, ...rest } = packOf("a");
  const turned = { ...rest, pack } as RulePack;
  expect(packHash(turned)).toBe(packHash(packOf("a")));
  expect(packHash(packOf("b"))).not.toBe(packHash(packOf("a")));
  expect(new Set(shippedPacks.map(packHash)).size).toBe(shippedPacks.length);
});

test("a vocabulary has its words, and one that is not stated has none", () => {
  const vocabulary = { value: [{ term: "a" }, { term: "b" }] };
  expect(["a", "b", "c"].map((term) => hasTerm(vocabulary, term))).toEqual([true, true, false]);
  expect(hasTerm(undefined, "a")).toBe(false);
});
