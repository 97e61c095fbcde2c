import { type PackFault, type Path, packFault } from "./pack-fault.ts";
import type { Fraction } from "./parameter.ts";

/** The word by which core tells members from branches of any kind: no kind or level may be it. */
export const reservedTerm = "member";

type Terms = readonly { readonly term: string }[];

export const repeatedTerms = (entries: Terms, path: Path): readonly PackFault[] =>
  entries.flatMap(({ term }, at) =>
    entries.findIndex((one) => one.term === term) < at
      ? [packFault("TermRepeated", [...path, at, "term"], term)]
      : [],
  );

export const reservedTerms = (entries: Terms, path: Path): readonly PackFault[] =>
  entries.flatMap(({ term }, at) =>
    term === reservedTerm ? [packFault("TermReserved", [...path, at, "term"], term)] : [],
  );

export const shareFaults = (share: Fraction, path: Path): readonly PackFault[] =>
  share.num > share.den ? [packFault("ShareOverWhole", path, `${share.num}/${share.den}`)] : [];

/** What rises from one to the next, so that none stands twice. Before the first stands nothing. */
export const ascending = (values: readonly (string | number)[], path: Path): readonly PackFault[] =>
  values.flatMap((value, at) =>
    value <= (values[at - 1] as typeof value)
      ? [packFault("NotAscending", [...path, at], value)]
      : [],
  );

/**
 * What every statement of a pack is looked at for: that a vocabulary has no word twice, and that no
 * vote asks for more than all.
 */
export const statementFaults = (value: unknown, path: Path): readonly PackFault[] => {
  if (Array.isArray(value)) {
    return value.flatMap((one, at) => statementFaults(one, [...path, at]));
  }
  if (typeof value !== "object" || value === null) return [];
  const members = value as { readonly [name: string]: unknown };
  return [
    ...(vocabularyFaults(members["value"], [...path, "value"]) ?? []),
    ...(isVote(members) ? shareFaults(members.share, [...path, "share"]) : []),
    ...Object.entries(members).flatMap(([name, one]) => statementFaults(one, [...path, name])),
  ];
};

/** NOTE: of criteria a name may be one of branches and one of members: they are looked at apart. */
const vocabularyFaults = (value: unknown, path: Path): readonly PackFault[] | undefined => {
  if (!Array.isArray(value)) return undefined;
  const isEntry = (one: unknown): one is { readonly term: string } =>
    typeof one === "object" && one !== null && "term" in one && !("type" in one);
  return value.every(isEntry) ? repeatedTerms(value, path) : undefined;
};

const isVote = (members: {
  readonly [name: string]: unknown;
}): members is { readonly share: Fraction } =>
  members["of"] === "summoned" || members["of"] === "voting";
