import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

type Export = string | { source: string; default: string };

export type Package = {
  name: string;
  folder: string;
  private: boolean;
  /** It is run, and nobody imports it. */
  isProgram: boolean;
  /** Source file by the name of its output, e.g. `log/index` → `packages/core/src/log/index.ts`. */
  entries: Record<string, string>;
};

type PackageJson = {
  name: string;
  private?: boolean;
  bin?: Record<string, string>;
  exports?: Record<string, Export>;
  /** What its own code asks for by name, such as what a thread runs. */
  imports?: Record<string, Export>;
};

const sourcesOf = (folder: string, json: PackageJson) =>
  Object.values({ ...json.exports, ...json.imports })
    .filter((target) => typeof target !== "string")
    .map(({ source, default: built }) => [
      built.replace(/^\.\/dist\/|\.js$/g, ""),
      `${folder}/${source.slice(2)}`,
    ]);

/** Every published package of the workspace, read from its package.json. Run from the root. */
export const publicPackages = (): ReadonlyArray<Package> =>
  globSync("packages/*/package.json")
    .toSorted()
    .map((file) => {
      const json = JSON.parse(readFileSync(file, "utf8")) as PackageJson;
      const folder = dirname(file);
      const entries = Object.fromEntries(sourcesOf(folder, json));
      const isProgram = json.bin !== undefined;
      return { name: json.name, folder, private: json.private === true, isProgram, entries };
    })
    .filter((one) => !one.private);
