import { describe, expect, test } from "vitest";
import { allCommands } from "../deciders.ts";
import { commandDecoder } from "../log/command.ts";
import { allEvents } from "../log/event-catalogue.ts";
import { knowsExpectation, sayExpected } from "./expectations.ts";
import { langs, languages } from "./lang.ts";
import { type Message, namesIn, type Template, textsOf } from "./message.ts";
import { sayCount, sayDate, sayFigure } from "./numbers.ts";
import { sayInstant } from "./page.ts";
import { reportText } from "./report.ts";
import { sayInputFault, sayLedgerFault, sayRefusal } from "./said.ts";
import { fill } from "./template.ts";
import { plainText, sayFound, sayList } from "./value-text.ts";
import { say } from "./words.ts";

type Catalogue = { readonly [name: string]: Message | Template };

const matters = [
  ...(["refusals", "inputFaults", "ledgerFaults", "packFaults", "packWords"] as const),
  ...(["words", "report", "facts", "vocabulary", "page"] as const),
];

const catalogues = langs.flatMap((lang) =>
  matters.map((matter): readonly [string, string, Catalogue, Catalogue] => [
    matter,
    lang,
    languages.en[matter],
    languages[lang][matter],
  ]),
);

const templatesOf = (entry: Message | Template): readonly Template[] =>
  typeof entry === "object" && "says" in entry ? [entry.says, entry.remedy] : [entry];

const namesOf = (entry: Message | Template): readonly string[] => [
  ...new Set(templatesOf(entry).flatMap(textsOf).flatMap(namesIn)),
];

/** The words of the reports that need no fact: an organisation's own, or neutral ones. */
const isWord = (fact: string): boolean =>
  Object.hasOwn(languages.en.report, `word.${fact.toLowerCase()}`);

