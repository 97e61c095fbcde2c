import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile, SourceTree } from "./source-tree.ts";

const foldersSkipped = new Set(["node_modules", "dist", "coverage"]);
const dotFoldersRead = new Set([".config", ".ci"]);

/**
 * Reads the repository at `root`: what git tracks, and what it would track if added.
 * A checkout without git, or without its binary, is walked instead.
 */
export function readSourceTree(root: string): SourceTree {
  const paths = pathsByGit(root) ?? pathsByWalking(root);
  return paths
    .filter((path) => lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true)
    .sort()
    .map((path) => readSourceFile(root, path));
}

function pathsByGit(root: string): string[] | undefined {
  // NOTE: without this check a copy inside another repository would be listed by that one.
  if (!existsSync(join(root, ".git"))) return undefined;
  try {
    const listed = execFileSync(
      "git",
      ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
      { cwd: root, encoding: "utf8", maxBuffer: 64 * 2 ** 20, stdio: ["ignore", "pipe", "ignore"] },
    );
    return [...new Set(listed.split("\0").filter((path) => path !== ""))];
  } catch {
    return undefined;
  }
}

/** The same list without git: a little wider, for it does not read `.gitignore`. */
function pathsByWalking(root: string, folder = ""): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) return [path];
    return entry.isDirectory() && isRead(entry.name) ? pathsByWalking(root, path) : [];
  });
}

function isRead(folderName: string): boolean {
  if (folderName.startsWith(".")) return dotFoldersRead.has(folderName);
  return !foldersSkipped.has(folderName);
}

function readSourceFile(root: string, path: string): SourceFile {
  const bytes = readFileSync(join(root, path));
  if (bytes.includes(0)) return { path, text: "" };
  try {
    return { path, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { path, text: "" };
  }
}
