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
export const canonicalJson = (value: unknown): string => canonicalOf(value).text;

/**
 * The same text, and the value that is parsed of it: a deep copy with its keys in order, without
 * members that are undefined, and with 0 for -0. Throws as `canonicalJson` does.
 */
export const canonicalOf = <Value>(
  value: Value,
): { readonly text: string; readonly value: Value } => {
  const seen = { numberKey: false };
  const copy = copyOf(value, seen);
  return { text: seen.numberKey ? written(copy) : JSON.stringify(copy), value: copy as Value };
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

type Members = Readonly<Record<string, unknown>>;

/** What was seen in a value while it was copied. */
interface Seen {
  /** Whether a key may be a number: an object lists those first, and in the order of numbers. */
  numberKey: boolean;
}

const copyOf = (value: unknown, seen: Seen): Json => {
  switch (typeof value) {
    case "string":
      return demandWellFormed(value);
    case "number":
      if (!Number.isFinite(value)) throw new RangeError(`${value} has no canonical text`);
      // JSON has no -0.
      return value + 0;
    case "boolean":
      return value;
    case "object":
      if (value === null) return null;
      return Array.isArray(value) ? arrayOf(value, seen) : objectOf(value as Members, seen);
    default:
      throw new RangeError(`a ${typeof value} has no canonical text`);
  }
};

const arrayOf = (values: readonly unknown[], seen: Seen): Json => {
  const copy: Json[] = [];
  for (const value of values) copy.push(copyOf(value, seen));
  return copy;
};

const objectOf = (members: Members, seen: Seen): Json => {
  const copy: Record<string, Json> = {};
  for (const key of sortedKeys(members)) {
    const member = members[key];
    if (member === undefined) continue;
    if (isDigit(demandWellFormed(key).charCodeAt(0))) seen.numberKey = true;
    const value = copyOf(member, seen);
    if (key === "__proto__") Object.defineProperty(copy, key, { ...ownMember, value });
    else copy[key] = value;
  }
  return copy;
};

const demandWellFormed = (text: string): string => {
  if (text.isWellFormed()) return text;
  throw new RangeError("a lone surrogate has no canonical text");
};

const ownMember = { configurable: true, enumerable: true, writable: true };

const sortedKeys = (members: Members): readonly string[] => {
  const keys = Object.keys(members);
  for (let at = 1; at < keys.length; at += 1) {
    if ((keys[at] as string) < (keys[at - 1] as string)) return keys.sort();
  }
  return keys;
};

const [zero, nine] = [0x30, 0x39];
const isDigit = (unit: number): boolean => unit >= zero && unit <= nine;

/** The text of such a copy with its keys in order, in whatever order it lists them. */
const written = (copy: Json): string => {
  if (typeof copy !== "object" || copy === null) return JSON.stringify(copy);
  if (Array.isArray(copy)) return `[${copy.map(written).join(",")}]`;
  const members = copy as { readonly [key: string]: Json };
  const texts = sortedKeys(members).map(
    (key) => `${JSON.stringify(key)}:${written(members[key] as Json)}`,
  );
  return `{${texts.join(",")}}`;
};
