import type { Lang } from "./lang.ts";
import { reportEn } from "./report.en.ts";
import { reportVi } from "./report.vi.ts";

export type ReportKey = keyof typeof reportEn;

const catalogues: Readonly<Record<Lang, Readonly<Record<ReportKey, string>>>> = {
  en: reportEn,
  vi: reportVi,
};

/** A message of the reports with its places filled. Throws on a place that is given no value. */
export const reportText = (
  lang: Lang,
  key: ReportKey,
  values: { readonly [name: string]: string | number } = {},
): string =>
  catalogues[lang][key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Message ${key} lacks a value for {${name}}`);
    return String(value);
  });
