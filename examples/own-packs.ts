import { readdirSync, readFileSync } from "node:fs";
import { type RulePack, readPack } from "@tongket/core/rulebook";

/** The examples that bring rules of their own. */
export const ownExamples = ["union-branch", "company-appraisal"] as const;
export type OwnExample = (typeof ownExamples)[number];

/** A file of one of them. */
export const fileOf = (example: OwnExample, name: string): string =>
  readFileSync(new URL(`${example}/${name}`, import.meta.url), "utf8");

/** The packs of an example, each without a fault. */
export const packsOf = (example: OwnExample): readonly RulePack[] =>
  readdirSync(new URL(`${example}/packs/`, import.meta.url)).map((name) => {
    const read = readPack(JSON.parse(fileOf(example, `packs/${name}`)));
    if (read.read === "Faulty") throw new Error(`${name}: ${JSON.stringify(read.faults)}`);
    return read.pack;
  });
