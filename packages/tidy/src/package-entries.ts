import { posix } from "node:path";
import { fileAt, type SourceTree } from "./source-tree.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Package = { readonly folder: string; readonly name: string; readonly manifest: Json };

const packages = new WeakMap<SourceTree, readonly Package[]>();

function packagesOf(tree: SourceTree): readonly Package[] {
  let all = packages.get(tree);
  if (all === undefined) {
    all = tree.flatMap(({ path, text }) => {
      if (posix.basename(path) !== "package.json") return [];
      const manifest = parsed(text);
      const name = member(manifest, "name");
      return typeof name === "string" ? [{ folder: posix.dirname(path), name, manifest }] : [];
    });
    packages.set(tree, all);
  }
  return all;
}

/** The source file that `@tongket/core/sub/path` means, by the exports of its package.json. */
export function sourceOfExport(tree: SourceTree, specifier: string): string | undefined {
  for (const { folder, name, manifest } of packagesOf(tree)) {
    if (specifier !== name && !specifier.startsWith(`${name}/`)) continue;
    const key = `.${specifier.slice(name.length)}`;
    for (const [pattern, target] of Object.entries(exportsOf(manifest))) {
      const star = starMatch(pattern, key);
      if (star === undefined) continue;
      const sources = stringsIn(member(target, "source") ?? target).map(toSource);
      const paths = sources.map((source) => posix.join(folder, source.replaceAll("*", star)));
      const path = paths.find((each) => fileAt(tree, each) !== undefined);
      if (path !== undefined) return path;
    }
  }
  return undefined;
}

/** Every file that a package.json names in `exports`, `imports`, `main` or `bin`. */
export function packageEntries(tree: SourceTree): Set<string> {
  const entries = new Set<string>();
  for (const { folder, manifest } of packagesOf(tree)) {
    const named = ["exports", "imports", "main", "bin"].map((key) => member(manifest, key));
    for (const target of named.flatMap(stringsIn).flatMap((each) => [each, toSource(each)])) {
      const pattern = posix.join(folder, target);
      for (const { path } of tree) if (starMatch(pattern, path) !== undefined) entries.add(path);
    }
  }
  return entries;
}

/** What `*` stands for where `path` fits `pattern`; as in exports, `*` crosses folders. */
function starMatch(pattern: string, path: string): string | undefined {
  const [before = "", after, ...more] = pattern.split("*");
  if (after === undefined) return path === pattern ? "" : undefined;
  if (more.length > 0) return undefined;
  const fits = path.startsWith(before) && path.endsWith(after);
  const star = fits ? path.slice(before.length, path.length - after.length) : "";
  return star === "" ? undefined : star;
}

const toSource = (built: string): string =>
  built.replace(/^(\.\/)?dist\//, "./src/").replace(/(?:\.d)?\.([cm]?)[jt]s$/, ".$1ts");

function exportsOf(manifest: Json): Record<string, Json> {
  const exports = member(manifest, "exports") ?? member(manifest, "main") ?? {};
  const isMap = typeof exports === "object" && !Array.isArray(exports) && exports !== null;
  return isMap && Object.keys(exports).some((key) => key.startsWith("."))
    ? exports
    : { ".": exports };
}

function stringsIn(value: Json | undefined): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function member(value: Json, key: string): Json | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? value[key]
    : undefined;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
