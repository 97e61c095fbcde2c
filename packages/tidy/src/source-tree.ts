import { posix } from "node:path";

/** One file of the repository. `path` is from the root, with `/`; a binary file has no text. */
export type SourceFile = { readonly path: string; readonly text: string };

/** The repository as text: all that a rule may read. */
export type SourceTree = readonly SourceFile[];

/** A place that breaks a rule, and what to do about it. `line` counts from 1. */
export type Violation = {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
};

/** What a rule finds wrong, before it says where. */
export type Fault = Pick<Violation, "message" | "remedy">;

export type Rule = (tree: SourceTree) => Violation[];

/** A tree held in memory, for examples: path → text. */
export function sourceTree(texts: Readonly<Record<string, string>>): SourceTree {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

const indexes = new WeakMap<SourceTree, ReadonlyMap<string, SourceFile>>();

export function fileAt(tree: SourceTree, path: string): SourceFile | undefined {
  let index = indexes.get(tree);
  if (index === undefined) {
    index = new Map(tree.map((file) => [file.path, file]));
    indexes.set(tree, index);
  }
  return index.get(path);
}

/** `**` crosses folders, `*` does not, `{a,b}` is either. */
export function matches(path: string, glob: string): boolean {
  return path === glob || posix.matchesGlob(path, glob);
}

export const isCode = (path: string): boolean => /\.(?:[cm]?[jt]s|[jt]sx)$/.test(path);

export const isTest = (path: string): boolean =>
  /\.test\.[cm]?[jt]sx?$/.test(path) || /^packages\/[^/]+\/test\//.test(path);

/** The folder name of the package that holds a path: `packages/core/src/x.ts` is in `core`. */
export const packageOf = (path: string): string | undefined =>
  /^packages\/([^/]+)\//.exec(path)?.[1];

/** The files of `packages/core/src` that ship: what the purity and layers of core are about. */
export const isCoreSource = (path: string): boolean =>
  path.startsWith("packages/core/src/") && isCode(path) && !isTest(path);

/** One line of text for a violation, as a failing test prints it. */
export function describeViolation({ rule, file, line, message, remedy }: Violation): string {
  return `${file}:${line} [${rule}] ${message}\n    remedy: ${remedy}`;
}
