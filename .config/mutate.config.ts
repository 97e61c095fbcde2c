import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { publicPackages } from "./packages.ts";
import base from "./vitest.config.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

/** Each entry by its path: a package found by its name would be the one that is not mutated. */
const alias = publicPackages().flatMap(({ name, entries }) =>
  Object.entries(entries).map(([entry, source]) => ({
    find: new RegExp(`^${entry === "index" ? name : `${name}/${entry.replace(/\/index$/, "")}`}$`),
    replacement: join(root, source),
  })),
);

/**
 * Only the examples beside the code: a law's thousand runs for each mutant would take days.
 * TONGKET_MUTATE_TESTS names those of the folder whose code is changed.
 */
const include = [process.env["TONGKET_MUTATE_TESTS"] ?? "packages/core/src/**/*.test.ts"];

export default {
  ...base,
  resolve: { ...base.resolve, alias },
  test: { ...base.test, include, isolate: false },
};
