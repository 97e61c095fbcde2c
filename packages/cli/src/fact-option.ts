import type { FactKind, FactValue } from "@tongket/core/rulebook";
import { callFailure, Failure, illTypedAs, optionIllTyped } from "./fault.ts";
import { nearestNames } from "./nearest-names.ts";

/** The facts supposed by `--fact NAME=VALUE`, each of a name and kind that the pack knows. */
export const suppliedFacts = (
  given: readonly string[],
  { pack, kinds }: { readonly pack: string; readonly kinds: readonly FactKind[] },
): ReadonlyMap<string, FactValue> => {
  const supplied = new Map<string, FactValue>();
  for (const text of given) {
    const at = text.indexOf("=");
    if (at < 1) throw optionIllTyped("--fact", "a fact as NAME=VALUE", text);
    const [name, value] = [
      text.slice(0, at).trim(),
      text
        .slice(at + 1)
        .trim()
        .normalize("NFC"),
    ];
    const kind = kinds.find((one) => one.name === name);
    if (kind === undefined) throw factUnknown(name, pack, kinds);
    if (supplied.has(name)) throw callFailure("FactGivenTwice", { fact: name });
    const read = readFactValue(kind.type, value);
    if (read === undefined) throw factIllTyped(kind, value);
    supplied.set(name, read);
  }
  return supplied;
};

const factUnknown = (fact: string, pack: string, kinds: readonly FactKind[]): Failure => {
  const known = kinds.map(({ name }) => name);
  return callFailure("FactUnknown", { fact, pack, known, nearest: nearestNames(fact, known) });
};

/** What a kind of fact takes, in the words of the schemas. */
const expectedOf = {
  count: "a whole number from 0 on",
  points: "points: a whole number, a decimal or a fraction",
  "yes-no": "yes or no",
  text: "a text of 1 to 500 characters",
} as const satisfies { readonly [Type in FactKind["type"]]: string };

const factIllTyped = ({ name, type }: FactKind, found: string): Failure =>
  new Failure("call", [
    illTypedAs("FactIllTyped", { fact: name, expected: expectedOf[type], found }),
  ]);

/**
 * A value as people write it; undefined for what is none of its kind. A decimal is read as the
 * exact fraction. NOTE: a count takes no mark at all: 1.250 may mean two things.
 */
export const readFactValue = (type: FactKind["type"], text: string): FactValue | undefined => {
  switch (type) {
    case "count":
      return /^\d+$/.test(text) ? safe(Number(text)) : undefined;
    case "points":
      return points(text);
    case "yes-no":
      return yesNo.get(text.toLowerCase());
    case "text":
      return text.length > 0 && text.length <= 500 ? text : undefined;
  }
};

const yesNo: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["có", true],
  ["true", true],
  ["no", false],
  ["không", false],
  ["false", false],
]);

const denominatorMax = 1_000_000_000;

const points = (text: string): FactValue | undefined => {
  const [, whole = "", part] = /^(-?\d+)(?:[.,](\d{1,9}))?$/.exec(text) ?? [];
  if (whole !== "") {
    return part === undefined
      ? safe(Number(whole))
      : fraction(Number(`${whole}${part}`), 10 ** part.length);
  }
  const [, num, den] = /^(-?\d+)\/(\d+)$/.exec(text) ?? [];
  return num === undefined ? undefined : fraction(Number(num), Number(den));
};

const fraction = (num: number, den: number): FactValue | undefined =>
  Number.isSafeInteger(num) && den >= 1 && den <= denominatorMax ? { num, den } : undefined;

const safe = (number: number): number | undefined =>
  Number.isSafeInteger(number) ? number : undefined;
