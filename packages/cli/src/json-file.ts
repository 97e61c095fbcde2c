import type { InputFaultName } from "@tongket/core/messages";
import type { Call } from "./call.ts";
import { Failure, fileFailure, inputFault, type PlacedFault } from "./fault.ts";
import { readInput } from "./input-lines.ts";
import { readJsonLine } from "./json-line.ts";

/** How it is told that a file holds nothing, or no JSON: by what was to be in it. */
export interface ContentFaults {
  readonly none: "NoPack" | "NoDetails";
  readonly notJson: "PackNotJson" | "DetailsNotJson";
}

/** The one JSON value of a file of any number of lines; throws where there is none. */
export const jsonFile = async (
  { io, whole }: Call,
  name: string,
  { none, notJson }: ContentFaults,
): Promise<{ readonly file: string; readonly value: unknown }> => {
  const { file, lines } = await readInput(io, whole(name));
  const bad = lines.flatMap((one) =>
    "fault" in one ? [{ ...one.fault, place: { ...one.fault.place, file, line: one.line } }] : [],
  );
  if (bad.length > 0) throw new Failure("input", bad);
  const text = lines.map((one) => ("text" in one ? one.text : "")).join("\n");
  if (text.trim() === "") throw fileFailure(file, none, {});
  const read = readJsonLine(text);
  if (read.json === "Value") return { file, value: read.value };
  const { rule } = read.fault;
  const told = rule === "NotJson" ? notJson : (rule as InputFaultName);
  throw new Failure("input", [onItsLine(read.fault, told, { text, file })]);
};

interface Source {
  readonly text: string;
  readonly file: string;
}

/** A fault of JSON that has many lines: on which of them, and in which column of that. */
const onItsLine = (
  { facts, place }: PlacedFault,
  rule: InputFaultName,
  { text, file }: Source,
): PlacedFault => {
  const { column } = facts as { readonly column?: number };
  const lines = text.slice(0, column === undefined ? text.length : column - 1).split("\n");
  const there = column === undefined ? {} : { column: (lines.at(-1) ?? "").length + 1 };
  return inputFault(rule, { ...facts, ...there } as never, { file, line: lines.length, ...place });
};
