import ts from "typescript";
import { isCode, type SourceFile, type SourceTree, type Violation } from "./source-tree.ts";
import { type Comment, commentsOf } from "./syntax.ts";

const rulers = "=\\-*_#~─═";
const banner = new RegExp(`^[${rulers}]{4,}|[${rulers}]{4,}$`);
const promise = /\b(?:TODO|FIXME|XXX|HACK)\b/;

/** Comments are sentences that say why: no promises, no banners, no code put to sleep. */
export function comments(tree: SourceTree): Violation[] {
  return tree.flatMap((file) => {
    if (isCode(file.path)) return faultsOf(file, commentsOf(file));
    return isScript(file) ? faultsOf(file, hashComments(file)) : [];
  });
}

const isScript = ({ path, text }: SourceFile): boolean =>
  /\.(?:sh|ya?ml|toml)$/.test(path) || text.startsWith("#!");

/** The comments of a shell script or a YAML file: lines that start with `#`. */
function hashComments(file: SourceFile): Comment[] {
  return file.text
    .split("\n")
    .map((text, index): Comment => ({ text: text.trim(), line: index + 1, kind: "block" }))
    .filter(({ text }) => text.startsWith("#"));
}

function faultsOf(file: SourceFile, all: Comment[]): Violation[] {
  const at = (line: number) => ({ rule: "comments", file: file.path, line });
  const byLine = all.flatMap((comment) =>
    wordsOf(comment).flatMap((words, offset) => {
      const line = comment.line + offset;
      const found = promise.exec(words)?.[0];
      if (found !== undefined) {
        const remedy = "do it now, or open an issue and say here what is the case today";
        return [{ ...at(line), message: `a comment that says ${found}`, remedy }];
      }
      if (!banner.test(words)) return [];
      return [
        { ...at(line), message: "a banner", remedy: "drop the rule of signs, or split the file" },
      ];
    }),
  );
  const asleep = groups(all).filter((group) => group.kind !== "doc" && holdsCode(group));
  const remedy = "delete it: git remembers";
  return [
    ...byLine,
    ...asleep.map(({ line }) => ({ ...at(line), message: "code that is commented out", remedy })),
  ];
}

/** The words of a comment, line by line, without its markers. */
function wordsOf({ text, kind }: Comment): string[] {
  if (kind === "line") return [text.replace(/^\/\/+/, "").trim()];
  const inner = text.replace(/^#+!?|^\/\*\*?|\*\/$/g, "");
  return inner.split("\n").map((line) =>
    line
      .trim()
      .replace(/^\*(?!\*)\s?/, "")
      .trim(),
  );
}

/** Line comments that stand under each other are read together. */
function groups(all: Comment[]): Comment[] {
  const joined: Comment[] = [];
  for (const comment of all) {
    const last = joined.at(-1);
    const next = last === undefined ? 0 : last.line + last.text.split("\n").length;
    if (last?.kind === "line" && comment.kind === "line" && next === comment.line) {
      joined[joined.length - 1] = { ...last, text: `${last.text}\n${comment.text}` };
    } else joined.push(comment);
  }
  return joined;
}

/** Whether a comment, whole or in one of its lines, parses as statements and ends like one. */
function holdsCode({ text, kind }: Comment): boolean {
  const words = text.split("\n").flatMap((line) => wordsOf({ text: line, line: 1, kind }));
  return [words.join("\n"), ...words].some((each) => /[;}]\s*$/.test(each) && parses(each));
}

function parses(code: string): boolean {
  if (/^[\s;{}]*$|^[\w\s]*;$/.test(code) && !/^(?:break|continue|return|debugger);$/.test(code)) {
    return false;
  }
  const { diagnostics } = ts.transpileModule(code, { reportDiagnostics: true });
  return diagnostics?.length === 0;
}
