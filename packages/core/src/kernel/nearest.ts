/** A name that may have been meant, with what else it is called. */
export interface Candidate {
  readonly name: string;
  readonly also?: readonly string[];
}

/** The name that is most like the text, where one is like it. */
export const nearest = (text: string, names: Iterable<string>): string | undefined =>
  nearestOf(
    text,
    [...names].map((name) => ({ name })),
  )[0];

const namesMax = 3;
const partLengthMin = 4;

/** The names that are most like the text, the likest first: none where none is like it. */
export const nearestOf = (text: string, candidates: readonly Candidate[]): readonly string[] => {
  if (text.length > 64) return [];
  const asked = text.toLowerCase();
  return candidates
    .map(({ name, also = [] }) => {
      const each = [name, ...also].map((one) => unlikeness(asked, one.toLowerCase()));
      return { name, unlike: Math.min(...each) };
    })
    .filter(({ unlike }) => unlike <= 1)
    .toSorted((a, b) => a.unlike - b.unlike)
    .slice(0, namesMax)
    .map(({ name }) => name);
};

/** 0 for the same text, 1 for the least like: a third of its letters differ, or it is a part. */
const unlikeness = (text: string, name: string): number => {
  const [short, long] = text.length < name.length ? [text, name] : [name, text];
  const isPart = short.length >= partLengthMin && long.includes(short);
  return Math.min((3 * editsBetween(text, name)) / name.length, isPart ? 1 : 2);
};

/** How many letters to put in, leave out or exchange (Levenshtein). */
const editsBetween = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const exchanged = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};
