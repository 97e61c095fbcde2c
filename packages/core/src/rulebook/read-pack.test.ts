import { describe, expect, test } from "vitest";
import { documentKinds } from "./document-pack.ts";
import { matters, readPack } from "./read-pack.ts";
import type { Matter } from "./rule-pack.ts";

const sourced = { source: { instrument: "Rules of the club" }, verification: "policy-choice" };
const stated = (value: unknown) => ({ ...sourced, value });
const word = (term: string) => ({ term, labels: { en: term, vi: term } });
const half = { num: 1, den: 2 };
const vote = { op: ">=", share: half, of: "summoned" };
const condition = {
  ...{ ...word("honest"), of: "member", levels: ["good"], ...sourced },
  test: { fact: "score", op: ">=", value: 1 },
};
const cap = {
  ...{ ...word("few"), of: "member", part: { level: "good" }, base: "rated", value: half },
  ...{ rounding: "floor", ...sourced },
};
const eligibility = {
  ...{ category: "best", recipient: { member: true }, anyOf: [{ level: "good" }] },
  ...{ yearsRunning: 1, ...sourced },
};
const kind = {
  ...{ ...word("club"), under: [], root: true },
  ...{ base: false, cell: false, holdsMembers: true },
};
const empty = stated([]);
const style = { sizePt: 12 };
const setLine = (member: object) => stated({ ...member, style });
const documentKind = (term: string) => ({ ...word(term), ...sourced });
const least: { readonly [M in Matter]: object } = {
  structure: {
    ...{ branchKinds: stated([kind]), bodyKinds: empty, offices: empty, courses: empty },
    ...{ audiences: empty, meetingKinds: empty, inspectionModes: empty, leavingReasons: empty },
    ...{ branchDisciplineForms: empty, memberDisciplineForms: empty, awardForms: empty },
    ...{ awardCategories: empty, probationMonths: stated(6) },
  },
  rating: {
    ...{ branchLevels: stated([word("good")]), memberLevels: stated([word("good")]) },
    ...{ branchDistinctions: empty, memberGoodLevel: stated("good") },
    criteria: stated([{ ...word("score"), type: "points", of: "member" }]),
  },
  membership: {},
  discipline: {},
  award: { eligibility: [] },
  calendar: { restDays: empty, holidays: empty },
  document: {
    ...{ paper: stated({ widthMm: 210, heightMm: 297 }), justified: stated(false) },
    ...{ marginsMm: stated({ top: 20, bottom: 20, left: 20, right: 20 }) },
    ...{ fontFamilies: stated(["serif"]), body: stated({ sizePt: 11 }), superior: stated(style) },
    ...{ issuer: stated(style), typeLine: stated(style), subject: stated(style) },
    ...{ number: setLine({ pattern: {} }), placeAndDate: setLine({ pattern: {} }) },
    ...{ onBehalf: setLine({ pattern: {} }), office: stated(style), signatory: stated(style) },
    ...{ recipientsLabel: setLine({ text: {} }), recipient: stated(style) },
    documentKinds: documentKinds.map(documentKind),
  },
};
/** A pack that says the least that one of its matter must, and these besides. */
const packOf = (matter: Matter, parameters: object = {}, part: object = {}) => ({
  ...{ pack: `club-${matter}`, regime: "club", matter, title: "Rules", inForceFrom: "2020-01-01" },
  parameters: { ...least[matter], ...parameters },
  ...part,
});
/** Each fault by its rule and place, with what was expected there. */
const faults = (matter: Matter, parameters: object, part: object = {}): readonly string[] => {
  const read = readPack(packOf(matter, parameters, part));
  if (read.read === "Pack") return [];
  return read.faults.map(({ rule, path, facts }) =>
    [rule, path.join("."), ...("expected" in facts ? [facts["expected"]] : [])].join(" "),
  );
};

