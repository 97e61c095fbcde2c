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

/** Whether a text is the canonical one of the value that was parsed of it. */
export const isCanonical = (text: string, value: unknown): boolean => {
  try {
    // What JSON writes alike, with keys in order and no escape, is its own canonical text.
    const isWrittenAlike =
      !text.includes("\\") && areSorted(value) && JSON.stringify(value) === text;
    return isWrittenAlike || canonicalJson(value) === text;
  } catch (error) {
    // What has no canonical text: a lone surrogate, a number too large, lists in too many lists.
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const areSorted = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(areSorted);
  const members = value as Readonly<Record<string, unknown>>;
  let last: string | undefined;
  for (const key of Object.keys(members)) {
    if ((last !== undefined && key <= last) || !areSorted(members[key])) return false;
    last = key;
  }
  return true;
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
