import { sliceFiles, slices } from "./layers.ts";
import type { SourceTree, Violation } from "./source-tree.ts";

/** A slice's folder holds the files that every slice has, and their tests. */
export function sliceShape(tree: SourceTree): Violation[] {
  return tree.flatMap(({ path }) => {
    const [, slice, rest] = /^packages\/core\/src\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (slice === undefined || rest === undefined || !slices.includes(slice)) return [];
    if (sliceFiles.includes(rest.replace(/\.test\.ts$/, ".ts"))) return [];
    return [
      {
        rule: "slice-shape",
        file: path,
        line: 1,
        message: `the slice ${slice} holds ${rest}; a slice holds ${sliceFiles.join(", ")}`,
        remedy: "put its code in one of these, or amend sliceFiles in packages/tidy/src/layers.ts",
      },
    ];
  });
}
