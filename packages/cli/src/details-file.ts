import { type DocumentDetails, readDetails } from "@tongket/core/report";
import type { Call } from "./call.ts";
import { Failure, shapeFault } from "./fault.ts";
import { jsonFile } from "./json-file.ts";

/** `--details FILE`: what the head and foot of a document say; throws with all that is wrong. */
export const detailsOption = async (call: Call): Promise<DocumentDetails | undefined> => {
  const { details: name } = call.options;
  if (typeof name !== "string") return undefined;
  const words = { none: "NoDetails", notJson: "DetailsNotJson" } as const;
  const { file, value } = await jsonFile(call, name, words);
  const read = readDetails(value);
  if (read.read === "Details") return read.details;
  const faults = read.faults.map(({ expected, found, path }) =>
    shapeFault(expected, found, path.length > 0 ? { file, path } : { file }),
  );
  throw new Failure("input", faults);
};
