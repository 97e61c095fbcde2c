import { canonicalJson } from "@tongket/core";
import { sayCount } from "@tongket/core/messages";
import { type Manifest, readManifest } from "@tongket/core/report";
import type { ReadBack } from "@tongket/report-check";
import { parseCsv } from "hucre/csv";
import { original } from "./inert.ts";
import { manifestMark } from "./render-csv.ts";

/** A file of figures as it is read back: its rows without the heading and the last one. */
export interface FiguresRead extends ReadBack {
  readonly rows: readonly (readonly string[])[];
}

/** Reads a file of figures, whatever program has saved it as UTF-8 with commas. */
export const readCsv = (bytes: Uint8Array): FiguresRead => {
  const [, ...all] = parseCsv(new TextDecoder().decode(bytes)).map((row) =>
    row.map((cell) => original(String(cell ?? ""))),
  );
  const last = all.findLast(([mark]) => mark === manifestMark);
  const rows = all.filter((row) => row !== last);
  return {
    manifest: manifestOf(last?.[1], rows),
    rows,
    text: rows.map((row) => row.join(" ")).join("\n"),
  };
};

/** Undefined where the last row is none of ours. */
const manifestOf = (head: string | undefined, rows: FiguresRead["rows"]): string | undefined => {
  const manifest = readManifest(head ?? "");
  if (manifest === undefined) return undefined;
  const figures = rows.map(([section = "", , figure = "", ...others]) => {
    const [branch = manifest.branch] = others;
    const whose = branch === manifest.branch ? {} : { branch };
    return { figure, ...whose, text: shownOf(others, manifest.lang), section };
  });
  return canonicalJson({ ...manifest, figures });
};

/** A figure in print, from its columns behind its name. */
const shownOf = (
  [, kind, value = "", num = "", den = "", percent = ""]: readonly string[],
  lang: Manifest["lang"],
): string => {
  if (kind !== "computed" && kind !== "reported") return value;
  if (value !== "") return sayCount(lang, Number(value));
  const ofWhole =
    den === "" ? "" : ` (${sayCount(lang, Number(num))}/${sayCount(lang, Number(den))})`;
  return percent + ofWhole;
};
