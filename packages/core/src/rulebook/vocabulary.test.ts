import { expect, test } from "vitest";
import type { StructurePack } from "./structure-pack.ts";
import { objectionsToTerm } from "./vocabulary.ts";

const pack = {
  parameters: {
    courses: {
      value: [
        { term: "awareness", labels: { vi: "bồi dưỡng nhận thức", en: "party awareness" } },
        { term: "committee-work", labels: { vi: "nghiệp vụ", en: "work of committees" } },
      ],
    },
    audiences: { value: [{ term: "youth", labels: {} }] },
  },
} as unknown as StructurePack;
const objections = (term: string, within: StructurePack | undefined = pack) =>
  objectionsToTerm(within, { vocabulary: "courses", term, on: "2012-01-05" as never });

test("a word of the vocabulary is not objected to", () => {
  expect([objections("awareness"), objections("committee-work")]).toEqual([[], []]);
});

test("another word is, with those that it may have meant, by their names as well", () => {
  const facts = { vocabulary: "courses", term: "awarenes" };
  expect(objections("awarenes")).toEqual([
    { refusal: "NotInVocabulary", facts: { ...facts, nearest: ["awareness"] } },
  ]);
  expect(objections("nghiệp vụ")).toMatchObject([{ facts: { nearest: ["committee-work"] } }]);
  expect(objections("dancing")).toEqual([
    { refusal: "NotInVocabulary", facts: { vocabulary: "courses", term: "dancing" } },
  ]);
});

test("a word of another vocabulary is none of this one", () => {
  expect(objections("youth")).toMatchObject([{ refusal: "NotInVocabulary" }]);
});

test("no word is known where no structure pack is in force", () => {
  const on = "2012-01-05" as never;
  expect(objectionsToTerm(undefined, { vocabulary: "courses", term: "awareness", on })).toEqual([
    { refusal: "NoStructurePackInForce", facts: { effectiveOn: "2012-01-05" } },
  ]);
});
