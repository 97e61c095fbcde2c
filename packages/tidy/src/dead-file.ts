import { posix } from "node:path";
import ts from "typescript";
import { moduleGraph, reachableFrom } from "./module-graph.ts";
import { packageEntries } from "./package-entries.ts";
import {
  fileAt,
  isCode,
  isTest,
  type SourceFile,
  type SourceTree,
  type Violation,
} from "./source-tree.ts";
import { syntaxOf, walk } from "./syntax.ts";

/**
 * Every file under packages/NAME/src is reached from an entry of its package, a test, a config
 * or an example. A file that only its own test imports is dead all the same.
 */
export function deadFile(tree: SourceTree): Violation[] {
  const reached = reachableFrom(moduleGraph(tree), rootsOf(tree), isNotOwnTest);
  return tree
    .filter(({ path }) => isShipped(path) && !reached.has(path))
    .map(({ path }) => ({
      rule: "dead-file",
      file: path,
      line: 1,
      message: "nothing that runs imports this file",
      remedy: "delete it, or import it from an entry named in its package.json",
    }));
}

const isShipped = (path: string): boolean =>
  /^packages\/[^/]+\/src\//.test(path) && isCode(path) && !isTest(path);

const isNotOwnTest = (from: string, to: string): boolean =>
  from.replace(/\.test\.([cm]?[jt]sx?)$/, ".$1") !== to;

function rootsOf(tree: SourceTree): string[] {
  const code = tree.filter((file) => isCode(file.path));
  const outside = code.map((file) => file.path).filter((path) => !isShipped(path));
  return [...packageEntries(tree), ...outside, ...code.flatMap((file) => filesNamed(tree, file))];
}

/** The files that a config names in its strings, as a bundler's does its entries. */
function filesNamed(tree: SourceTree, file: SourceFile): string[] {
  if (!/\.config\.[cm]?[jt]s$/.test(file.path)) return [];
  const paths: string[] = [];
  walk(syntaxOf(file), (node) => {
    if (!ts.isStringLiteralLike(node) || !isCode(node.text)) return;
    const path = posix.join(posix.dirname(file.path), node.text);
    if (fileAt(tree, path) !== undefined) paths.push(path);
  });
  return paths;
}
