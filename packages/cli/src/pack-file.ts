import { type InputFaultName, say, sayPackFault } from "@tongket/core/messages";
import {
  type PackFault,
  packFaultsAmong,
  type RatingPack,
  readPack,
  shippedPacks,
} from "@tongket/core/rulebook";
import type { Call, Ending } from "./call.ts";
import { Failure, fileFailure, inputFault, type PlacedFault } from "./fault.ts";
import { readInput } from "./input-lines.ts";
import { readJsonLine } from "./json-line.ts";

const faultsMax = 100;

/** The one rating pack in a file; throws with all that is wrong with it. */
export const ratingPackIn = async (call: Call, name: string): Promise<RatingPack> => {
  const { file, value } = await jsonFile(call, name);
  const read = readPack(value);
  if (read.read === "Pack" && read.pack.matter === "rating") return read.pack;
  if (read.read === "Pack") throw fileFailure(file, "NoRatingPackInFile", { pack: read.pack.pack });
  const faults = read.faults.map((fault) => placed(fault, file, []));
  throw new Failure("input", faults, { faultsMax });
};

/** Checks a file that holds one rule pack, or a list of packs that are to stand together. */
export const checkPackFile = async (call: Call, name: string): Promise<Ending> => {
  const { file, value } = await jsonFile(call, name);
  const inputs: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (inputs.length === 0) throw fileFailure(file, "NoPack", {});
  const read = inputs.map((input) => readPack(input));
  const sound = read.flatMap((one) => (one.read === "Pack" ? [one.pack] : []));
  const faults = read.flatMap((one, at) => {
    const among = Array.isArray(value) ? [at] : [];
    if (one.read === "Faulty") return one.faults.map((fault) => placed(fault, file, among));
    const others = sound.filter((other) => other !== one.pack);
    const ownFaults = packFaultsAmong(one.pack, [...shippedPacks, ...others]);
    return ownFaults.map((fault) => placed(fault, file, among));
  });
  if (faults.length === 0) {
    const packs = sound.map(({ pack }) => pack);
    return {
      result: { file, packs },
      words: `${say(call.lang, "rules.sound", { packs })}\n`,
    };
  }
  throw new Failure("input", faults, { faultsMax });
};

const placed = (fault: PackFault, file: string, among: readonly number[]): PlacedFault => ({
  rule: fault.rule,
  place: { file, path: [...among, ...fault.path] },
  facts: { ...fault.facts, value: fault.value },
  say: (lang) => sayPackFault(lang, fault),
});

/** The one JSON value of a file of any number of lines. */
const jsonFile = async (
  { io, whole }: Call,
  name: string,
): Promise<{ readonly file: string; readonly value: unknown }> => {
  const { file, lines } = await readInput(io, whole(name));
  const bad = lines.flatMap((one) =>
    "fault" in one ? [{ ...one.fault, place: { ...one.fault.place, file, line: one.line } }] : [],
  );
  if (bad.length > 0) throw new Failure("input", bad);
  const text = lines.map((one) => ("text" in one ? one.text : "")).join("\n");
  if (text.trim() === "") throw fileFailure(file, "NoPack", {});
  const read = readJsonLine(text);
  if (read.json === "Value") return { file, value: read.value };
  throw new Failure("input", [onItsLine(read.fault, text, file)]);
};

/** A fault of JSON that has many lines: on which of them, and in which column of that. */
const onItsLine = ({ rule, facts, place }: PlacedFault, text: string, file: string) => {
  const { column } = facts as { readonly column?: number };
  const lines = text.slice(0, column === undefined ? text.length : column - 1).split("\n");
  const there = column === undefined ? {} : { column: (lines.at(-1) ?? "").length + 1 };
  const own = rule === "NotJson" ? "PackNotJson" : (rule as InputFaultName);
  return inputFault(own, { ...facts, ...there } as never, { file, line: lines.length, ...place });
};