describe.each(catalogues)("%s in %s", (_matter, _lang, en, own) => {
  test("are those of English", () => {
    expect(Object.keys(own).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  test("show no fact that the English does not know", () => {
    const unknown = Object.entries(own).flatMap(([name, entry]) => {
      const known = namesOf(en[name] as Message);
      return namesOf(entry).flatMap((fact) =>
        known.includes(fact) || isWord(fact) ? [] : [`${name}: ${fact}`],
      );
    });
    expect(unknown).toEqual([]);
  });

  test("every text is in NFC and no place is malformed", () => {
    for (const text of Object.values(own).flatMap(templatesOf).flatMap(textsOf)) {
      expect(text).toBe(text.normalize("NFC"));
      const withoutPlaces = text.replace(/\{\w+(?::\w+|(?:\|[^|{}]*){2,})?\}/g, "");
      expect(withoutPlaces).not.toMatch(/[{}]/);
    }
  });
});

test("a sentence is filled with its facts, each in the way of the language", () => {
  const refusal = {
    refusal: "ProbationNotOver",
    facts: {
      person: "p-1",
      due: "2013-01-23",
      decidedOn: "2013-01-05",
      effectiveOn: "2013-01-05",
    },
  };
  expect(sayRefusal("vi", refusal).says).toBe(
    "Thời gian dự bị của p-1 kéo dài đến ngày 23/1/2013; việc công nhận được quyết định " +
      "ngày 5/1/2013, có hiệu lực ngày 5/1/2013.",
  );
  expect(sayRefusal("en", refusal).remedy).toBe(
    "Recognise on 23 January 2013 or later, by a decision of that day or later.",
  );
  const large = { refusal: "CommitTooLarge", facts: { bytes: 1_234_567, bytesMax: 921_600 } };
  expect(sayRefusal("vi", large).says).toContain("1.234.567 byte");
  expect(sayRefusal("en", large).says).toContain("1,234,567 bytes");
});

test("of several sentences the first holds whose facts are there; null is not there", () => {
  const says = (facts: object): string =>
    sayRefusal("en", { refusal: "BranchDiffers", facts: { branch: "b", ...facts } }).says;
  expect(says({ stated: "m", is: "n" })).toMatch(/it has n, not m\.$/);
  expect(says({ stated: null, is: "n" })).toMatch(/it has n, and that was left out\.$/);
  expect(says({ stated: "m", is: null })).toMatch(/it does not have m\.$/);
});

test("the value of a criterion is told in words, however it is recorded", () => {
  const says = (stated: unknown, is: unknown): string => {
    const facts = { subject: "p", year: 2025, criterion: "score", stated, is };
    return sayRefusal("vi", { refusal: "CriterionRecordedAlready", facts } as never).says;
  };
  expect(says({ num: 179, den: 2 }, { num: 181, den: 2 })).toContain("là 90,5, không phải 89,5.");
  expect(says(false, true)).toContain("là có, không phải không.");
  expect(says("tốt", 90)).toContain("là 90, không phải “tốt”.");
});

test("a count chooses its word", () => {
  const counts = { commands: 1, standing: 1, recorded: 1, again: 0, unchanged: 0, position: 1 };
  expect(say("en", "record.done", counts)).toContain("1 of 1 stands: ");
  expect(say("en", "record.done", { ...counts, standing: 2, commands: 2 })).toContain(
    "2 of 2 stand: ",
  );
});

test("a name that no catalogue has still tells its facts", () => {
  expect(sayRefusal("en", { refusal: "__proto__", facts: { a: 1 } }).says).toContain('{"a":1}');
  expect(sayLedgerFault("vi", "toString", { a: 1 }).says).toContain('{"a":1}');
});

test("every fault has both sentences, in both languages, with nothing left unfilled", () => {
  for (const lang of langs) {
    for (const [name, { says, remedy }] of Object.entries<Message>(languages.en.inputFaults)) {
      const facts = Object.fromEntries(
        [says, remedy]
          .flatMap(textsOf)
          .flatMap(namesIn)
          .map((fact) => [fact, `<${fact}>`]),
      );
      const said = sayInputFault(lang, name as never, facts as never);
      // A question mark stands for a fact that is missing, but in a URL.
      expect(said.says).not.toMatch(/[{}]|\?(?!ledger=)/);
      expect(said.remedy).not.toMatch(/[{}]|\?(?!ledger=)/);
    }
  }
});

test.each(langs)("the head and foot of documents in %s have places that are filled", (lang) => {
  const { number, placeAndDate, onBehalf, recipientsLabel } = languages[lang].letterhead;
  expect(namesIn(number)).toEqual(["number"]);
  const known = ["place", "day", "month", "monthName", "year"];
  expect(namesIn(placeAndDate).filter((name) => !known.includes(name))).toEqual([]);
  expect(namesIn(onBehalf)).toEqual(["body"]);
  expect(namesIn(recipientsLabel)).toEqual([]);
});

describe("values", () => {
  test("nothing in a value can move the cursor, break the line or turn the text", () => {
    const forged = "a\n\u001b[2Kb\r\u202Ec\u0000\u2028d\ud800\u200b";
    expect(plainText(forged)).toBe(
      "a\\u{a}\\u{1b}[2Kb\\u{d}\\u{202e}c\\u{0}\\u{2028}d\\u{d800}\\u{200b}",
    );
    const refusal = { refusal: "BranchUnknown", facts: { branch: forged } };
    expect(sayRefusal("vi", refusal).says).not.toMatch(/[\p{C}\p{Zl}]/u);
  });

  test("a long value is cut, an emoji never in half", () => {
    expect(plainText("x".repeat(80))).toBe("x".repeat(80));
    expect(plainText("x".repeat(81))).toBe(`${"x".repeat(79)}…`);
    expect(plainText("😀".repeat(1000))).toBe(`${"😀".repeat(79)}…`);
    const tree = { text: "x".repeat(1_000_000), more: Array.from({ length: 1000 }, () => "y") };
    expect(sayFound("en", tree).length).toBeLessThan(100);
  });

  test("what was received is told by its kind", () => {
    const found = ["text", 17, true, null, undefined, { a: [1] }];
    expect(found.map((one) => sayFound("en", one))).toEqual([
      "“text”",
      "17",
      "true",
      "null",
      "nothing",
      '{"a":[1]}',
    ]);
    expect(sayFound("vi", undefined)).toBe("không có gì");
  });

  test("a list is joined as one says it, and a long one is cut", () => {
    expect(sayList("en", ["a"])).toBe("a");
    expect(sayList("en", ["a", "b", "c"])).toBe("a, b and c");
    expect(sayList("vi", ["a", "b"])).toBe("a và b");
    const many = Array.from({ length: 25 }, (_, at) => `${at}`);
    expect(sayList("en", many)).toMatch(/, 9 and 15 more$/);
    expect(fill("vi", "{all}", { all: [] })).toBe("không có");
  });

  test("dates, counts and figures are those of the language", () => {
    expect([sayDate("vi", "2013-01-23"), sayDate("en", "2013-01-05")]).toEqual([
      "23/1/2013",
      "5 January 2013",
    ]);
    expect(sayDate("en", "not a date")).toBe("not a date");
    expect([sayCount("vi", 1_234_567), sayCount("en", 999)]).toEqual(["1.234.567", "999"]);
    const reported = { percent: 974, decimals: 1, num: 1234, den: 1267 };
    expect(sayFigure("vi", reported)).toBe("97,4% (1.234/1.267)");
    expect(sayFigure("en", { percent: 5, decimals: 2 })).toBe("0.05%");
    expect(sayFigure("en", { op: ">=", value: { count: 100 } })).toBe("≥ 100");
    expect(sayFigure("vi", { op: ">", value: { num: 1, den: 2 } })).toBe("> 1/2");
  });
});

describe("what the schemas expect", () => {
  /** Data of the wrong kind for every member of every command and event. */
  const wrong = [
    17,
    -1,
    1.5,
    "",
    " ",
    "x y",
    "x\ny\u0007",
    "x\u202ey",
    true,
    null,
    [],
    {},
    ["a"],
    [{}],
    "e\u0301",
    "\ud800",
  ];
  const expectations = new Set<string>();
  const types = new Map(
    [...allEvents, ...allCommands.values()].map((one) => {
      const name = "type" in one ? one.type : one.command;
      return [name, { command: name, schema: one.schema, reads: () => [], decide: () => ({}) }];
    }),
  );
  const decode = commandDecoder(types as never);
  const faultsOf = (command: string, data: unknown) => {
    const decoded = decode({ command, actor: "a", data }, "i");
    return decoded.decoded === "Faulty" ? decoded.faults : [];
  };
  const missing = (command: string, data: unknown, depth: number): readonly string[] =>
    faultsOf(command, data).flatMap(({ expected, path }) =>
      expected === "Missing key" && path.length === depth ? [String(path.at(-1))] : [],
    );
  for (const command of types.keys()) {
    for (const member of missing(command, {}, 2)) {
      const inner = missing(command, { [member]: {} }, 3);
      const each = missing(command, { [member]: [{}] }, 4);
      for (const value of wrong) {
        const nested = inner.map((name) => ({ [name]: value }));
        const listed = each.map((name) => [{ [name]: value }]);
        for (const one of [value, ...nested, ...listed]) {
          for (const { expected } of faultsOf(command, { [member]: one })) {
            expectations.add(expected);
          }
        }
      }
    }
  }
  expectations.delete("Missing key");
  expectations.delete("no excess property");

  test("is found in plenty", () => expect(expectations.size).toBeGreaterThan(25));

  test("is all known to the catalogue", () => {
    expect([...expectations].filter((one) => !knowsExpectation(one))).toEqual([]);
  });

  test("is said in Vietnamese", () => {
    for (const expected of expectations) {
      expect(sayExpected("vi", expected)).toMatch(/^(một|tên|true)/);
      expect(sayExpected("en", expected)).toBe(expected);
    }
  });
});

test("a report speaks of an organisation in its own words, and else in neutral ones", () => {
  const said = (lang: "en" | "vi", words = {}) =>
    reportText(lang, "measure.cellsInspectedOrSupervised", words);
  expect(said("en")).toBe("Units inspected or supervised by their leadership");
  expect(said("vi")).toBe("Đơn vị được ban lãnh đạo trực tiếp kiểm tra hoặc giám sát");
  expect(said("en", { cells: "teams", committee: "board" })).toBe(
    "Teams inspected or supervised by their board",
  );
  expect(() => reportText("en", "section.results")).toThrow("lacks a value for {year}");
});

test("an instant is told to the second, and to the millisecond where it has some", () => {
  expect(sayInstant("vi", "2013-01-23T08:30:00.000Z")).toBe("08:30:00 UTC, 23/1/2013");
  expect(sayInstant("en", "2013-01-23T08:30:00.250Z")).toBe("08:30:00.250 UTC, 23 January 2013");
});
