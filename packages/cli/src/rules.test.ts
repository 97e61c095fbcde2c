import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { langs } from "@tongket/core/messages";
import { shippedPacks } from "@tongket/core/rulebook";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./trial-run.ts";

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "tongket-rules-"));
});
afterAll(() => rmSync(home, { recursive: true }));

const fileOf = (name: string, content: string | object): string => {
  const path = join(home, name);
  const text = typeof content === "string" ? content : JSON.stringify(content, undefined, 2);
  writeFileSync(path, text);
  return path;
};
const guidance = shippedPacks.find(({ pack }) => pack === "2019-21-hd-btctw");
const club = { ...guidance, pack: "club-2020", regime: "club", inForceTo: "2023-12-31" };

describe("the list of packs", () => {
  test.each(langs)("in %s names every pack, its span, sources and grades", async (lang) => {
    const { exit, out, err } = await runHere(["rules", "--lang", lang]);
    expect([exit, err]).toEqual([0, ""]);
    for (const { pack } of shippedPacks) expect(out).toContain(`(${pack})`);
    expect(out).not.toMatch(/undefined|\[object|[{}?]/);
    expect(out).toContain(lang === "vi" ? "chưa kiểm chứng" : "not verified");
  });

  test("is read aloud", async () => {
    const { out } = await runHere(["rules", "--on", "2020-05-01"], { env: { TONGKET_LANG: "en" } });
    expect(out).toContain(
      "(2019-21-hd-btctw), on ratings, in force from 18 October 2019 to 3 October 2023.\n",
    );
    expect(out).toContain(
      "  condition “failed”: for failing: tasks done less than 1/2 of tasks assigned or " +
        "violations disciplined in the year at least 1. Source: Hướng dẫn 21-HD/BTCTW, " +
        "18 October 2019, thực hiện Quy định 132-QĐ/TW; as others report the text.\n",
    );
    expect(out).toContain(
      "  cap “excellent members”: “excellent” at most 20% of those at the good level, rounded",
    );
    expect(out).toContain("how the cap is rounded “excellent members”: rounded down. Source: ");
    expect(out).toContain(
      "On working days nothing is in force on 1 May 2020, between 2012-vn-calendar and " +
        "2025-vn-calendar.\n",
    );
    const { out: vi } = await runHere(["rules", "--on", "2026-01-05", "--lang", "vi"]);
    expect(vi).toContain(
      "biểu quyết kết nạp của chi bộ: ít nhất 2/3 tổng số người được triệu tập.",
    );
  });

  test("as JSON has every statement with value, source and grade", async () => {
    const { out } = await runHere(["rules", "--regime", "vn-party", "--json"]);
    const { packs } = JSON.parse(out);
    expect(packs).toHaveLength(shippedPacks.length);
    for (const { statements } of packs) {
      for (const { source, verification, says } of statements) {
        expect([source.instrument, verification, says].every((one) => one !== "")).toBe(true);
      }
    }
    const cap = packs
      .find(({ pack }: { pack: string }) => pack === "2011-07-hd-btctw")
      .statements.find(({ name }: { name: string }) => name === "caps");
    expect(cap).toMatchObject({ value: { value: null }, verification: "unverified" });
  });

  test("of a day tells of each matter the one pack, or why there is none", async () => {
    const { out } = await runHere(["rules", "--on", "2008-01-01", "--json"]);
    const told = JSON.parse(out).matters.map(
      ({ matter, inForce, before, after }: Record<string, string>) =>
        [matter, inForce, before, after].join(" ").trim(),
    );
    expect(told).toEqual([
      "structure One",
      "rating None  2008-20-hd-btctw",
      "membership None  2011-45-qd-tw",
      "discipline None  2011-46-qd-tw",
      "award None  2011-seed-awards",
      "calendar None  2012-vn-calendar",
      "document One",
    ]);
  });

  test("of a ledger holds its own packs too, and says so", async () => {
    const ledger = join(home, "l.jsonl");
    const now = ["--now", "2030-01-01T00:00:00.000Z"];
    await runHere(["init", ledger, "--id", "l", "--regime", "club", "--simulated", ...now]);
    const line = { command: "RegisterRulePack", actor: "clerk", data: { content: club } };
    const commands = fileOf("commands.jsonl", JSON.stringify(line));
    expect(await runHere(["record", ledger, commands, ...now])).toMatchObject({ exit: 0 });
    const { exit, out } = await runHere(["rules", ledger, "--lang", "en"]);
    expect(exit).toBe(0);
    expect(out).toMatch(/\(club-2020\), on ratings.*\n {2}The ledger itself holds this pack\./);
    expect(out).not.toContain("2011-07-hd-btctw");
    const none = await runHere(["rules", ledger, "--regime", "vn-party", "--lang", "en"]);
    expect(none).toMatchObject({ exit: 0, out: "", err: "There is no rule pack of that kind.\n" });
  });
});

describe("rules check", () => {
  test.each(langs)("says in %s that a pack is sound", async (lang) => {
    const file = fileOf("club.json", club);
    const { exit, out, err } = await runHere(["rules", "check", file, "--lang", lang]);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toBe(
      lang === "vi" ? "Không có lỗi trong club-2020.\n" : "All is well with club-2020.\n",
    );
    const json = await runHere(["rules", "check", "-", "--json"], { stdin: JSON.stringify(club) });
    expect(JSON.parse(json.out)).toEqual({ file: "stdin", packs: ["club-2020"] });
  });

  const parameters = { ...(guidance?.parameters as object) };
  const [cap] = (parameters as { caps: readonly object[] }).caps;
  const { source: _, ...sourceless } = cap as { source: object };
  const levels = { ...(parameters as { memberLevels: { value: object[] } }).memberLevels };
  const withCap = (own: object) => ({ ...club, parameters: { ...parameters, caps: [own] } });

  const wrong: readonly (readonly [says: string, content: object, line: RegExp])[] = [
    [
      "missing source",
      withCap(sourceless),
      /caps\[0\]\.source: .*names no source.*Remedy: Name the instrument.*\[SourceMissing\]/,
    ],
    [
      "overlapping dates",
      { ...club, regime: "vn-party" },
      /inForceFrom: .*2019-21-hd-btctw are both in force.*Remedy: .*\[PacksOverlap\]/,
    ],
    [
      "level order broken",
      {
        ...club,
        parameters: {
          ...parameters,
          memberLevels: { ...levels, value: [...levels.value, levels.value[0]] },
        },
      },
      /memberLevels\.value\[4\]\.term: .*“excellent” stands here.*Remedy: .*\[TermRepeated\]/,
    ],
    [
      "cap over 100%",
      withCap({ ...cap, value: { num: 120, den: 100 } }),
      /caps\[0\]\.value: .*120\/100 is more than the whole.*Remedy: .*\[ShareOverWhole\]/,
    ],
    [
      "unknown base",
      withCap({ ...cap, base: "everyone" }),
      /caps\[0\]\.base: “everyone” is no base.*Remedy: Write one of rated.*\[BaseUnknown\]/,
    ],
    [
      "reused id",
      { ...guidance, title: "Other" },
      /pack: .*2019-21-hd-btctw with another.*Remedy: Give this pack another.*\[PackIdReused\]/,
    ],
  ];

  test.each(wrong)("%s is told with place, rule, value and remedy", async (name, content, line) => {
    const file = fileOf(`${name.replaceAll(/\W/g, "-")}.json`, content);
    const { exit, out, err } = await runHere(["rules", "check", file, "--lang", "en"]);
    expect([exit, out]).toEqual([2, ""]);
    const told = err.split("\n").filter((one) => one !== "");
    expect(told.find((one) => line.test(one))).toContain(file);
    const json = await runHere(["rules", "check", file, "--lang", "vi", "--json"]);
    for (const fault of JSON.parse(json.out).error.faults) {
      expect(Object.keys(fault).toSorted()).toEqual([
        "facts",
        "file",
        "path",
        "remedy",
        "rule",
        "says",
      ]);
      expect(fault.remedy).not.toBe("");
    }
  });

  test("a list of packs is checked together", async () => {
    const later = {
      ...club,
      pack: "club-2023",
      inForceFrom: "2023-12-31",
      inForceTo: "2024-12-31",
    };
    const { exit, err } = await runHere(["rules", "check", fileOf("two.json", [club, later])]);
    expect(exit).toBe(2);
    expect(err).toMatch(/two\.json: \[1\]\.inForceFrom: .*club-2020/);
    const next = { ...later, inForceFrom: "2024-01-01" };
    expect(await runHere(["rules", "check", fileOf("next.json", [club, next])])).toMatchObject({
      exit: 0,
    });
  });

  test.each([
    ["no file", ["rules", "check"], "ArgumentMissing"],
    ["a file that is not there", ["rules", "check", "nowhere.json"], "FileMissing"],
    ["two arguments", ["rules", "l.jsonl", "x"], "ArgumentsTooMany"],
    ["a name that is no ledger", ["rules", "l"], "LedgerNameUnclear"],
    ["a day that is none", ["rules", "--on", "2020-02-30"], "OptionIllTyped"],
  ])("%s is told and nothing else", async (_says, argv, rule) => {
    const { exit, out, err } = await runHere(argv);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toMatch(new RegExp(`^[^\\n]*\\[${rule}\\]\\n$`));
  });

  test.each([
    ["empty", "", "NoPack"],
    ["an empty list", " [ ]\n", "NoPack"],
    ["cut off", '{"pack": ', "CutOff"],
    ["no JSON", '{"pack": "a",\n "matter" "rating"}', "PackNotJson"],
    ["twice a member", '{"pack": "a",\n "pack": "b"}', "DuplicateField"],
    ["a list in a list", "[[1]]", "NotAPack"],
    ["null", "null", "NotAPack"],
    ["of no matter", "{}", "MatterUnknown"],
    ["without parameters", '{"matter": "rating"}', "MemberMissing"],
    ["of null as parameters", '{"matter": "rating", "parameters": null}', "IllTyped"],
    ["of parameters that are none", '{"matter": "rating", "parameters": 1}', "MemberMissing"],
    [
      "of conditions that are none",
      '{"matter": "rating", "parameters": {"conditions": [1, {"test": null}]}}',
      "TestUnreadable",
    ],
  ])("a file that is %s ends without a stack", async (name, text, rule) => {
    const file = fileOf(`${name.replaceAll(" ", "-")}.json`, text);
    const { exit, out, err } = await runHere(["rules", "check", file]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(`[${rule}]`);
    expect(err).not.toMatch(/^\s+at |TypeError/m);
  });

  test("of what is no JSON the line and its column are told, and what a pack is", async () => {
    const file = fileOf("no-json.json", '{"pack": "a",\n "matter" "rating"}');
    const { err } = await runHere(["rules", "check", file, "--lang", "en"]);
    expect(err).toContain('no-json.json:2: matter: Column 11: this is not JSON: “"rating"}”.');
    expect(err).toContain("Remedy: Write the pack as one JSON object, or a list of packs.");
    const twice = fileOf("double.json", '{"pack": "a",\n "pack": "b"}');
    const told = await runHere(["rules", "check", twice, "--lang", "en"]);
    expect(told.err).toContain("double.json:2: pack: Column 2: ");
  });
});
