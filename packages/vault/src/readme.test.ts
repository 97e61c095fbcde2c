import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const packageFolder = fileURLToPath(new URL("..", import.meta.url));

test("the example of the README prints what its comments say", () => {
  const readme = readFileSync(join(packageFolder, "README.md"), "utf8");
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? "";
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map((line) => line[1]);
  const home = mkdtempSync(join(tmpdir(), "tongket-vault-"));
  try {
    mkdirSync(join(home, "node_modules/@tongket"), { recursive: true });
    symlinkSync(packageFolder, join(home, "node_modules/@tongket/vault"), "junction");
    writeFileSync(join(home, "example.mts"), example);
    const argv = ["--conditions=source", "example.mts"];
    const printed = execFileSync(process.execPath, argv, { cwd: home, encoding: "utf8" });
    expect(promised).toHaveLength(3);
    expect(printed.trimEnd().split("\n")).toEqual(promised);
  } finally {
    rmSync(home, { recursive: true });
  }
});
