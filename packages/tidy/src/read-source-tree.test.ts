import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { readSourceTree } from "./read-source-tree.ts";

const root = mkdtempSync(join(tmpdir(), "tidy-"));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (texts: Record<string, string | Uint8Array>): void => {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
};

const pathsRead = (): string[] => readSourceTree(root).map(({ path }) => path);

test("a checkout without git is walked, past what is installed or built", () => {
  write({
    "README.md": "Đảng bộ",
    "seal.png": new Uint8Array([0, 1, 2]),
    "old.txt": new Uint8Array([0xe0, 0x61]),
    ".config/biome.json": "{}",
    ".ci/run": "#!/bin/sh",
    ".cache/x.ts": "",
    "node_modules/x/index.js": "",
    "packages/core/dist/index.js": "",
    "packages/core/src/index.ts": "x();",
  });
  expect(readSourceTree(root)).toEqual([
    { path: ".ci/run", text: "#!/bin/sh" },
    { path: ".config/biome.json", text: "{}" },
    { path: "README.md", text: "Đảng bộ" },
    { path: "old.txt", text: "" },
    { path: "packages/core/src/index.ts", text: "x();" },
    { path: "seal.png", text: "" },
  ]);
});

test("a repository is listed by git: tracked and new files, none ignored or deleted", (context) => {
  write({ ".gitignore": "*.log\n", "a.ts": "", "gone.ts": "", "new ổ.ts": "", "x.log": "" });
  try {
    execFileSync("git", ["init", "--quiet"], { cwd: root });
    execFileSync("git", ["add", "a.ts", "gone.ts"], { cwd: root });
  } catch {
    context.skip("there is no git here");
  }
  rmSync(join(root, "gone.ts"));
  expect(pathsRead()).toEqual([".gitignore", "a.ts", "new ổ.ts"]);
});

test("a broken .git is no git", () => {
  write({ ".git": "gitdir: nowhere", "a.ts": "" });
  expect(pathsRead()).toEqual([".git", "a.ts"]);
});
