import ts from "typescript";
import type { SourceFile } from "./source-tree.ts";
import { lineAt, syntaxOf, walk } from "./syntax.ts";

/** One mention of another module. `names` are what it takes; `*` is all of it. */
export type Import = {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
  readonly names: readonly string[];
};

/**
 * Every module a code file names: `import`, `export … from`, `import()`, `import("…").T`,
 * and `new URL("./worker.ts", import.meta.url)`.
 */
export function importsOf(file: SourceFile): Import[] {
  const syntax = syntaxOf(file);
  const imports: Import[] = [];
  walk(syntax, (node) => {
    const found = importAt(node);
    if (found === undefined) return;
    imports.push({ ...found, line: lineAt(syntax, node.getStart(syntax)) });
  });
  return imports;
}

type Found = Omit<Import, "line">;

function importAt(node: ts.Node): Found | undefined {
  if (ts.isImportDeclaration(node)) {
    return found(node.moduleSpecifier, importedNames(node.importClause), isTypeImport(node));
  }
  if (ts.isExportDeclaration(node)) return found(node.moduleSpecifier, ["*"], node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return found(node.argument.literal, ["*"], true);
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return found(node.arguments[0], ["*"], false);
  }
  if (ts.isNewExpression(node) && node.expression.getText() === "URL") {
    const [path, base] = node.arguments ?? [];
    return base?.getText() === "import.meta.url" ? found(path, ["*"], false) : undefined;
  }
  return undefined;
}

function found(specifier: ts.Node | undefined, names: string[], typeOnly: boolean) {
  if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return undefined;
  return { specifier: specifier.text, names, typeOnly };
}

function importedNames(clause: ts.ImportClause | undefined): string[] {
  const named = clause?.namedBindings;
  const byDefault = clause?.name === undefined ? [] : ["default"];
  if (named === undefined) return byDefault;
  if (ts.isNamespaceImport(named)) return [...byDefault, "*"];
  return [
    ...byDefault,
    ...named.elements.map(({ name, propertyName }) => (propertyName ?? name).text),
  ];
}

function isTypeImport({ importClause: clause }: ts.ImportDeclaration): boolean {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || ts.isNamespaceImport(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}
