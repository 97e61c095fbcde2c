import { countedFacts } from "./counted-facts.ts";
import type { Sourced } from "./parameter.ts";
import type { RatedKind } from "./rating-pack.ts";
import type { RulePack } from "./rule-pack.ts";

/** One thing that a pack says, with its own source and grade: what is counted, listed and read. */
export interface Statement extends Sourced {
  /** The parameter; of a part with a source of its own, `caps.base` and so on. */
  readonly name: string;
  /** Which of several, where the parameter is a list. */
  readonly term?: string;
  /** Whose levels and facts it names. */
  readonly of?: RatedKind;
  readonly value: unknown;
}

/** Everything that a pack says, in the order it says it. */
export const statementsOf = (pack: RulePack): readonly Statement[] =>
  Object.entries(pack.parameters).flatMap(([name, said]: readonly [string, unknown]) =>
    Array.isArray(said)
      ? said.flatMap((one: Item) => statementsOfItem(name, one))
      : [stated(name, said as Item, (said as { readonly value: unknown }).value)],
  );

/** A condition, a cap or an eligibility: sourced each by itself. */
interface Item extends Sourced {
  readonly term?: string;
  readonly category?: string;
  readonly of?: RatedKind;
  readonly base?: unknown;
  readonly rounding?: unknown;
  readonly baseStated?: Sourced;
  readonly roundingStated?: Sourced;
  readonly recipient?: unknown;
  readonly recipientStated?: Sourced;
  readonly anyOf?: unknown;
  readonly anyOfStated?: Sourced;
  readonly exceptional?: Sourced & { readonly value: unknown };
}

const statementsOfItem = (name: string, item: Item): readonly Statement[] => {
  const { baseStated, roundingStated, exceptional } = item;
  const which = {
    ...(item.term === undefined ? {} : { term: item.term }),
    ...(item.category === undefined ? {} : { term: item.category }),
    ...(item.of === undefined ? {} : { of: item.of }),
  };
  const parts: readonly (readonly [string, Sourced | undefined, unknown])[] = [
    [name, item, item],
    [`${name}.base`, baseStated, item.base],
    [`${name}.rounding`, roundingStated, item.rounding],
    [`${name}.exceptional`, exceptional, exceptional?.value],
    [`${name}.recipient`, item.recipientStated, item],
    [`${name}.anyOf`, item.anyOfStated, item],
  ];
  return parts.flatMap(([part, sourced, value]) =>
    sourced === undefined ? [] : [{ ...stated(part, sourced, value), ...which }],
  );
};

const stated = (name: string, { source, verification }: Sourced, value: unknown): Statement => ({
  name,
  ...(name.startsWith("branch") ? { of: "branch" } : {}),
  ...(name.startsWith("member") ? { of: "member" } : {}),
  source,
  verification,
  value,
});

type Labels = { readonly [lang: string]: string };

/** The name of a word in a language: `of` tells whose level or fact it is. */
export type LabelOf = (lang: string, term: string, of?: RatedKind) => string;

/** Looks words up in a pack, then in what core counts, then in the other packs given. */
export const labelsIn = (pack: RulePack, packs: Iterable<RulePack> = []): LabelOf => {
  const known = new Map<string, Labels>();
  const learn = (key: string, labels: Labels): void =>
    void (known.has(key) || known.set(key, labels));
  for (const [of, facts] of Object.entries(countedFacts)) {
    for (const { term, labels } of facts) learn(`${of} ${term}`, labels);
  }
  for (const one of [pack, ...packs]) {
    for (const { of, value } of statementsOf(one)) {
      for (const entry of entriesIn(value)) {
        learn(`${entry.of ?? of ?? ""} ${entry.term}`, entry.labels);
        learn(` ${entry.term}`, entry.labels);
      }
    }
  }
  return (lang, term, of = undefined) =>
    (known.get(`${of ?? ""} ${term}`) ?? known.get(` ${term}`))?.[lang] ?? term;
};

interface Entry {
  readonly term: string;
  readonly labels: Labels;
  readonly of?: RatedKind;
}

const entriesIn = (value: unknown): readonly Entry[] => {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter(
    (one): one is Entry => typeof one === "object" && one !== null && "labels" in one,
  );
};
