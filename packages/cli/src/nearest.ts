/** The name that is most like the text, where one is like it. */
export const nearest = (text: string, names: Iterable<string>): string | undefined => {
  if (text.length > 64) return undefined;
  let best: { readonly name: string; readonly edits: number } | undefined;
  for (const name of names) {
    const edits = editsBetween(text.toLowerCase(), name.toLowerCase());
    if (edits <= name.length / 3 && edits < (best?.edits ?? Number.POSITIVE_INFINITY)) {
      best = { name, edits };
    }
  }
  return best?.name;
};

/** As many as `most` names that are like the text, the most alike first. */
export const nearestOf = (
  text: string,
  names: readonly string[],
  most: number,
): readonly string[] => {
  const found = most > 0 ? nearest(text, names) : undefined;
  if (found === undefined) return [];
  const others = names.filter((name) => name !== found);
  return [found, ...nearestOf(text, others, most - 1)];
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
