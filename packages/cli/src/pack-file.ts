import { say, sayPackFault } from "@tongket/core/messages";
import {
  type PackFault,
  packFaultsAmong,
  type RatingPack,
  readPack,
  shippedPacks,
} from "@tongket/core/rulebook";
import type { Call, Ending } from "./call.ts";
import { Failure, fileFailure, type PlacedFault } from "./fault.ts";
import { jsonFile } from "./json-file.ts";

const faultsMax = 100;
const packWords = { none: "NoPack", notJson: "PackNotJson" } as const;

/** The one rating pack in a file; throws with all that is wrong with it. */
export const ratingPackIn = async (call: Call, name: string): Promise<RatingPack> => {
  const { file, value } = await jsonFile(call, name, packWords);
  const read = readPack(value);
  if (read.read === "Pack" && read.pack.matter === "rating") return read.pack;
  if (read.read === "Pack") throw fileFailure(file, "NoRatingPackInFile", { pack: read.pack.pack });
  const faults = read.faults.map((fault) => placed(fault, file, []));
  throw new Failure("input", faults, { faultsMax });
};

/** Checks a file that holds one rule pack, or a list of packs that are to stand together. */
export const checkPackFile = async (call: Call, name: string): Promise<Ending> => {
  const { file, value } = await jsonFile(call, name, packWords);
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
