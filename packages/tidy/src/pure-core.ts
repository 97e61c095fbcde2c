import ts from "typescript";
import {
  type Fault,
  isCoreSource,
  matches,
  type SourceFile,
  type SourceTree,
  type Violation,
} from "./source-tree.ts";
import { lineAt, syntaxOf, walk } from "./syntax.ts";

/** Globals that core never names, and what to do instead. */
const globalsForbidden: ReadonlyMap<string, string> = new Map([
  ["performance", "measure outside core"],
  ["process", "take the value as an argument"],
  ["console", "return the words as a value"],
  ["setTimeout", "wait outside core"],
  ["setInterval", "wait outside core"],
  ["setImmediate", "wait outside core"],
  ["fetch", "read outside core and hand the value in"],
]);

/** Members of globals that read the clock or chance. */
const membersForbidden: ReadonlyMap<string, string> = new Map([
  ["Date.now", "take the instant as an argument"],
  ["Math.random", "take the number as an argument"],
  ["crypto.randomUUID", "take the id as an argument"],
  ["crypto.getRandomValues", "take the bytes as an argument"],
]);

/** Where words for people are made, and so a locale may be named. */
const localised = ["packages/core/src/report/**", "packages/core/src/messages/**"];

/** Core reads no clock, chance, environment or locale that is not handed to it. */
export function pureCore(tree: SourceTree): Violation[] {
  return tree.filter((file) => isCoreSource(file.path)).flatMap(impurities);
}

function impurities(file: SourceFile): Violation[] {
  const syntax = syntaxOf(file);
  const declared = declaredNames(syntax);
  const mayLocalise = localised.some((glob) => matches(file.path, glob));
  const violations: Violation[] = [];
  walk(syntax, (node) => {
    const fault =
      forbiddenGlobal(node, declared) ?? currentDate(node) ?? localeFault(node, mayLocalise);
    if (fault === undefined) return;
    const line = lineAt(syntax, node.getStart(syntax));
    violations.push({ rule: "pure-core", file: file.path, line, ...fault });
  });
  return violations;
}

function forbiddenGlobal(node: ts.Node, declared: ReadonlySet<string>): Fault | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const path = node.getText().replace(/\s|\?/g, "");
    const name = path.replace(/^globalThis\./, "");
    if (declared.has(name.split(".")[0] ?? "")) return undefined;
    const isGlobal = node.expression.getText() === "globalThis";
    return (
      naming(name, membersForbidden) ?? (isGlobal ? naming(name, globalsForbidden) : undefined)
    );
  }
  const isFree = ts.isIdentifier(node) && !declared.has(node.text) && isReference(node);
  return isFree ? naming(node.text, globalsForbidden) : undefined;
}

function naming(name: string, forbidden: ReadonlyMap<string, string>): Fault | undefined {
  const remedy = forbidden.get(name);
  return remedy === undefined ? undefined : { message: `core names ${name}`, remedy };
}

function currentDate(node: ts.Node): Fault | undefined {
  const isCall = ts.isCallExpression(node) || ts.isNewExpression(node);
  if (!isCall || node.expression.getText() !== "Date") return undefined;
  if (ts.isNewExpression(node) && (node.arguments?.length ?? 0) > 0) return undefined;
  return { message: "a Date of now reads the clock", remedy: "take the instant as an argument" };
}

/** How many arguments a call has when its locale is among them. */
const argumentsWithLocale = (method: string): number => (method === "localeCompare" ? 2 : 1);

function localeFault(node: ts.Node, mayLocalise: boolean): Fault | undefined {
  const isCall = ts.isCallExpression(node) || ts.isNewExpression(node);
  if (!isCall || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression, name } = node.expression;
  const isIntl = expression.getText() === "Intl";
  if (!isIntl && !/^(?:toLocale|localeCompare$)/.test(name.text)) return undefined;
  const what = isIntl ? `Intl.${name.text}` : name.text;
  if (!mayLocalise) {
    const message = `${what} depends on a locale`;
    return {
      message,
      remedy: "compare by code units here; put words for people in report/ or messages/",
    };
  }
  const named = node.arguments?.[argumentsWithLocale(name.text) - 1];
  if (named !== undefined && named.getText() !== "undefined") return undefined;
  return {
    message: `${what} takes the machine's locale`,
    remedy: "name the locale as an argument",
  };
}

/** Names that the file binds itself: a parameter called `process` is not the global. */
function declaredNames(syntax: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  walk(syntax, (node) => {
    const isBinding =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node) ||
      ts.isImportClause(node) ||
      ts.isNamespaceImport(node);
    if (isBinding && node.name !== undefined && ts.isIdentifier(node.name))
      names.add(node.name.text);
  });
  return names;
}

/** Whether an identifier reads a variable, and is not the name of a member or a type. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name === node;
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isExportSpecifier(parent) || ts.isImportSpecifier(parent)) return false;
  return !("name" in parent && parent.name === node) && !ts.isLabeledStatement(parent);
}