describe("what a pack may say", () => {
  test.each(matters)("of the matter %s is little", (matter) => {
    expect(readPack(packOf(matter))).toMatchObject({ read: "Pack" });
  });

  test("is of seven matters", () => {
    expect(matters).toEqual([
      ...["structure", "rating", "membership", "discipline", "award", "calendar", "document"],
    ]);
  });

  /** Every word that has a meaning to core, in its place. */
  const meant: readonly (readonly [string, Matter, (word: string) => object, string])[] = [
    [
      "a grade",
      "membership",
      (verification) => ({ introducersMin: { ...stated(2), verification } }),
      "primary-read secondary third-party derived unverified policy-choice",
    ],
    [
      "a comparison",
      "rating",
      (op) => ({ conditions: [{ ...condition, test: { fact: "score", op, value: 1 } }] }),
      ">= > <= < =",
    ],
    [
      "whose votes",
      "membership",
      (of) => ({ admissionVote: stated({ ...vote, of }) }),
      "summoned voting",
    ],
    ["whose cap", "rating", (of) => ({ caps: [{ ...cap, of }] }), "branch member"],
    [
      "a type",
      "rating",
      (type) => ({ criteria: stated([{ ...word("one"), type, of: "branch" }]) }),
      "count points yes-no text",
    ],
    [
      "a base",
      "rating",
      (base) => ({ caps: [{ ...cap, base }] }),
      "rated good-only good-or-better top-level",
    ],
    [
      "a rounding",
      "rating",
      (rounding) => ({ caps: [{ ...cap, rounding }] }),
      "floor half-up ceiling",
    ],
    ["not rated", "rating", (one) => ({ notRated: stated([one]) }), "exempt suspended"],
    [
      "against whom",
      "structure",
      (status) => ({ memberDisciplineForms: stated([{ ...word("warning"), against: [status] }]) }),
      "probationary official",
    ],
    [
      "a common word",
      "structure",
      (one) => ({ commonWords: stated([word(one)]) }),
      "members membership official probationary admitted transfer committee committees " +
        "associations bases cells leader leaders",
    ],
    [
      "a place of page numbers",
      "document",
      (position) => ({ pageNumber: setLine({ position, fromPage: 1 }) }),
      "top-centre top-right bottom-centre bottom-right",
    ],
    [
      "a line with blanks",
      "document",
      (line) => ({ filledByHand: stated([line]) }),
      "number placeAndDate",
    ],
  ];

  test.each(meant)("%s in the matter %s", (_, matter, parameters, words) => {
    for (const one of words.split(" ")) {
      expect([one, faults(matter, parameters(one))]).toEqual([one, []]);
    }
    expect(faults(matter, parameters("other"))).not.toEqual([]);
    expect(faults(matter, parameters(""))).not.toEqual([]);
  });

  test("a test in each of its forms", () => {
    const late = { fact: "late", op: "<", value: 3 };
    const honest = { fact: "honest", is: true };
    const criteria = stated([
      { ...word("late"), type: "count", of: "member" },
      { ...word("all"), type: "count", of: "member" },
      { ...word("honest"), type: "yes-no", of: "member" },
    ]);
    const forms: readonly object[] = [
      honest,
      late,
      { ...late, value: half },
      { part: "late", whole: "all", op: "<", share: half },
      { all: [late, honest] },
      { any: [late, honest] },
      { not: { not: late } },
    ];
    for (const test of forms) {
      const conditions = [{ ...condition, test }];
      expect([test, faults("rating", { criteria, conditions })]).toEqual([test, []]);
    }
  });

  test("an award for each kind of recipient and result", () => {
    const of = (part: object) => faults("award", { eligibility: [{ ...eligibility, ...part }] });
    const ofBranches = (under: unknown) => of({ recipient: { kinds: ["club"], under } });
    expect([of({}), of({ recipient: { kinds: ["club"] } })]).toEqual([[], []]);
    expect([ofBranches("granting"), ofBranches(["club"])]).toEqual([[], []]);
    expect(of({ anyOf: [{ level: "good" }, { distinction: "exemplary" }] })).toEqual([]);
    expect(of({ recipientStated: sourced, anyOfStated: sourced })).toEqual([]);
    expect(faults("award", { badgeYears: stated([30, 40]) })).toEqual([]);
  });

  test("votes by form, each with or without that of the committee", () => {
    const entry = { form: "warning", vote };
    const votes = [entry, { ...entry, form: "expulsion", committeeVote: vote }];
    expect(faults("discipline", { votesByForm: stated(votes) })).toEqual([]);
    const name = ["disciplineVote", "disciplineCommitteeVote", "dissolutionCommitteeVote"];
    const all = Object.fromEntries(name.map((one) => [one, stated(vote)]));
    expect(faults("discipline", all)).toEqual([]);
  });

  test("an office that leads cells, and no other leading", () => {
    const office = { ...word("secretary"), singleHolder: true };
    const offices = (leadsCells: unknown) => ({ offices: stated([{ ...office, leadsCells }]) });
    expect(faults("structure", offices(true))).toEqual([]);
    expect(faults("structure", offices(false))).toHaveLength(1);
  });

  test("where a statement stands: its day and its place", () => {
    const source = { instrument: "Rules", issuedOn: "2019-12-01", locator: "Art. 5" };
    expect(faults("membership", { introducersMin: { ...stated(2), source } })).toEqual([]);
  });
});

