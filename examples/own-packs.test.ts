import { readdirSync, readFileSync } from "node:fs";
import {
  packFaultsAmong,
  type RatingPack,
  type RulePack,
  shippedPacks,
} from "@tongket/core/rulebook";
import { describe, expect, test } from "vitest";
import { fileOf, ownExamples, packsOf } from "./own-packs.ts";

/** Every text of core: its sources, its messages, its shipped packs and its tests. */
const core = new URL("../packages/core/src/", import.meta.url);
const coreText = readdirSync(core, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readFileSync(new URL(path, core), "utf8"))
  .join("\n")
  .toLowerCase();

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What core asks each organisation for, and so knows by name. */
const askedByCore = new Set(
  shippedPacks.flatMap((pack) =>
    pack.matter === "structure"
      ? (pack.parameters.commonWords?.value ?? []).map(({ term }): string => term)
      : [],
  ),
);

/** The terms and labels of every vocabulary, criterion, condition and cap in a value. */
const wordsIn = (value: Json): readonly string[] => {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  const { term, labels, ...rest } = value as { readonly [key: string]: Json };
  const own = typeof term === "string" && !askedByCore.has(term) ? [term] : [];
  return [
    ...own,
    ...(Object.values(labels ?? {}) as string[]),
    ...Object.values(rest).flatMap(wordsIn),
  ];
};

const wordsOf = (pack: RulePack): readonly string[] => [
  pack.pack,
  pack.regime,
  pack.title,
  ...wordsIn(pack.parameters as unknown as Json),
];

/** Whether a text has the word whole: `firm` is not in `confirmed`. */
const hasWord = (text: string, word: string): boolean => {
  const escaped = word.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}-])${escaped}(?![\\p{L}\\p{N}-])`, "u").test(text);
};

const levelsIn = ({ parameters }: RatingPack): readonly string[] => {
  const { branchLevels, memberLevels, branchDistinctions } = parameters;
  return wordsIn([branchLevels, memberLevels, branchDistinctions] as unknown as Json);
};

/** What a Vietnamese party calls its own: its members, cells, leaders, and what they are rated. */
const partyWords = [
  ..."đảng|chi bộ|cấp ủy|bí thư|quần chúng|đoàn thể|dự bị|chính thức|sinh hoạt|kết nạp".split("|"),
  ..."party|cell|cells|secretary|secretaries|probationary|official|committee".split("|"),
  ...shippedPacks.flatMap((pack) => [
    pack.pack,
    pack.regime,
    ...(pack.matter === "rating" ? levelsIn(pack) : []),
    ...(pack.matter === "structure" ? wordsIn(pack.parameters.branchKinds as unknown as Json) : []),
  ]),
];

describe.each(ownExamples)("%s", (example) => {
  const packs = packsOf(example);

  test("its packs stand together", () => {
    expect(packs.flatMap((pack) => packFaultsAmong(pack, [...shippedPacks, ...packs]))).toEqual([]);
  });

  test("its commands register what its packs say", () => {
    const lines = fileOf(example, "commands.jsonl").trimEnd().split("\n");
    const registered = lines
      .map((line) => JSON.parse(line) as { command: string; data: { content: RulePack } })
      .filter(({ command }) => command === "RegisterRulePack")
      .map(({ data }) => data.content);
    expect(new Set(registered)).toEqual(new Set(packs));
  });

  test("core knows none of its ids, terms and words", () => {
    const words = [...new Set(packs.flatMap(wordsOf))];
    expect(words.length).toBeGreaterThan(60);
    expect(words.filter((word) => hasWord(coreText, word))).toEqual([]);
  });

  test.each(["report", "scoreboard"])("its %s has no word of a party", (name) => {
    for (const lang of ["vi", "en"]) {
      const text = fileOf(example, `${name}.${lang}.md`).toLowerCase();
      expect(partyWords.filter((word) => hasWord(text, word))).toEqual([]);
    }
  });
});

test("the words of a party are found where they stand", () => {
  const review = readFileSync(new URL("review-2012/report.vi.md", import.meta.url), "utf8");
  const found = partyWords.filter((word) => hasWord(review.toLowerCase(), word));
  expect(found).toEqual(expect.arrayContaining(["đảng", "chi bộ", "cấp ủy", "bí thư"]));
  expect(hasWord(coreText, "trong sạch vững mạnh")).toBe(true);
});
