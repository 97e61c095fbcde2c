import {
  closeBrace,
  closeBracket,
  comma,
  openBrace,
  openBracket,
  parsed,
  quote,
  wholeNumber,
} from "./json-text.ts";
import type { Words } from "./words.ts";

/** A member that is wanted, and how its key stands in a text. */
export interface WantedMember {
  readonly name: string;
  readonly key: string;
}

export const wantedMember = (name: string): WantedMember => ({ name, key: `"${name}":` });

// Of the texts here none has an escape, and of an object's the last brace is left off.

/** Whether an object surely holds no other and no list; a bracket in a text may look like one. */
export const isFlat = (object: string): boolean =>
  object.startsWith("{") && !object.includes("{", 1) && !object.includes("[");

/** Whether what an object holds is closed, so that the brace behind it is its own. */
export const isWhole = (object: string): boolean => {
  let depth = 0;
  for (let at = 0; at < object.length; at += 1) {
    const code = object.charCodeAt(at);
    if (code === quote) {
      at = object.indexOf('"', at + 1);
      if (at < 0) return false;
    } else if (code === openBrace || code === openBracket) {
      depth += 1;
    } else if (code === closeBrace || code === closeBracket) {
      depth -= 1;
      if (depth === 0) return false;
    }
  }
  return depth === 1;
};

/**
 * Members of a flat object: what stands in it like a key is one. Undefined where a value is not
 * known.
 */
export const membersOf = (
  object: string,
  wanted: readonly WantedMember[],
  words: Words,
): object | undefined => {
  const members: Record<string, unknown> = {};
  for (const { name, key } of wanted) {
    // Of a key that comes twice JSON takes the last.
    const at = object.lastIndexOf(key);
    if (at < 0) continue;
    const value = valueAt(object, at + key.length, words);
    if (value === undefined) return undefined;
    members[name] = value;
  }
  return members;
};

const valueAt = (object: string, start: number, words: Words): unknown => {
  if (object.charCodeAt(start) === quote) {
    const end = object.indexOf('"', start + 1);
    const isLast = end + 1 === object.length || object.charCodeAt(end + 1) === comma;
    return end > start && isLast ? words.one(object.slice(start + 1, end)) : undefined;
  }
  const next = object.indexOf(",", start);
  const end = next < 0 ? object.length : next;
  return wholeNumber(object, start, end) ?? parsed(object, start, end);
};