/** Parameters that have every member that there is. */
const whole: { readonly [M in Matter]: object } = {
  structure: {
    offices: stated([{ ...word("secretary"), singleHolder: true, leadsCells: true }]),
    memberDisciplineForms: stated([{ ...word("warning"), against: ["official"] }]),
    commonWords: stated([word("members")]),
    courses: stated([word("awareness")]),
  },
  rating: {
    branchDistinctions: stated([{ ...word("exemplary"), level: "good" }]),
    conditions: [{ ...condition, test: { not: { all: [{ any: [condition.test] }] } } }],
    caps: [
      { ...cap, baseStated: sourced, roundingStated: sourced, exceptional: stated(half) },
      { ...cap, ...word("one"), of: "branch", part: { distinction: "exemplary" } },
    ],
    notRated: stated(["exempt"]),
    cadences: stated([word("year")]),
  },
  membership: {
    introducersMin: stated(2),
    admissionVote: stated(vote),
    officialMembersMin: stated([{ kind: "club", members: 3 }]),
  },
  discipline: {
    disciplineVote: stated(vote),
    votesByForm: stated([{ form: "warning", vote, committeeVote: vote }]),
  },
  award: {
    eligibility: [
      { ...eligibility, recipientStated: sourced, anyOfStated: sourced },
      { ...eligibility, recipient: { kinds: ["club"], under: ["club"] } },
      { ...eligibility, anyOf: [{ distinction: "exemplary" }] },
    ],
    badgeYears: stated([30]),
  },
  calendar: {
    restDays: stated([6, 7]),
    holidays: stated(["2020-05-01"]),
    workedRestDays: stated(["2020-05-02"]),
  },
  document: {
    ...{ firstLineMm: stated(12.7), issuerMark: stated("*"), separator: stated("---") },
    ...{ body: stated({ sizePt: 11, linePtMin: 14 }), banner: setLine({ text: { en: "Club" } }) },
    ...{ zeroPadded: stated({ dayMax: 9, monthMax: 2 }), filledByHand: stated(["number"]) },
    number: setLine({ pattern: { en: "No. {number}-{code}/{issuerCode}" } }),
    documentKinds: documentKinds.map((term) => ({ ...documentKind(term), code: "R" })),
    pageNumber: setLine({ position: "top-right", fromPage: 2 }),
    subject: stated({ ...style, bold: true, italic: true, capitals: true, underlined: true }),
  },
};

/** The value with one member too many in one of its objects, for each of these in turn. */
const withColour = (value: unknown): readonly unknown[] => {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, one]) =>
    withColour(one).map((other) =>
      Array.isArray(value) ? value.with(Number(name), other) : { ...value, [name]: other },
    ),
  );
  return Array.isArray(value) ? inside : [{ ...value, colour: "red" }, ...inside];
};

