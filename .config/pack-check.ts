/** Checks every published package as npm would pack it. Needs `npm run build` first. */
import { spawnSync } from "node:child_process";
import { publicPackages } from "./packages.ts";

const passes = (folder: string, tool: string, ...args: ReadonlyArray<string>) =>
  spawnSync(tool, args, { cwd: folder, stdio: "inherit" }).status === 0;

/** Loads every entry as built: a bundler may change an import. A program shows its help. */
const loads = (folder: string, entries: ReadonlyArray<string>) =>
  entries.every((entry) =>
    passes(
      folder,
      process.execPath,
      "--input-type=module",
      "-e",
      `import "./dist/${entry}.js"`,
      "-",
      "--help",
    ),
  );

const failed = publicPackages().filter(
  ({ folder, entries }) =>
    !loads(folder, Object.keys(entries)) ||
    !passes(folder, "publint", "--strict") ||
    !passes(folder, "attw", "--pack", "--profile", "esm-only", "--no-summary"),
);
for (const { name } of failed)
  console.error(`${name}: it does not load, or publint or attw refuses it`);
process.exitCode = failed.length === 0 ? 0 : 1;
