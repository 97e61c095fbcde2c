import { inspect, isDeepStrictEqual } from "node:util";

/** A law that does not hold, with what was found and what it should have been. */
export class LawBroken extends Error {
  override readonly name = "LawBroken";
  /** The law as a sentence. */
  readonly law: string;
  /** What was found, by its name. */
  readonly facts: { readonly [name: string]: unknown };
  constructor(law: string, facts: { readonly [name: string]: unknown }) {
    const lines = Object.entries(facts).map(([name, value]) => `${name}: ${shown(value)}`);
    super([law, ...lines].join("\n"));
    this.law = law;
    this.facts = facts;
  }
}

const shown = (value: unknown): string =>
  typeof value === "string" ? value : inspect(value, { depth: 8, maxArrayLength: 50 });

/** Throws unless both are deeply equal; maps and sets are compared whatever their order. */
export const demandEqual = (
  law: string,
  compared: { readonly found: unknown; readonly expected: unknown; readonly where?: unknown },
): void => {
  if (!isDeepStrictEqual(compared.found, compared.expected)) throw new LawBroken(law, compared);
};
