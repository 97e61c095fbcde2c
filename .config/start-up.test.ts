/** The program as it is built loads what a call needs, and no more: a start is mostly loading. */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";
import { beforeAll, expect, test } from "vitest";
import { publicPackages } from "./packages.ts";
import { optionsOf } from "./tsup.config.ts";

const built = resolve("node_modules/.cache/tongket/start-up");
const ledger = resolve("examples/review-2012/ledger.jsonl");
const ofYear = ["--branch", "bo-tttt", "--year", "2012"];

const notices = readFileSync("packages/cli/NOTICES.md", "utf8");

beforeAll(async () => {
  const program = publicPackages().find(({ isProgram }) => isProgram);
  if (program === undefined) throw new Error("no package has a bin");
  await build({ ...optionsOf(program), config: false, dts: false, silent: true, outDir: built });
});

const tracer = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from "node:fs";
  import { registerHooks } from "node:module";
  const loaded = [];
  registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
  process.on("exit", () => writeFileSync(3, loaded.join("\\n")));
`)}`;

/** The files that a call loads, and the modules that were built into them. */
const loadedBy = (...args: readonly string[]): readonly string[] => {
  const { output } = spawnSync(
    process.execPath,
    ["--import", tracer, `${built}/main.js`, ...args],
    { encoding: "utf8", stdio: ["ignore", "ignore", "pipe", "pipe"] },
  );
  const files = (output[3] ?? "").split("\n").filter((url) => url.startsWith("file:"));
  expect(files.length, output[2] ?? "").toBeGreaterThan(1);
  return files.map((url) => fileURLToPath(url)).flatMap(modulesIn);
};

/** Of a file that was built its sources, by the map beside it; any other is itself. */
const modulesIn = (file: string): readonly string[] => {
  const map = `${file}.map`;
  if (!file.startsWith(built) || !existsSync(map)) return [file];
  const { sources } = JSON.parse(readFileSync(map, "utf8")) as { readonly sources: string[] };
  return sources.map((source) => resolve(built, source));
};

const naming = (modules: readonly string[], pattern: RegExp): readonly string[] =>
  [...new Set(modules.flatMap((one) => pattern.exec(one)?.[1] ?? []))].toSorted();

const librariesIn = (modules: readonly string[]) => naming(modules, /\/node_modules\/([^/]+)\//);
const commandsIn = (modules: readonly string[]) => naming(modules, /cli\/src\/commands\/(.*)\.ts$/);
const storesIn = (modules: readonly string[]) => naming(modules, /\/(store-[a-z]+)\//);

test.each([["--help"], ["--version"], ["help", "record"], ["report", "--help"], ["reprot"]])(
  "tongket %s loads the parser of the command line, no command and no store",
  (...args) => {
    const loaded = loadedBy(...args);
    expect(librariesIn(loaded)).toEqual(["commander"]);
    expect(commandsIn(loaded)).toEqual([]);
    expect(storesIn(loaded)).toEqual([]);
  },
);

test("verify loads no schema, no other command and no other store", () => {
  const loaded = loadedBy("verify", ledger);
  expect(librariesIn(loaded)).toEqual(["commander"]);
  expect(commandsIn(loaded)).toEqual(["verify"]);
  expect(storesIn(loaded)).toEqual(["store-jsonl"]);
});

test.each(["report", "replay"])("%s loads no other command and no other store", (command) => {
  const loaded = loadedBy(command, ledger, ...ofYear);
  expect(commandsIn(loaded)).toEqual([command]);
  expect(storesIn(loaded)).toEqual(["store-jsonl"]);
});

test("the packages whose code is built in are those that NOTICES.md names", () => {
  const modules = globSync("*.js", { cwd: built }).flatMap((file) => modulesIn(join(built, file)));
  const named = [...notices.matchAll(/^\| \[(.*?)\]/gm)].map(([, name]) => name);
  expect(librariesIn(modules)).toEqual(named);
});
