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
      return quoted(value);
    case "number":
      if (!Number.isFinite(value)) throw new RangeError(`${value} has no canonical text`);
      return String(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      return Array.isArray(value)
        ? canonicalArray(value)
        : canonicalObject(value as Record<string, unknown>);
    default:
      throw new RangeError(`a ${typeof value} has no canonical text`);
  }
};

/** No quote, backslash or control, and no surrogate, which might stand alone: most texts. */
const plainText = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

const quoted = (text: string): string => {
  if (plainText.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new RangeError("a lone surrogate has no canonical text");
  return JSON.stringify(text);
};

const canonicalArray = (values: readonly unknown[]): string => {
  let text = "";
  for (const value of values) text += `${text === "" ? "[" : ","}${canonicalJson(value)}`;
  return text === "" ? "[]" : `${text}]`;
};

const canonicalObject = (value: Record<string, unknown>): string => {
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    text += `${text === "" ? "{" : ","}${quoted(key)}:${canonicalJson(member)}`;
  }
  return text === "" ? "{}" : `${text}}`;
};
