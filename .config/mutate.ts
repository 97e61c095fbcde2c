/**
 * `npm run mutate [FOLDER|FILE…]`: changes the code of the set in `.config/stryker.json`, one place
 * after another, and runs the tests beside it. Folder by folder of core, each against its own
 * tests: what those notice, all tests notice, so the score is at least what is told. Fails under
 * 95%, and where no file of the set is so called.
 */
import { globSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";

type MutantResult = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

const least = 0.95;
const config: { readonly mutate: readonly string[] } = JSON.parse(
  readFileSync(new URL("./stryker.json", import.meta.url), "utf8"),
);
const core = "packages/core/src";

/** The files of the set, by the folder of core that they are in. */
const groupsOf = (patterns: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const exclude = patterns.flatMap((one) => (one.startsWith("!") ? [one.slice(1)] : []));
  const files = globSync(
    patterns.filter((one) => !one.startsWith("!")),
    { exclude },
  ).sort();
  return Map.groupBy(files, (file) => relative(core, file).split("/")[0] ?? "");
};

const killed = (one: MutantResult): boolean => one.status === "Killed" || one.status === "Timeout";
const counted = (one: MutantResult): boolean =>
  killed(one) || one.status === "Survived" || one.status === "NoCoverage";

const mutate = (folder: string, files: readonly string[]): Promise<MutantResult[]> => {
  process.env["TONGKET_RUNS"] = "100";
  process.env["TONGKET_MUTATE_TESTS"] = `${core}/{${folder}/**/*,no-structure-pack}.test.ts`;
  return new Stryker({ ...config, mutate: [...files] } as never).runMutationTest();
};

const row = (file: string, results: readonly MutantResult[]): string => {
  const all = results.filter(counted).length;
  const found = results.filter(killed).length;
  return `| \`${file}\` | ${found} | ${all} | ${((100 * found) / all).toFixed(1)}% |`;
};

const chosen = process.argv.slice(2);
const isChosen = (folder: string, file: string): boolean =>
  chosen.length === 0 || chosen.includes(folder) || chosen.includes(relative(core, file));
const results: MutantResult[] = [];
for (const [folder, files] of groupsOf(config.mutate)) {
  const its = files.filter((file) => isChosen(folder, file));
  if (its.length > 0) results.push(...(await mutate(folder, its)));
}
if (results.length === 0) {
  console.error(`No file of the set is called ${chosen.join(" or ")}: see .config/stryker.json`);
  process.exit(2);
}
const byFile = Map.groupBy(results, (one) => relative(core, one.fileName));
console.log("| file | killed | of | score |\n|---|---|---|---|");
for (const [file, its] of byFile) console.log(row(file, its));
console.log(row("all", results));
const all = results.filter(counted);
process.exitCode = all.filter(killed).length >= least * all.length ? 0 : 1;
