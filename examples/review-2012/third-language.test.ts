import {
  type DocumentValue,
  formatPlaced,
  mapText,
  plainText,
  readManifest,
} from "@tongket/core/report";
import { shippedPacks } from "@tongket/core/rulebook";
import { readMarkdown, renderMarkdown } from "@tongket/render-markdown";
import { differences } from "@tongket/report-check";
import { expect, test, vi } from "vitest";
import { marked } from "./made-up-language.ts";
import { facts, namelessReviewOf, read } from "./read-review.ts";

/** One more language is one more line where they are named: here for this test alone. */
vi.mock("../../packages/core/src/messages/lang.ts", async (original) => {
  const { languages: spoken } = await original<typeof import("@tongket/core/messages")>();
  const { madeUp } = await import("./made-up-language.ts");
  const all = { ...spoken, xx: madeUp(spoken.en) };
  return { languages: all, langs: Object.keys(all) as never };
});

const lang = "xx" as DocumentValue["lang"];
const review = namelessReviewOf(facts, lang);

/** The words that a document shows in any place in other letters than those of the language. */
const wordsOf = (document: DocumentValue): ReadonlySet<string> => {
  const words = new Set<string>();
  const take = (text: string): string => {
    for (const [word] of text.matchAll(latin)) words.add(word.toLowerCase());
    return text;
  };
  mapText(document, take);
  for (const { blocks } of [...document.sections, ...document.annexes]) {
    for (const block of blocks) {
      if (block.block === "table") {
        for (const cell of block.rows.flat()) take(plainText(cell, document.lang));
      }
    }
  }
  return words;
};

const latin = /[[\p{Script=Latin}\p{M}]--[\uff21-\uff3a\uff41-\uff5a]]{2,}/gv;

/** What organisations and their rules are called is data, in the languages that it is in. */
const data = (): ReadonlySet<string> => {
  const packs = JSON.stringify(shippedPacks, (name, value) => (name === "en" ? undefined : value));
  const ledger = read("ledger.jsonl");
  const all = `${packs} ${ledger}`.normalize("NFC").matchAll(latin);
  return new Set([...all].map(([word]) => word.toLowerCase()));
};

test("a third language is spoken throughout: no word of another one is left but data", () => {
  const known = data();
  const left = [...wordsOf(review)].filter((word) => !known.has(word));
  expect(left).toEqual([]);
  expect(wordsOf(review).size).toBeGreaterThan(300);
  expect(review.title).toBe(marked("Review of the year 2012 and tasks of 2013"));
});

test("its numbers and days are written as its own, and what is written is read back", async () => {
  const text = renderMarkdown(review);
  expect(text).toContain("*97 ‰%*");
  expect(text).toContain("2013.1.23");
  expect(formatPlaced({ is: "share", num: 1235, den: 1236 }, lang)).toBe("99·9 ‰% (1’235/1’236)");
  const read = { render: renderMarkdown, read: readMarkdown };
  const found = readMarkdown(new TextEncoder().encode(text));
  expect(await differences(review, found.text, read)).toEqual([]);
  expect(readManifest(found.manifest ?? "")?.lang).toBe("xx");
});
