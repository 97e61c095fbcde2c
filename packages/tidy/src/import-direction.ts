import { type Import, importsOf } from "./imports.ts";
import { coreLayers, type Layer, packageRows, slices } from "./layers.ts";
import { type Edge, moduleGraph } from "./module-graph.ts";
import {
  type Fault,
  isCode,
  isCoreSource,
  isTest,
  matches,
  packageOf,
  type SourceFile,
  type SourceTree,
  type Violation,
} from "./source-tree.ts";

/** Imports go down the layers of `layers.ts` only: between packages, and inside core. */
export function importDirection(tree: SourceTree): Violation[] {
  return tree
    .filter((file) => isCode(file.path))
    .flatMap((file) => {
      const edges = moduleGraph(tree).get(file.path) ?? [];
      return [...acrossPackages(file), ...intoPackages(file, edges), ...insideCore(file, edges)];
    });
}

/** The package of a file, or its folder of the root. */
const homeOf = (path: string): string => packageOf(path) ?? path.split("/")[0] ?? "";

function acrossPackages(file: SourceFile): Violation[] {
  const home = homeOf(file.path);
  const row = packageRows.find((each) => matches(home, each.name));
  if (row === undefined) {
    if (packageOf(file.path) === undefined) return [];
    const remedy = "add a row to packageRows in packages/tidy/src/layers.ts";
    return [at(file, 1, { message: `no row for the package ${home}`, remedy })];
  }
  const allowed = [...row.imports, ...(isTest(file.path) ? row.inTests : [])];
  return importsOf(file).flatMap(({ specifier, line }) => {
    const target = /^@tongket\/([^/]+)/.exec(specifier)?.[1];
    if (target === undefined || target === home) return [];
    if (allowed.some((name) => matches(target, name))) return [];
    const list = allowed.length === 0 ? "no other package of ours" : allowed.join(", ");
    const message = `${home} imports @tongket/${target}; it may import ${list}`;
    return [at(file, line, { message, remedy: "move the code down, or hand the value in" })];
  });
}

function intoPackages(file: SourceFile, edges: readonly Edge[]): Violation[] {
  return edges.flatMap(({ import: { specifier, line }, target }) => {
    const owner = packageOf(target);
    const isByPath = specifier.startsWith(".") && owner !== undefined;
    if (!isByPath || owner === packageOf(file.path)) return [];
    const message = `${specifier} reaches into the package ${owner} by path`;
    return [at(file, line, { message, remedy: `import it by its name, @tongket/${owner}` })];
  });
}

function insideCore(file: SourceFile, edges: readonly Edge[]): Violation[] {
  if (!isCoreSource(file.path)) return [];
  const layer = layerOf(file.path);
  if (layer === undefined) {
    const remedy = "move it, or add a row to coreLayers in packages/tidy/src/layers.ts";
    return [at(file, 1, { message: "in no layer of core", remedy })];
  }
  return edges.flatMap((edge) => {
    const target = isCoreSource(edge.target) ? layerOf(edge.target) : undefined;
    if (target === undefined) return [];
    const sameFolder = folderOf(file.path) === folderOf(edge.target);
    if (isAllowed({ layer, target, sameFolder, by: edge.import })) return [];
    const what = `${sameFolder ? "" : ownerOf(edge.target, file.path)}${target.name}`;
    const message = `${layer.name} imports ${what} (${edge.target})`;
    const remedy = `${layer.name} may import ${layer.imports.join(", ")}; hand it the rest`;
    return [at(file, edge.import.line, { message, remedy })];
  });
}

type Question = { layer: Layer; target: Layer; sameFolder: boolean; by: Import };

function isAllowed({ layer, target, sameFolder, by }: Question): boolean {
  return layer.imports.some((allowed) => {
    if (allowed === "*" || allowed === target.name) return true;
    if (allowed === `own ${target.name}`) return sameFolder;
    return allowed === `type ${target.name}` && by.typeOnly;
  });
}

const pathInCore = (path: string): string => path.slice("packages/core/src/".length);
const folderOf = (path: string): string => pathInCore(path).split("/")[0] ?? "";
const isInSlice = (path: string): boolean => slices.includes(folderOf(path));

function layerOf(path: string): Layer | undefined {
  return coreLayers.find((layer) => matches(pathInCore(path), layer.files));
}

function ownerOf(target: string, from: string): string {
  if (!isInSlice(target)) return "";
  return isInSlice(from) ? "another slice's " : "a slice's ";
}

function at(file: SourceFile, line: number, fault: Fault): Violation {
  return { rule: "import-direction", file: file.path, line, ...fault };
}