describe("what a pack must say", () => {
  test.each(matters)("is all that it may say of the matter %s", (matter) => {
    const pack = packOf(matter, whole[matter]);
    expect(readPack(pack)).toMatchObject({ read: "Pack" });
    for (const coloured of withColour(pack)) {
      const { read } = readPack(coloured);
      expect([read, coloured]).toEqual(["Faulty", coloured]);
    }
  });

  test("names at least one level, kind, result or reason", () => {
    const of = (part: object) => faults("award", { eligibility: [{ ...eligibility, ...part }] });
    expect([of({ anyOf: [] }).length, of({ recipient: { kinds: [] } }).length]).toEqual([1, 1]);
    expect(faults("rating", { conditions: [{ ...condition, levels: [] }] })).toHaveLength(1);
    expect(faults("rating", { notRated: stated([]) })).toHaveLength(1);
    expect(faults("rating", { conditions: [{ ...condition, test: { all: [] } }] })).toEqual([
      "TestUnreadable parameters.conditions.0.test",
    ]);
  });

  test("numbers within their bounds", () => {
    const years = (yearsRunning: number) =>
      faults("award", { eligibility: [{ ...eligibility, yearsRunning }] });
    expect([years(1), years(100)]).toEqual([[], []]);
    const wanted = "IllTyped parameters.eligibility.0.yearsRunning 1 to 100 years";
    expect([years(0), years(101)]).toEqual([[wanted], [wanted]]);
    const rest = (...days: readonly number[]) => faults("calendar", { restDays: stated(days) });
    expect([rest(1, 7), rest(0).length, rest(8).length]).toEqual([[], 1, 1]);
    const share = (num: number, den: number) =>
      faults("membership", { admissionVote: stated({ ...vote, share: { num, den } }) });
    const most = 1_000_000_000;
    expect([share(0, 1), share(most, most)]).toEqual([[], []]);
    const place = "parameters.admissionVote.value.share";
    expect(share(-1, 1)).toEqual([`IllTyped ${place}.num 0 to 1,000,000,000`]);
    expect(share(most + 1, most)).toEqual([`IllTyped ${place}.num 0 to 1,000,000,000`]);
    expect(share(0, 0)).toEqual([`ShareOfNothing ${place}.den`]);
    expect(share(0, most + 1)).toHaveLength(1);
    const issuer = (sizePt: number) => faults("document", { issuer: stated({ sizePt }) });
    const points = "IllTyped parameters.issuer.value.sizePt a size from 5 to 72 points, to a tenth";
    expect([issuer(5), issuer(10.5), issuer(72)]).toEqual([[], [], []]);
    expect([issuer(4.9), issuer(72.1), issuer(10.55)]).toEqual([[points], [points], [points]]);
    const indent = (mm: number) => faults("document", { firstLineMm: stated(mm) });
    const inMm = "IllTyped parameters.firstLineMm.value 0 to 300 millimetres, to a tenth";
    expect([indent(0), indent(300), indent(-0.1)]).toEqual([[], [], [inMm]]);
    const caps = (count: number) =>
      faults("rating", {
        caps: Array.from({ length: count }, (_, at) => ({ ...cap, ...word(`cap-${at}`) })),
      });
    expect([caps(50), caps(51).length]).toEqual([[], 1]);
  });

  test("a label in a language of two or three letters", () => {
    const labelled = (language: string) => ({
      bodyKinds: stated([{ term: "board", labels: { [language]: "Board" } }]),
    });
    expect([faults("structure", labelled("en")), faults("structure", labelled("nom"))]).toEqual([
      [],
      [],
    ]);
    for (const language of ["e", "engl", "EN", "e1", "en-"]) {
      expect(faults("structure", labelled(language))).toEqual([
        `MemberUnknown parameters.bodyKinds.value.0.labels.${language}`,
      ]);
    }
  });
});

describe("what is no pack", () => {
  test.each([null, undefined, 7, "pack", []])("is %j", (input) => {
    expect(readPack(input)).toMatchObject({
      faults: [{ rule: "NotAPack", path: [], value: input }],
    });
  });

  test.each([undefined, 7, "weather"])("is one of the matter %j", (matter) => {
    expect(readPack(packOf("award", {}, { matter }))).toMatchObject({
      faults: [{ rule: "MatterUnknown", path: ["matter"], value: matter, facts: { matters } }],
    });
  });
});

