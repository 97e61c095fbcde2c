import { expect, test } from "vitest";
import { documentPackFaults } from "./document-pack-faults.ts";
import { pack as shipped } from "./packs/2018-36-hd-vptw.ts";

const { parameters } = shipped;

/** The rules that the shipped format breaks with another value of one parameter, and where. */
const faults = (name: keyof typeof parameters, value: unknown) =>
  documentPackFaults({
    ...shipped,
    parameters: { ...parameters, [name]: { ...parameters[name], value } },
  } as never).map(({ rule, path, facts }) => [rule, path.slice(1).join("."), facts]);

test("a shipped format has no fault", () => expect(documentPackFaults(shipped)).toEqual([]));

test("margins leave room for a line, across and down", () => {
  const margins = { top: 20, bottom: 20, left: 30, right: 15 };
  const told = (room: number) => [["MarginsLeaveNoRoom", "marginsMm.value", { room, roomMin: 50 }]];
  expect(faults("marginsMm", { ...margins, left: 145 })).toEqual([]);
  expect(faults("marginsMm", { ...margins, left: 145.1 })).toEqual(told(49.9));
  expect(faults("marginsMm", { ...margins, top: 227 })).toEqual([]);
  expect(faults("marginsMm", { ...margins, top: 277 })).toEqual(told(0));
  expect(faults("paper", { widthMm: 90, heightMm: 297 })).toEqual(told(45));
});

test("a pattern has only the places of its line, each in braces", () => {
  const number = (vi: string) => faults("number", { pattern: { vi } });
  expect(number("{number}/{code} {issuerCode}")).toEqual([]);
  const told = (place: string) => [
    [
      "PatternPlaceUnknown",
      "number.value.pattern.vi",
      { place, known: ["number", "code", "issuerCode"] },
    ],
  ];
  expect(number("Số {so}")).toEqual(told("{so}"));
  expect(number("Số {number")).toEqual(told("{number"));
  expect(number("Số number}")).toEqual(told("}"));
  expect(number("Số {day}")).toEqual(told("{day}"));
  expect(faults("placeAndDate", { pattern: { en: "{date}" } })).toMatchObject([
    ["PatternPlaceUnknown", "placeAndDate.value.pattern.en", { place: "{date}" }],
  ]);
  expect(faults("onBehalf", { pattern: { vi: "T/M {office}" } })).toHaveLength(1);
});

test("each kind of document is named once", () => {
  const [first, second, ...others] = parameters.documentKinds;
  const named = (...kinds: readonly unknown[]) =>
    documentPackFaults({
      ...shipped,
      parameters: { ...parameters, documentKinds: kinds },
    } as never).map(({ rule, path, facts }) => [rule, path.slice(1).join("."), facts["missing"]]);
  expect(named(first, ...others)).toEqual([
    ["DocumentKindsMissing", "documentKinds", ["scoreboard"]],
  ]);
  expect(named(first, second, first, ...others)).toEqual([
    ["TermRepeated", "documentKinds.2.term", undefined],
  ]);
});
