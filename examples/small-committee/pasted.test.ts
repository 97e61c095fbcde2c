/** Runs what the README, the clerk's guide and the page on many ledgers say to paste. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** A shell block, and the output that stands below it where one does. */
interface Block {
  readonly shell: string;
  readonly prints: string | undefined;
}

const blocksOf = (markdown: string): readonly Block[] =>
  [...markdown.matchAll(/```sh\n([\s\S]+?)```\n(?:\n```text\n([\s\S]+?)```\n)?/g)].map(
    ([, shell = "", prints]) => ({ shell, prints }),
  );

/** A copy of what the blocks use, so that what they make is thrown away. */
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "tongket-pasted-"));
  for (const shared of ["node_modules", "packages"])
    symlinkSync(join(root, shared), join(home, shared));
  cpSync(join(root, "package.json"), join(home, "package.json"));
  cpSync(join(root, "examples"), join(home, "examples"), { recursive: true });
});
afterAll(() => rmSync(home, { recursive: true }));

const paste = (shell: string) => {
  const env = { ...process.env, TONGKET_LANG: "en" };
  return spawnSync("sh", ["-ec", shell], { cwd: home, encoding: "utf8", env });
};

const readmeSection = /## On the command line\n([\s\S]+?)\n## /.exec(read("README.md"))?.[1] ?? "";

describe.each([
  ["the README", blocksOf(readmeSection), 1],
  ["the guide", blocksOf(read("docs/guide.md")), 12],
  ["the page on many ledgers", blocksOf(read("docs/consolidation.md")), 2],
])("%s", (_, blocks, count) => {
  test("has them all", () => expect(blocks).toHaveLength(count));

  test.each(blocks)("$shell", ({ shell, prints }) => {
    const { status, stdout, stderr } = paste(shell);
    expect([status, stderr.replace(/^.* my-report\.\w+\.\n/gm, "")]).toEqual([0, ""]);
    if (prints !== undefined) expect(stdout).toBe(prints);
  });
});

test("the sample line of the README is one of the file", () => {
  const [, sample = "none"] = /^`(\{"command".+\})`\.$/m.exec(readmeSection) ?? [];
  expect(read("examples/small-committee/commands.jsonl").split("\n")).toContain(sample);
});

test("people are named by ids only, save the sample of a sealed name", () => {
  expect(read("examples/small-committee/commands.jsonl")).not.toContain("profile");
  expect(read("examples/small-committee/names.jsonl")).toContain("mẫu");
});
