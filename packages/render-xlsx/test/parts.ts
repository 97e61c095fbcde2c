import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The files inside a workbook, as text. */
export const partsOf = (workbook: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(workbook)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

/** The workbook with one of its files changed. */
export const changedPart = (
  workbook: Uint8Array,
  name: string,
  change: (xml: string) => string,
): Uint8Array => {
  const parts = unzipSync(workbook);
  const part = parts[name];
  if (part === undefined) throw new Error(`The workbook has no ${name}`);
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(part))) }, { level: 0 });
};
