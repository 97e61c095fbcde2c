import { sliceFiles, slices } from "./layers.ts";
import type { SourceTree, Violation } from "./source-tree.ts";

/** A slice's folder holds the files that every slice has, their tests, and `SLICE.test.ts`. */
export function sliceShape(tree: SourceTree): Violation[] {
  return tree.flatMap(({ path }) => {
    const [, slice, rest] = /^packages\/core\/src\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (slice === undefined || rest === undefined || !slices.includes(slice)) return [];
    const tested = rest.replace(/\.test\.ts$/, ".ts");
    if (sliceFiles.includes(tested) || rest === `${slice}.test.ts`) return [];
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
