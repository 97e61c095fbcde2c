/**
 * `npm run conformance -- sqlite:FOLDER`: proves every case of the published suite on a store:
 * `jsonl:FOLDER`, `sqlite:FOLDER`, the URL of a PostgreSQL database (`postgres:`) or of a NATS
 * server (`nats:`), or `FILE.ts`, whose default export is a `LedgerStorage` or a function that
 * gives one. Each case works on new ledgers, whose ids begin with `conformance-`; in a folder they
 * go when it ends. A second word proves only the cases whose names begin with it, such as `races`.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { LedgerFault } from "@tongket/core/log";
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
// Without what may be a password.
const placeShown = place.replace(/:\/\/.*@/s, "://…@").replace(/\?.*/s, "");
if (kind !== "" && statSync(parent, { throwIfNoEntry: false })?.isDirectory() !== true) {
  console.error(`${parent} is no folder that is there: make it first`);
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

const end = (line: string): never => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  console.error(line);
  process.exit(2);
};
const firstLine = (error: unknown): string => String(error).split("\n")[0] ?? "";

const storage = await opened().catch((error: unknown) =>
  end(`${placeShown} cannot be used: ${firstLine(error)}`),
);
const isFunction = (name: "create" | "open"): boolean => typeof storage?.[name] === "function";
if (!isFunction("create") || !isFunction("open")) {
  end(`${placeShown} has no default export that is a LedgerStorage: create and open are missing`);
}
const cases = storeConformance(() => storage).filter(({ name }) => name.startsWith(only));
if (cases.length === 0) {
  await storage.close?.();
  end(`no case of the suite has a name that begins with ${JSON.stringify(only)}`);
}
if (scheme !== "") {
  await storage.open("conformance-none").catch(async (error: unknown) => {
    if (error instanceof LedgerFault && error.fault === "LedgerMissing") return;
    await storage.close?.().catch(() => {});
    end(`${placeShown} cannot be used: ${firstLine(error)}`);
  });
}
for (const { name, prove } of cases) {
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
