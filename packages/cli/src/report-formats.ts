import type { Format } from "@tongket/report-check";

/** The formats that reports are written in, by the ending of their files. */
export const formatNames = ["md"] as const;
export type FormatName = (typeof formatNames)[number];

// NOTE: each package is loaded when its format is named, and no other one.
const formats: { readonly [Name in FormatName]: () => Promise<Format> } = {
  md: async () => {
    const { readMarkdown, renderMarkdown } = await import("@tongket/render-markdown");
    return { render: renderMarkdown, read: readMarkdown };
  },
};

export const loadFormat = (name: FormatName): Promise<Format> => formats[name]();

/** The format of a file by its name; undefined where it is none of these. */
export const formatOf = (file: string): FormatName | undefined =>
  formatNames.find((name) => file.toLowerCase().endsWith(`.${name}`));
