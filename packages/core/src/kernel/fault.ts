import * as SchemaIssue from "effect/SchemaIssue";

/** One place of an input that is not of its shape: where, what was expected, what stands there. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly found: unknown;
}

const formatter = SchemaIssue.makeFormatterStandardSchemaV1();

/** The faults a schema found in an input, each with the value at its place. */
export const faultsOf = (
  issue: SchemaIssue.Issue,
  input: unknown,
  under: readonly (string | number)[] = [],
): readonly Fault[] =>
  formatter(issue).issues.map(({ path = [], message }) => {
    const keys = path.map((step) => (typeof step === "object" ? step.key : step));
    const place = keys.map((key) => (typeof key === "number" ? key : String(key)));
    return {
      path: [...under, ...place],
      expected: message.replace(/^Expected /, "").replace(/, got .*$/s, ""),
      found: valueAt(input, place),
    };
  });

const valueAt = (input: unknown, path: readonly (string | number)[]): unknown => {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
};