describe("a fault of shape", () => {
  const place = "parameters.memberGoodLevel";

  test("tells what was expected and what stands there", () => {
    const read = readPack(packOf("rating", {}, { title: 7 }));
    expect(read).toMatchObject({ faults: [{ rule: "IllTyped", path: ["title"], value: 7 }] });
    expect(faults("rating", {}, { title: 7 })).toEqual(["IllTyped title string"]);
  });

  test("of a source is told of the source, whatever it is there that is wrong", () => {
    const from = (source: unknown) =>
      faults("rating", { memberGoodLevel: { value: "good", verification: "derived", source } });
    const sourceless = { value: "good", verification: "derived" };
    expect(faults("rating", { memberGoodLevel: sourceless })).toEqual([
      `SourceMissing ${place}.source`,
    ]);
    expect(from({})).toEqual([`SourceMissing ${place}.source.instrument`]);
    expect(from({ instrument: 7 })).toEqual([`SourceMissing ${place}.source.instrument`]);
    expect(from({ instrument: "Law", locator: 7 })).toEqual([
      `IllTyped ${place}.source.locator string`,
    ]);
    expect(from("Law")).toEqual([
      `IllTyped ${place}.source object {instrument, issuedOn?, locator?}`,
    ]);
  });

  test("is told once of a source that has several, and each of another text", () => {
    const blank = " ".repeat(501);
    const source = { instrument: blank };
    expect(faults("rating", { memberGoodLevel: { ...stated("good"), source } })).toEqual([
      `SourceMissing ${place}.source.instrument`,
    ]);
    expect(faults("rating", { conditions: [{ ...condition, source: {} }] })).toEqual([
      "SourceMissing parameters.conditions.0.source.instrument",
    ]);
    expect(faults("rating", {}, { title: blank })).toEqual([
      "IllTyped title a text of 1 to 500 characters",
      "IllTyped title text that is not blank",
    ]);
  });

  test("of a missing member names the member", () => {
    const { verification: _, ...ungraded } = stated("good");
    expect(faults("rating", { memberGoodLevel: ungraded })).toEqual([
      `VerificationMissing ${place}.verification`,
    ]);
    expect(faults("rating", { memberGoodLevel: sourced })).toEqual([
      `MemberMissing ${place}.value`,
    ]);
    expect(faults("rating", { memberGoodLevel: { ...stated("good"), note: "x" } })).toEqual([
      `MemberUnknown ${place}.note`,
    ]);
  });

  test("of a denominator is that of a share of nothing only where it is 0", () => {
    const of = (den: unknown) =>
      faults("rating", { caps: [{ ...cap, value: { num: 1, den } }] }).map(
        (one) => one.split(" ")[0],
      );
    expect([of(0), of(-1), of("2")]).toEqual([["ShareOfNothing"], ["IllTyped"], ["IllTyped"]]);
  });
});

describe("a test that cannot be read", () => {
  const place = "parameters.conditions.0.test";
  const of = (test: unknown) => faults("rating", { conditions: [{ ...condition, test }] });
  const score = condition.test;

  test("is told once, where it goes wrong", () => {
    expect(of({ fact: "score" })).toEqual([`TestUnreadable ${place}`]);
    expect(of({ fact: "score", op: ">=" })).toEqual([`TestUnreadable ${place}`]);
    expect(of(7)).toEqual([`TestUnreadable ${place}`]);
    expect(of(null)).toEqual([`TestUnreadable ${place}`]);
    expect(of({ all: [score, { fact: "score" }, { op: "=" }] })).toEqual([
      `TestUnreadable ${place}.all.1`,
      `TestUnreadable ${place}.all.2`,
    ]);
    expect(of({ any: [{ not: { fact: "score" } }] })).toEqual([
      `TestUnreadable ${place}.any.0.not`,
    ]);
    expect(of({ all: "score" })).toEqual([`TestUnreadable ${place}`]);
    expect(of({ ...score, all: [score] })).toEqual([`TestUnreadable ${place}`]);
  });

  test("of several conditions is told for each, beside the other faults", () => {
    const wrong = { ...condition, test: { fact: "score" } };
    expect(
      faults("rating", { conditions: [wrong, condition, { ...wrong, levels: 7 }] }).toSorted(),
    ).toEqual([
      "IllTyped parameters.conditions.2.levels array",
      "TestUnreadable parameters.conditions.0.test",
      "TestUnreadable parameters.conditions.2.test",
    ]);
  });

  test("of what is no condition is a member that there is none of", () => {
    expect(faults("rating", { caps: [{ ...cap, test: condition.test }] })).toEqual([
      "MemberUnknown parameters.caps.0.test",
    ]);
  });

  test("that is missing is a member that is missing", () => {
    const { test: _, ...without } = condition;
    expect(faults("rating", { conditions: [without] })).toEqual([`MemberMissing ${place}`]);
  });
});
