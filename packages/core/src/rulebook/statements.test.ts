import { describe, expect, test } from "vitest";
import type { RulePack } from "./rule-pack.ts";
import { type LabelOf, labelsIn, statementsOf } from "./statements.ts";

const [law, derived] = [
  { source: { instrument: "Law" }, verification: "primary-read" },
  { source: { instrument: "Practice" }, verification: "derived" },
] as const;
const word = (term: string, name: string) => ({ term, labels: { en: name, vi: `${name} vi` } });
const packOf = (parameters: object): RulePack => ({ parameters }) as unknown as RulePack;

describe("what a pack says", () => {
  test("is each parameter with its source and grade", () => {
    const said = packOf({
      introducersMin: { ...law, value: 2 },
      branchLevels: { ...derived, value: [word("clean", "clean")] },
      memberGoodLevel: { ...law, value: "good" },
    });
    expect(statementsOf(said)).toStrictEqual([
      { name: "introducersMin", ...law, value: 2 },
      { name: "branchLevels", of: "branch", ...derived, value: [word("clean", "clean")] },
      { name: "memberGoodLevel", of: "member", ...law, value: "good" },
    ]);
  });

  test("is each of several by its word, and whose it is", () => {
    const honest = { ...word("honest", "honest"), of: "branch", levels: ["good"], ...law };
    expect(statementsOf(packOf({ conditions: [honest] }))).toStrictEqual([
      { name: "conditions", term: "honest", of: "branch", ...law, value: honest },
    ]);
    const best = { category: "best", recipient: { member: true }, anyOf: [], ...law };
    expect(statementsOf(packOf({ eligibility: [best] }))).toStrictEqual([
      { name: "eligibility", term: "best", ...law, value: best },
    ]);
  });

  test("is also each part with a source of its own", () => {
    const cap = {
      ...word("few", "few"),
      ...{ of: "member", base: "rated", rounding: "floor", ...law },
      ...{ baseStated: derived, roundingStated: derived },
      exceptional: { ...derived, value: { num: 1, den: 4 } },
    };
    const which = { term: "few", of: "member" };
    expect(statementsOf(packOf({ caps: [cap] }))).toStrictEqual([
      { name: "caps", ...which, ...law, value: cap },
      { name: "caps.base", ...which, ...derived, value: "rated" },
      { name: "caps.rounding", ...which, ...derived, value: "floor" },
      { name: "caps.exceptional", ...which, ...derived, value: { num: 1, den: 4 } },
    ]);
    const eligible = {
      ...{ category: "best", recipient: { member: true }, anyOf: [], ...law },
      ...{ recipientStated: derived, anyOfStated: derived },
    };
    expect(statementsOf(packOf({ eligibility: [eligible] }))).toStrictEqual([
      { name: "eligibility", term: "best", ...law, value: eligible },
      { name: "eligibility.recipient", term: "best", ...derived, value: eligible },
      { name: "eligibility.anyOf", term: "best", ...derived, value: eligible },
    ]);
  });
});

describe("the name of a word", () => {
  const rating = packOf({
    branchLevels: { ...law, value: [word("good", "a good branch")] },
    memberLevels: { ...law, value: [word("good", "a good member")] },
    criteria: {
      ...law,
      value: [
        { ...word("late", "branch tasks late"), of: "branch" },
        { ...word("late", "member tasks late"), of: "member" },
      ],
    },
    conditions: [{ ...word("honest", "is honest"), of: "member", ...law }],
  });
  const labelOf: LabelOf = (...asked) => labelsIn(rating)(...asked);

  test("is that of the level or the fact of whom it is asked for", () => {
    expect(labelOf("en", "good", "branch")).toBe("a good branch");
    expect(labelOf("en", "good", "member")).toBe("a good member");
    expect(labelOf("vi", "late", "member")).toBe("member tasks late vi");
    expect(labelOf("en", "late", "branch")).toBe("branch tasks late");
    expect(labelOf("en", "honest", "member")).toBe("is honest");
  });

  test("is the first one given where nobody asks for whom", () => {
    expect(labelOf("en", "good")).toBe("a good branch");
    expect(labelOf("en", "late")).toBe("branch tasks late");
  });

  test("is found without regard to whom, where none is of that one", () => {
    const structure = packOf({
      courses: { ...law, value: [word("awareness", "awareness course")] },
    });
    expect(labelsIn(structure)("en", "awareness", "member")).toBe("awareness course");
  });

  test("is that of what core counts, whatever a pack calls by it", () => {
    expect(labelOf("en", "members-rated", "branch")).toBe("members rated");
    expect(labelOf("en", "disciplines", "member")).toBe("violations disciplined in the year");
    const other = packOf({ memberLevels: { ...law, value: [word("disciplines", "other")] } });
    expect(labelsIn(other)("en", "disciplines", "member")).toBe(
      "violations disciplined in the year",
    );
  });

  test("of a kind is also that of branches", () => {
    const structure = packOf({
      branchKinds: { ...law, value: [word("cell", "a cell")] },
      offices: { ...law, value: [word("clean", "an office")] },
    });
    const levels = packOf({ branchLevels: { ...law, value: [word("clean", "a clean branch")] } });
    const both = labelsIn(structure, [levels]);
    expect(both("en", "cell", "branch")).toBe("a cell");
    expect(both("en", "clean", "branch")).toBe("a clean branch");
  });

  test("is looked up in the pack first, then in the others", () => {
    const others = packOf({
      memberLevels: { ...law, value: [word("good", "another"), word("fine", "a fine one")] },
    });
    const within = labelsIn(rating, [others]);
    expect(within("en", "good", "member")).toBe("a good member");
    expect(within("en", "fine", "member")).toBe("a fine one");
  });

  test("that nobody knows, or not in that language, is the word itself", () => {
    expect(labelOf("en", "unheard")).toBe("unheard");
    expect(labelOf("fr", "good", "member")).toBe("good");
    for (const value of [null, 6, "six", [6]]) {
      expect(labelsIn(packOf({ months: { ...law, value } }))("en", "six")).toBe("six");
    }
  });
});
