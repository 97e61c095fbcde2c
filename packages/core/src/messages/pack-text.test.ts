import { describe, expect, test } from "vitest";
import { labelsIn, packRules, shippedPacks, statementsOf } from "../rulebook/index.ts";
import { langs } from "./lang.ts";
import { sayStatement } from "./pack-text.ts";
import { packWordsEn } from "./pack-words.en.ts";
import { sayPackFault } from "./said.ts";

describe.each(langs)("in %s", (lang) => {
  test.each(shippedPacks)("every statement of $pack is a whole sentence", (pack) => {
    const labelOf = labelsIn(pack, shippedPacks);
    for (const statement of statementsOf(pack)) {
      expect(packWordsEn).toHaveProperty([`parameter.${statement.name}`]);
      const said = sayStatement(lang, statement, labelOf);
      expect(said).toMatch(/^[^\n{}?]+: [^\n{}?]+\. (Source|Nguồn): [^\n{}?]+; [^\n{}?]+\.$/);
      expect(said).not.toMatch(/undefined|\[object/);
      expect(said).toContain(statement.source.instrument);
    }
  });

  test.each(packRules)("%s is said, with a remedy", (rule) => {
    const facts = { known: ["a"], matters: ["rating"], expected: "number" };
    const { says, remedy } = sayPackFault(lang, { rule, path: [], value: "x", facts });
    expect([says, remedy].every((text) => /^\S.*\.$/s.test(text))).toBe(true);
  });
});
