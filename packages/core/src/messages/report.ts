import { type Lang, languages } from "./lang.ts";
import { place } from "./message.ts";
import { reportEn } from "./report.en.ts";
import { formFor } from "./template.ts";

export type ReportKey = keyof typeof reportEn;

export interface ReportValues<Part = never> {
  readonly [name: string]: string | number | Part;
}

/**
 * A message of the reports with its places filled. A word that is not given, such as `members`, is
 * a neutral one; `{Members}` begins with a capital, and `{count|award|awards}` chooses by a count.
 * Throws on another place without a value.
 */
export const reportText = (lang: Lang, key: ReportKey, values: ReportValues = {}): string =>
  reportParts<never>(lang, key, values).join("");

/** The same where some places are filled with what is no text: in order, with the text between. */
export const reportParts = <Part extends object>(
  lang: Lang,
  key: ReportKey,
  values: ReportValues<Part>,
): readonly (string | Part)[] => {
  const message = languages[lang].report[key];
  const parts: (string | Part)[] = [];
  let begin = 0;
  for (const { 0: found, 1: name = "", 3: forms, index } of message.matchAll(place)) {
    parts.push(message.slice(begin, index));
    begin = index + found.length;
    const term = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const value = values[name] ?? values[term] ?? neutral(lang, term);
    if (value === undefined) throw new Error(`Message ${key} lacks a value for {${name}}`);
    if (forms !== undefined) parts.push(formFor(lang, forms, value));
    else if (typeof value === "object") parts.push(value);
    else parts.push(name === term ? String(value) : capitalised(String(value)));
  }
  parts.push(message.slice(begin));
  return parts.filter((part) => part !== "");
};

const neutral = (lang: Lang, term: string): string | undefined => {
  const key = `word.${term}`;
  return Object.hasOwn(reportEn, key) ? languages[lang].report[key as ReportKey] : undefined;
};

export const capitalised = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
