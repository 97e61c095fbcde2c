/** Checks every published package as npm would pack it. Needs `npm run build` first. */
import { spawnSync } from "node:child_process";
import { publicPackages } from "./packages.ts";

const passes = (folder: string, tool: string, ...args: ReadonlyArray<string>) =>
  spawnSync(tool, args, { cwd: folder, stdio: "inherit" }).status === 0;

const failed = publicPackages().filter(
  ({ folder }) =>
    !passes(folder, "publint", "--strict") ||
    !passes(folder, "attw", "--pack", "--profile", "esm-only", "--no-summary"),
);
for (const { name } of failed) console.error(`${name}: publint or attw refuses its package`);
process.exitCode = failed.length === 0 ? 0 : 1;
