/**
 * The name of an account: words joined by a space, which no id or term contains. The first word
 * says what is counted, the others are its dimensions in a fixed order.
 */
export const measureOf = (...words: readonly string[]): string => {
  let node = names;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = { name: undefined, next: new Map() };
      node.next.set(word, next);
    }
    node = next;
  }
  node.name ??= words.join(" ");
  return node.name;
};

/** Names are few and recur with every event, so each is put together once. */
interface Named {
  name: string | undefined;
  readonly next: Map<string, Named>;
}
const names: Named = { name: undefined, next: new Map() };

/** The words of an account's name. */
export const wordsOf = (measure: string): readonly string[] => {
  const known = parsed.get(measure);
  if (known !== undefined) return known;
  const words = measure.split(" ");
  parsed.set(measure, words);
  return words;
};

/** Names are few and recur on every branch, so each is taken apart once. */
const parsed = new Map<string, readonly string[]>();

/**
 * Whether an account holds an amount per subject in order to count each subject once. Of any other
 * the amounts add up, however they are told apart: members sent to one branch and to another.
 */
export const countsDistinct = (measure: string): boolean => distinct.has(wordsOf(measure)[0] ?? "");

const distinct: ReadonlySet<string> = new Set(["inspected", "trained"]);

/** Stands where a dimension has no word: a rating without distinction, a branch without parent. */
export const none = "-";
