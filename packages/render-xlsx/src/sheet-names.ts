import { endWithin, printable } from "./long-text.ts";

/** The sheet that holds the manifest, out of sight. */
export const manifestSheet = "tongket";

/** What a workbook may not call a sheet, besides. */
const reserved = ["history", manifestSheet];

const lengthMax = 31;

/** A legal name for each sheet, from its heading: short enough, and no two alike. */
export const sheetNames = (headings: readonly string[]): readonly string[] => {
  const taken = new Set(reserved);
  return headings.map((heading) => {
    let [name, number] = [legal(heading, ""), 1];
    while (taken.has(name.toLowerCase())) {
      number += 1;
      name = legal(heading, ` (${number})`);
    }
    taken.add(name.toLowerCase());
    return name;
  });
};

/** NOTE: an apostrophe may stand inside a name, and not at its ends. */
const legal = (heading: string, ending: string): string => {
  const words = printable(heading).replace(/[[\]:*?/\\\s]+/g, " ");
  const kept = words.replace(/^[' ]+/, "");
  const cut = kept.slice(0, endWithin(kept, Math.min(kept.length, lengthMax - ending.length)));
  return `${cut.replace(/[' ]+$/, "") || "–"}${ending}`;
};
