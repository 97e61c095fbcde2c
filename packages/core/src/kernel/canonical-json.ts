/** A value JSON can hold. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * The one text of a value (RFC 8785): keys sorted by UTF-16 units, no white space, numbers as
 * ECMAScript prints them. Throws a RangeError on what JSON cannot say (NaN, a lone surrogate);
 * the schemas refuse such values before they come here.
 */
export const canonicalJson = (value: unknown): string => {
  switch (typeof value) {
    case "string":
      if (!value.isWellFormed()) throw new RangeError("a lone surrogate has no canonical text");
      return JSON.stringify(value);
    case "number":
      if (!Number.isFinite(value)) throw new RangeError(`${value} has no canonical text`);
      return JSON.stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      return Array.isArray(value)
        ? `[${value.map(canonicalJson).join(",")}]`
        : canonicalObject(value as Record<string, unknown>);
    default:
      throw new RangeError(`a ${typeof value} has no canonical text`);
  }
};

const canonicalObject = (value: Record<string, unknown>): string => {
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(",")}}`;
};
