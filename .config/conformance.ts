/**
 * `npm run conformance -- sqlite:FOLDER`: proves every case of the published suite on a store:
 * `jsonl:FOLDER`, `sqlite:FOLDER`, the URL of a PostgreSQL database (`postgres:`) or of a NATS
 * server (`nats:`), or `FILE.ts`, whose default export is a `LedgerStorage` or a function that
 * gives one. Each case works on new ledgers, whose ids begin with `conformance-`; in a folder they
 * go when it ends. A second word proves only the cases whose names begin with it, such as `races`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { storeConformance } from "@tongket/testing";
import { openKept, openOwn } from "./kept-stores.ts";

const [place = "", only = ""] = process.argv.slice(2);
const [, kind = "", parent = ""] = /^(jsonl|sqlite):(.+)$/.exec(place) ?? [];
const [, scheme = ""] = /^(postgres|nats)(?:ql)?:\/\//.exec(place) ?? [];
if (kind === "" && scheme === "" && !/\.[cm]?[jt]s$/.test(place)) {
  console.error(
    "npm run conformance -- jsonl:FOLDER | sqlite:FOLDER | postgres://… | nats://… | FILE.ts",
  );
  process.exit(2);
}
const folder = kind === "" ? undefined : mkdtempSync(join(parent, "conformance-"));
const opened = () => {
  if (folder !== undefined) return openKept(kind, folder);
  if (scheme === "") return openOwn(place);
  return openKept(scheme === "nats" ? "jetstream" : scheme, place);
};

let [passed, failed] = [0, 0];
const fail = (what: string, error: unknown): void => {
  failed += 1;
  const why = error instanceof Error ? error.message : String(error);
  console.error(`${what}\n${why.replace(/^/gm, "    ")}`);
};
process.on("unhandledRejection", (error) => fail("a promise that nobody waits for", error));

const storage = await opened();
for (const { name, prove } of storeConformance(() => storage)) {
  if (!name.startsWith(only)) continue;
  try {
    await prove();
    passed += 1;
  } catch (error) {
    fail(name, error);
  }
}
await storage.close?.();
if (folder !== undefined) rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
// NOTE: a store that is not sound may keep the process alive.
process.exit(failed === 0 ? 0 : 1);
