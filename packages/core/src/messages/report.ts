import type { Lang } from "./lang.ts";
import { reportEn } from "./report.en.ts";
import { reportVi } from "./report.vi.ts";

export type ReportKey = keyof typeof reportEn;

const catalogues: Readonly<Record<Lang, Readonly<Record<ReportKey, string>>>> = {
  en: reportEn,
  vi: reportVi,
};

/**
 * A message of the reports with its places filled. A word that is not given, such as `members`, is
 * a neutral one; `{Members}` begins with a capital, and `{count|award|awards}` chooses by a count.
 * Throws on another place without a value.
 */
export const reportText = (
  lang: Lang,
  key: ReportKey,
  values: { readonly [name: string]: string | number } = {},
): string =>
  catalogues[lang][key].replace(place, (_, name: string, one?: string, many?: string) => {
    const term = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const value = values[name] ?? values[term] ?? neutral(lang, term);
    if (value === undefined) throw new Error(`Message ${key} lacks a value for {${name}}`);
    if (one !== undefined && many !== undefined) return value === 1 ? one : many;
    return name === term ? String(value) : capitalised(String(value));
  });

const place = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

const neutral = (lang: Lang, term: string): string | undefined => {
  const key = `word.${term}`;
  return Object.hasOwn(reportEn, key) ? catalogues[lang][key as ReportKey] : undefined;
};

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
