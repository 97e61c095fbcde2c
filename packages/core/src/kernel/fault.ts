import type * as SchemaAST from "effect/SchemaAST";
import * as SchemaIssue from "effect/SchemaIssue";

/** One place of an input that is not of its shape: where, what was expected, what stands there. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly found: unknown;
}

const formatter = SchemaIssue.makeFormatterStandardSchemaV1();

type Path = readonly (string | number)[];

/** The faults a schema found in an input, each with the value at its place. */
export const faultsOf = (
  issue: SchemaIssue.Issue,
  input: unknown,
  under: Path = [],
): readonly Fault[] =>
  shortfalls(issue, { input, path: [] }).map(({ path, expected }) => ({
    path: [...under, ...path],
    expected,
    found: valueAt(input, path),
  }));

interface At {
  readonly input: unknown;
  readonly path: Path;
}

const shortfalls = (
  issue: SchemaIssue.Issue,
  { input, path }: At,
): readonly Omit<Fault, "found">[] => {
  switch (issue._tag) {
    case "Encoding":
      return shortfalls(issue.issue, { input, path });
    case "Pointer": {
      const steps = issue.path.map((key) => (typeof key === "number" ? key : String(key)));
      return shortfalls(issue.issue, { input, path: [...path, ...steps] });
    }
    case "Composite":
      return issue.issues.flatMap((one) => shortfalls(one, { input, path }));
    case "AnyOf":
      return ofAlternatives(issue, { input, path });
    default: {
      const fields = issue._tag === "InvalidType" ? fieldsOf(issue.ast) : undefined;
      return fields === undefined ? told(issue, path) : [{ path, expected: `object ${fields}` }];
    }
  }
};

/** As the schema library tells it. */
const told = (issue: SchemaIssue.Issue, path: Path): readonly Omit<Fault, "found">[] =>
  formatter(issue).issues.map(({ path: steps = [], message }) => ({
    path: [...path, ...steps.map((step) => (typeof step === "number" ? step : String(step)))],
    expected: message.replace(/^Expected /, "").replace(/, got .*$/s, ""),
  }));

/**
 * Of several shapes, the faults of the one that the input means, by the fields it has; one fault
 * that lists the shapes where that is unclear, since no input needs the fields of all of them.
 */
const ofAlternatives = (
  issue: SchemaIssue.AnyOf,
  { input, path }: At,
): readonly Omit<Fault, "found">[] => {
  const shapes = issue.ast.types.map((type) => fieldsOf(type));
  if (shapes.every((shape) => shape === undefined)) return told(issue, path);
  const value = valueAt(input, path);
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const meant = issue.issues.map((one) => ({ one, shared: sharedFields(one, keys) }));
  const most = Math.max(...meant.map(({ shared }) => shared));
  const [best, other] = meant.filter(({ shared }) => shared === most);
  if (best !== undefined && other === undefined && most > 0) {
    return shortfalls(best.one, { input, path });
  }
  const names = issue.ast.types.map((type, index) => shapes[index] ?? wordOf(type, path));
  return [{ path, expected: `one of: ${names.join(", ")}` }];
};

const sharedFields = (issue: SchemaIssue.Issue, keys: readonly string[]): number =>
  "ast" in issue ? namesOf(issue.ast).filter((name) => keys.includes(name)).length : 0;

const wordOf = (type: SchemaAST.AST, path: Path): string =>
  told(new SchemaIssue.InvalidType(type), path)[0]?.expected ?? "";

const namesOf = (ast: SchemaAST.AST): readonly string[] =>
  ast._tag === "Objects" ? ast.propertySignatures.map(({ name }) => String(name)) : [];

/** `{member, since?}`, or undefined where the schema is none of an object with known fields. */
const fieldsOf = (ast: SchemaAST.AST): string | undefined => {
  if (ast._tag !== "Objects" || ast.propertySignatures.length === 0) return undefined;
  const names = ast.propertySignatures.map(
    ({ name, type }) => `${String(name)}${type.context?.isOptional === true ? "?" : ""}`,
  );
  return `{${names.join(", ")}}`;
};

const valueAt = (input: unknown, path: readonly (string | number)[]): unknown => {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
};
