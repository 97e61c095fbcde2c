import { type Lang, languages } from "./lang.ts";

const lengthMax = 80;
const itemsMax = 10;

/**
 * A value from outside as a message may show it: cut, and with every character escaped that
 * could move a cursor, turn the direction of text or hide, so that no value forges a message.
 */
export const plainText = (text: string): string => {
  const letters = [...text.slice(0, lengthMax * 3)];
  const cut = letters.length > lengthMax || text.length > lengthMax * 3;
  const shown = cut ? letters.slice(0, lengthMax - 1).join("") : text;
  return `${escaped(shown)}${cut ? "…" : ""}`;
};

/** The whole text on one line, nothing in it to obey. */
export const escaped = (text: string): string =>
  text.replace(unsafe, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);

/** Control, format, surrogate, private and unassigned characters, and the line separators. */
const unsafe = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** What was received, told apart by its kind: “text”, 17, {"a":1}, nothing. */
export const sayFound = (lang: Lang, found: unknown): string => {
  switch (typeof found) {
    case "string":
      return `“${plainText(found)}”`;
    case "undefined":
      return languages[lang].writing.nothing;
    case "object":
      return plainText(jsonStart(found));
    default:
      return plainText(String(found));
  }
};

/** The beginning of a value's JSON. NOTE: a value from outside may be larger than any message. */
const jsonStart = (value: unknown): string => {
  let room = lengthMax * 3;
  const write = (one: unknown): string => {
    if (room <= 0) return "…";
    if (typeof one !== "object" || one === null) {
      const text = JSON.stringify(typeof one === "string" ? one.slice(0, lengthMax * 3) : one);
      room -= text?.length ?? 0;
      return text ?? "";
    }
    room -= 2;
    const members: string[] = [];
    for (const key of Object.keys(one)) {
      if (room <= 0) break;
      const name = Array.isArray(one) ? "" : `${JSON.stringify(key.slice(0, lengthMax))}:`;
      room -= name.length;
      members.push(`${name}${write((one as Record<string, unknown>)[key])}`);
    }
    return Array.isArray(one) ? `[${members.join(",")}]` : `{${members.join(",")}}`;
  };
  return write(value);
};

/** “a, b and c”; a long list tells how many more there are. */
export const sayList = (lang: Lang, items: readonly string[]): string => {
  const shown = items.length > itemsMax ? items.slice(0, itemsMax) : items;
  const more = items.length - shown.length;
  const { list } = languages[lang].writing;
  const all = more > 0 ? [...shown, list.more(more)] : shown;
  const [only, ...others] = all;
  if (only === undefined) return list.none;
  return others.length === 0 ? only : list.joined(all);
};
