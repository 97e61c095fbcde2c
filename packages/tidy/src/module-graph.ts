import { posix } from "node:path";
import { type Import, importsOf } from "./imports.ts";
import { sourceOfExport } from "./package-entries.ts";
import { fileAt, isCode, type SourceTree } from "./source-tree.ts";

/** An import whose target is a file of this repository. */
export type Edge = { readonly import: Import; readonly target: string };

/** Who imports what, by path; a code file that imports nothing of ours has an empty list. */
export type ModuleGraph = ReadonlyMap<string, readonly Edge[]>;

const graphs = new WeakMap<SourceTree, ModuleGraph>();

export function moduleGraph(tree: SourceTree): ModuleGraph {
  let graph = graphs.get(tree);
  if (graph === undefined) {
    graph = new Map(
      tree
        .filter((file) => isCode(file.path))
        .map((file) => [
          file.path,
          importsOf(file).flatMap((each) => {
            const target = resolveImport(tree, file.path, each.specifier);
            return target === undefined ? [] : [{ import: each, target }];
          }),
        ]),
    );
    graphs.set(tree, graph);
  }
  return graph;
}

/** The file an import means, or undefined when it is none of ours. */
function resolveImport(tree: SourceTree, from: string, specifier: string) {
  if (!specifier.startsWith(".")) return sourceOfExport(tree, specifier);
  const path = posix.join(posix.dirname(from), specifier);
  const source = path.replace(/\.([cm]?)js$/, ".$1ts");
  const candidates = [path, source, source.replace("/dist/", "/src/"), `${path}.ts`];
  return [...candidates, `${path}/index.ts`].find((each) => fileAt(tree, each) !== undefined);
}

/** Every file reachable from the roots along the edges that `follow` lets through. */
export function reachableFrom(
  graph: ModuleGraph,
  roots: Iterable<string>,
  follow: (from: string, to: string) => boolean = () => true,
): Set<string> {
  const reached = new Set(roots);
  // A Set hands out what is added while it is walked, so this visits everything.
  for (const path of reached) {
    for (const { target } of graph.get(path) ?? []) if (follow(path, target)) reached.add(target);
  }
  return reached;
}
