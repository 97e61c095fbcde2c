import { posix } from "node:path";
import { type Fence, readMarkdown } from "./markdown.ts";
import {
  type Fault,
  fileAt,
  type SourceFile,
  type SourceTree,
  type Violation,
} from "./source-tree.ts";

/**
 * A code block that says `file=path#region` is that region of that file, word for word; one that
 * says `file=path` is the whole file. Paths are from the root of the repository.
 * In README.md and docs/, TypeScript is only ever quoted in this way.
 */
export function docRegions(tree: SourceTree): Violation[] {
  return tree
    .filter((file) => file.path.endsWith(".md"))
    .flatMap((file) =>
      readMarkdown(file.text).fences.flatMap((fence) => {
        const fault = fenceFault(tree, file, fence);
        if (fault === undefined) return [];
        return [{ rule: "doc-regions", file: file.path, line: fence.line, ...fault }];
      }),
    );
}

function fenceFault(tree: SourceTree, page: SourceFile, fence: Fence): Fault | undefined {
  const [language = "", ...options] = fence.info.split(/\s+/);
  const claim = options.find((each) => each.startsWith("file="))?.slice("file=".length);
  if (claim === undefined) return looseCode(page, language);
  const [path = "", region] = claim.split("#");
  const file = fileAt(tree, path);
  if (file === undefined) {
    const remedy = "write the path from the root of the repository";
    return { message: `the block quotes ${path}, which is not there`, remedy };
  }
  const quoted = region === undefined ? file.text.trimEnd() : regionOf(file.text, region);
  if (quoted === undefined) {
    const remedy = `mark it there once: // #region ${region} … // #endregion ${region}`;
    return { message: `${path} has no single region ${region}`, remedy };
  }
  if (quoted === fence.text.trimEnd()) return undefined;
  const message = `the block differs from ${claim} at ${firstDifference(fence.text, quoted)}`;
  return { message, remedy: `copy the text from ${claim}, or correct it there` };
}

function looseCode(page: SourceFile, language: string): Fault | undefined {
  const isPublic = posix.basename(page.path) === "README.md" || page.path.startsWith("docs/");
  if (!isPublic || !/^(?:ts|tsx|typescript)$/.test(language)) return undefined;
  return {
    message: "TypeScript that no test has run",
    remedy: "move it into a tested example and quote its region: ```ts file=examples/…#name",
  };
}

const mark = /^\s*(?:\/\/|#|--|<!--)\s*#(region|endregion)\s+([\w-]+)/;

/** The lines between the marks of a region, without marks and dedented; it must stand once. */
export function regionOf(text: string, region: string): string | undefined {
  const lines = text.split("\n");
  const marks = lines.map((line) => mark.exec(line)?.slice(1) ?? []);
  const places = (kind: string): number[] =>
    marks.flatMap(([found, name], index) => (found === kind && name === region ? [index] : []));
  const [start, secondStart] = places("region");
  const [end, secondEnd] = places("endregion");
  if (start === undefined || end === undefined || end < start) return undefined;
  if (secondStart !== undefined || secondEnd !== undefined) return undefined;
  return dedent(lines.slice(start + 1, end).filter((line) => !mark.test(line)));
}

function dedent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines
    .map((line) => line.slice(indent))
    .join("\n")
    .trimEnd();
}

function firstDifference(block: string, quoted: string): string {
  const inFile = quoted.split("\n");
  const inBlock = block.trimEnd().split("\n");
  const index = inBlock.findIndex((line, each) => line !== inFile[each]);
  if (index < 0) return `its end: ${JSON.stringify(inFile[inBlock.length])} is missing`;
  return `its line ${index + 1}: ${JSON.stringify(inBlock[index])}`;
}
