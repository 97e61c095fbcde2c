import { posix } from "node:path";
import ts from "typescript";
import { isCode, type SourceFile, type SourceTree, type Violation } from "./source-tree.ts";
import { lineAt, syntaxOf, walk } from "./syntax.ts";

const fileLinesMax = 300;
const functionLinesMax = 70;
const lineColumnsMax = 100;

/** Names that say nothing of what is inside. */
const namesForbidden = /^(?:utils?|commons?|helpers?|misc)$/i;

/** Files, functions and lines stay small, and files are named for what they hold. */
export function sizes(tree: SourceTree): Violation[] {
  return tree
    .filter((file) => isCode(file.path))
    .flatMap((file) => [...name(file), ...fileLines(file), ...functions(file), ...lines(file)]);
}

function name(file: SourceFile): Violation[] {
  const parts = [...posix.dirname(file.path).split("/"), posix.basename(file.path).split(".")[0]];
  const bad = parts.find((part) => part !== undefined && namesForbidden.test(part));
  if (bad === undefined) return [];
  const message = `"${bad}" does not say what is inside`;
  return [{ ...at(file, "name", 1), message, remedy: "name the thing, or move each part home" }];
}

function fileLines(file: SourceFile): Violation[] {
  const count = file.text.replace(/\n$/, "").split("\n").length;
  if (count <= fileLinesMax) return [];
  const message = `${count} lines; a file has ${fileLinesMax} at most`;
  return [
    { ...at(file, "file", fileLinesMax + 1), message, remedy: "split it: one file, one noun" },
  ];
}

function functions(file: SourceFile): Violation[] {
  const syntax = syntaxOf(file);
  const violations: Violation[] = [];
  walk(syntax, (node) => {
    if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined) return;
    const line = lineAt(syntax, node.getStart(syntax));
    const count = lineAt(syntax, node.end) - line + 1;
    if (count <= functionLinesMax) return;
    const most = `a function has ${functionLinesMax} at most`;
    const message = `${functionName(node)} has ${count} lines; ${most}`;
    violations.push({
      ...at(file, "function", line),
      message,
      remedy: "name a step and move it out",
    });
  });
  return violations;
}

function functionName(node: ts.SignatureDeclaration): string {
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named?.getText() ?? "a function without a name";
}

function lines(file: SourceFile): Violation[] {
  const remedy = "break it; a string can be joined with + or written as a template";
  return file.text.split("\n").flatMap((text, index) => {
    const columns = [...text].length;
    if (columns <= lineColumnsMax || isUnbreakable(file, index)) return [];
    const message = `${columns} columns; a line has ${lineColumnsMax} at most`;
    return [{ ...at(file, "line", index + 1), message, remedy }];
  });
}

/** A line that ends in one long word (a hash, an address), or stands inside a written-out text. */
function isUnbreakable(file: SourceFile, lineIndex: number): boolean {
  const address = file.text.split("\n")[lineIndex]?.search(/\S*:\/\/\S*$/) ?? -1;
  if (address >= 0 && address < lineColumnsMax) return true;
  const syntax = syntaxOf(file);
  const start = syntax.getPositionOfLineAndCharacter(lineIndex, 0);
  const position = start + lineColumnsMax;
  let found = false;
  walk(syntax, (node) => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || isTemplateRest(node);
    if (!isText || node.getStart(syntax) > position || node.end <= position) return;
    found ||= node.getStart(syntax) < start || node.getText(syntax).includes("\n");
    found ||= !/\s/.test(node.text);
  });
  return found;
}

const isTemplateRest = (node: ts.Node): node is ts.TemplateMiddle | ts.TemplateTail =>
  ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

function at(file: SourceFile, part: string, line: number) {
  return { rule: `sizes.${part}`, file: file.path, line };
}
