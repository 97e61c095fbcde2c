import { type Edge, type ModuleGraph, moduleGraph } from "./module-graph.ts";
import type { SourceTree, Violation } from "./source-tree.ts";

/** No file imports itself by way of others; a cycle of types alone is one too. */
export function importCycles(tree: SourceTree): Violation[] {
  return cyclesOf(moduleGraph(tree)).map(({ path, closing }) => ({
    rule: "import-cycles",
    file: path.at(-1) ?? closing.target,
    line: closing.import.line,
    message: `a cycle of imports: ${[...path, closing.target].join(" → ")}`,
    remedy: "move what both need into a file below them",
  }));
}

/** A chain of files, and the import that leads from its last one back to its first. */
type Cycle = { readonly path: readonly string[]; readonly closing: Edge };

/** One cycle for each import that leads back into the chain being walked. */
function cyclesOf(graph: ModuleGraph): Cycle[] {
  const cycles: Cycle[] = [];
  const done = new Set<string>();
  const chain: string[] = [];
  const visit = (path: string): void => {
    if (done.has(path)) return;
    chain.push(path);
    for (const edge of graph.get(path) ?? []) {
      const start = chain.indexOf(edge.target);
      if (start >= 0) cycles.push({ path: chain.slice(start), closing: edge });
      else visit(edge.target);
    }
    chain.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return cycles;
}
