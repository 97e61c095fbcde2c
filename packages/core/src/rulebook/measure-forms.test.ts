import { expect, test } from "vitest";
import { measures } from "../projections/measures.ts";
import { formOf, isCounted, measureForms, splitMeasure } from "./measure-forms.ts";

test("a measure amounts to a count or a share, of words of a vocabulary or of none", () => {
  const told = Object.keys(measureForms).map((name) => {
    const form = formOf(name);
    const word = form?.word && `/${form.word.of}${form.word.optional ? "?" : ""}`;
    return `${form?.is} ${name}${word ?? ""}`;
  });
  expect(told.toSorted()).toEqual([
    "count awardsGranted/awardCategories?",
    "count directionsSet",
    "count inspectionsHeld",
    "count meetingsHeld/meetingKinds?",
    "count membersAdmitted",
    "count peopleTrained/courses",
    "count planItems",
    "count shortcomingsNoted",
    "count supervisionsHeld",
    "declared declared",
    "share baseOrganisationsAtTop",
    "share baseOrganisationsExemplary",
    "share cellSecretariesTrained/courses",
    "share cellsInspectedAndSupervised",
    "share cellsInspectedOrSupervised",
    "share directivesReached/audiences",
    "share membersAtGoodOrBetter",
    "share membersExcellent",
  ]);
});

test("every measure has a form, and the other way", () => {
  expect(Object.keys(measureForms).toSorted()).toEqual([...measures.keys()].toSorted());
});

test("what is no measure has no form, be it a word of the language", () => {
  expect([formOf("boatsBuilt"), formOf("toString")]).toEqual([undefined, undefined]);
});

test("a name ends before its first slash", () => {
  expect(splitMeasure("awardsGranted/base-exemplary")).toEqual({
    name: "awardsGranted",
    word: "base-exemplary",
  });
  expect(splitMeasure("awardsGranted")).toEqual({ name: "awardsGranted", word: "" });
  expect(splitMeasure("a/b/c")).toEqual({ name: "a", word: "b/c" });
  expect(splitMeasure("/b")).toEqual({ name: "", word: "b" });
});

test("a count decides every measure but the one that is declared, of whatever word", () => {
  expect(["membersAdmitted", "awardsGranted/base-exemplary"].map(isCounted)).toEqual([true, true]);
  expect(["declared", "declared/x"].map(isCounted)).toEqual([false, false]);
  expect(isCounted("boatsBuilt")).toBe(true);
});
