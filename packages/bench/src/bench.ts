/**
 * `npm run bench`: runs the benchmarks that end within half an hour, prints their tables, and keeps
 * them in `packages/bench/results`, a file each.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "results");

mkdirSync(folder, { recursive: true });
for (const name of ["replay", "second-reading", "appends", "stores", "start-up"]) {
  const result = join(folder, `${name}.md`);
  const benchmark = join(import.meta.dirname, `${name}.ts`);
  const { status } = spawnSync(process.execPath, [...process.execArgv, benchmark], {
    stdio: ["ignore", openSync(result, "w"), "inherit"],
  });
  console.log(`\n# ${name}\n${readFileSync(result, "utf8")}`);
  if (status !== 0) throw new Error(`bench:${name} has failed`);
}
