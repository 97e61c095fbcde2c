import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { langs } from "@tongket/core/messages";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { commandRows, commonOptions } from "./commands.ts";
import { langOf } from "./lang.ts";
import { runBinary, runHere } from "./trial-run.ts";

describe.each(langs)("help in %s", (lang) => {
  test("of the program lists every command", async () => {
    const { exit, out, err } = await runHere(["--help", "--lang", lang]);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toMatch(lang === "vi" ? /^Cách dùng: / : /^Usage: /);
    for (const { name } of commandRows) expect(out).toMatch(new RegExp(`^ {2}${name} `, "m"));
  });

  test.each(commandRows)("of $name lists its arguments and options", async (row) => {
    const { exit, out, err } = await runHere([row.name, "--help"], { env: { TONGKET_LANG: lang } });
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toMatch(lang === "vi" ? /^Cách dùng: .*\[tùy chọn\]/ : /^Usage: .*\[options\]/);
    for (const { name } of row.arguments) expect(out).toContain(name);
    for (const { flags } of [...row.options, ...commonOptions]) expect(out).toContain(flags);
    if (lang === "vi") expect(out).not.toMatch(/Usage|Options|Arguments|display help/);
    expect(await runHere(["help", row.name, "--lang", lang])).toMatchObject({ exit: 0, out });
  });
});

test("the language is that of the call, of TONGKET_LANG, of the machine, or English", () => {
  expect(langOf(["log", "--lang", "vi"], { TONGKET_LANG: "en" })).toBe("vi");
  expect(langOf(["log", "--lang=vi"], {})).toBe("vi");
  expect(langOf(["log", "--", "--lang", "vi"], {})).toBe("en");
  expect(langOf([], { TONGKET_LANG: "vi", LC_ALL: "en_GB.UTF-8" })).toBe("vi");
  expect(langOf([], { LC_ALL: "vi_VN.UTF-8", LANG: "en_GB.UTF-8" })).toBe("vi");
  expect(langOf([], { LC_ALL: "", LANG: "vi" })).toBe("vi");
  expect(langOf([], { LANG: "video" })).toBe("en");
  expect(langOf([], {})).toBe("en");
});

describe("start-up", () => {
  let home: string;
  let preload: readonly string[];
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "tongket-start-up-"));
    const file = join(home, "loaded.mjs");
    writeFileSync(
      file,
      `import { registerHooks } from "node:module";
      registerHooks({
        load: (url, context, next) => {
          if (/node_modules.(effect|immer)/.test(url)) process.stderr.write(url + "\\n");
          return next(url, context);
        },
      });`,
    );
    preload = ["--import", pathToFileURL(file).href];
    await runHere(["init", join(home, "l.jsonl"), "--id", "l"]);
  });
  afterAll(() => rmSync(home, { recursive: true }));

  const loaded = async (argv: readonly string[]): Promise<string> => {
    const ledger = join(home, "l.jsonl");
    const called = argv.map((one) => (one === "L" ? ledger : one));
    const { exit, err } = await runBinary(called, {}, preload);
    expect(exit).toBe(0);
    return err;
  };

  test.each([[["--version"]], [["--help"]], [["record", "--help"]]])(
    "%s loads no schema",
    async (argv) => expect(await loaded(argv)).toBe(""),
  );

  test("verify loads no schema", async () => expect(await loaded(["verify", "L"])).toBe(""));

  test("and what does load it is seen to do so", async () => {
    const { err } = await runBinary(["log", join(home, "l.jsonl")], {}, preload);
    expect(err).toContain("effect");
  });

  test("the version is that of the package", async () => {
    expect((await runHere(["--version"])).out).toBe(`${packageJson.version}\n`);
  });
});
