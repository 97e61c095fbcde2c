import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { personFile } from "./person-file.ts";
import { openVault } from "./vault.ts";

let home: string;
let keys: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "tongket-vault-"));
  keys = join(home, "keys");
});
afterEach(() => rmSync(home, { recursive: true }));

const people = Array.from({ length: 40 }, (_, index) => `p-${index}`);

/** Each process loads the vault, says so, waits for all to be ready, and walks the same people. */
const program = `
  const [vaultUrl, keys, people, act] = process.argv.slice(1);
  const { openVault } = await import(vaultUrl);
  const vault = openVault(keys);
  process.stderr.write("ready");
  for await (const go of process.stdin) break;
  const results = JSON.parse(people).map((person) =>
    act === "seal" ? vault.seal(person, { name: person }) : vault.destroy(person));
  process.stdout.write(JSON.stringify(results), () => process.exit());
`;

const runTogether = async (acts: ReadonlyArray<"seal" | "destroy">) => {
  const vaultUrl = new URL("./vault.ts", import.meta.url).href;
  const children = acts.map((act) => {
    const argv = [vaultUrl, keys, JSON.stringify(people), act];
    return spawn(process.execPath, ["--input-type=module", "-e", program, ...argv]);
  });
  const outputs = children.map((child) => text(child.stdout));
  const ready = children.map(
    (child) =>
      new Promise<void>((resolve, reject) => {
        child.stderr.once("data", (words) =>
          `${words}` === "ready" ? resolve() : reject(new Error(`${words}`)),
        );
      }),
  );
  await Promise.all(ready);
  for (const child of children) child.stdin.end("go");
  const results = (await Promise.all(outputs)).map((output) => JSON.parse(output));
  return results as { outcome: string; sealed?: string }[][];
};

const filesOf = (ending: string) =>
  people.map((person) => `${personFile(person)}.${ending}`).sort();

test("eight processes that seal the same people at once end with one key a person", async () => {
  const runs = await runTogether(Array.from({ length: 8 }, () => "seal"));
  const vault = openVault(keys);
  for (const [at, person] of people.entries()) {
    const texts = runs.map((results) => results[at]?.sealed ?? "");
    expect(new Set(texts).size, person).toBe(1);
    const opened = { outcome: "Opened", profile: { name: person } };
    expect(vault.unseal(person, texts[0] ?? "")).toEqual(opened);
  }
  expect(readdirSync(keys).sort()).toEqual(filesOf("key"));
});

test("no key outlives an erasure that ran beside eight processes sealing", async () => {
  const runs = await runTogether([...Array.from({ length: 8 }, () => "seal" as const), "destroy"]);
  const outcomes = new Set(runs.flat().map((result) => result.outcome));
  expect(outcomes.isSubsetOf(new Set(["Sealed", "PersonErased", "Destroyed"]))).toBe(true);
  expect(readdirSync(keys).sort()).toEqual(filesOf("erased"));
});
