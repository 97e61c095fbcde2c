import ts from "typescript";
import type { SourceFile } from "./source-tree.ts";

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

/** The syntax tree of a code file, parsed once for all the rules. */
export function syntaxOf(file: SourceFile): ts.SourceFile {
  let syntax = parsed.get(file);
  if (syntax === undefined) {
    syntax = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
    parsed.set(file, syntax);
  }
  return syntax;
}

/** The line of a position, from 1. */
export function lineAt(syntax: ts.SourceFile, position: number): number {
  return syntax.getLineAndCharacterOfPosition(position).line + 1;
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** A comment with its markers; `line` is where it starts. */
export type Comment = {
  readonly text: string;
  readonly line: number;
  readonly kind: "line" | "block" | "doc";
};

/** Every comment of a file, in order; read between tokens, so never from a string. */
export function commentsOf(file: SourceFile): Comment[] {
  const syntax = syntaxOf(file);
  const ranges = new Map<number, ts.CommentRange>();
  const note = (range: ts.CommentRange): void => void ranges.set(range.pos, range);
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(syntax);
    if (children.length > 0) {
      children.forEach(visit);
      return;
    }
    ts.getLeadingCommentRanges(file.text, node.pos)?.forEach(note);
    ts.getTrailingCommentRanges(file.text, node.end)?.forEach(note);
  };
  visit(syntax);
  return [...ranges.values()]
    .sort((a, b) => a.pos - b.pos)
    .map(({ pos, end, kind }) => {
      const text = file.text.slice(pos, end);
      const block = text.startsWith("/**") ? "doc" : "block";
      const isLine = kind === ts.SyntaxKind.SingleLineCommentTrivia;
      return { text, line: lineAt(syntax, pos), kind: isLine ? "line" : block };
    });
}
