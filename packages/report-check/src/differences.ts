import { type DocumentValue, formatPlaced, type Placed } from "@tongket/core/report";
import { diffArrays } from "diff";
import { type Marked, marked, marks, withoutMarks } from "./marked.ts";
import { type Token, textOf, tokensOf } from "./tokens.ts";

/** A format of documents that can be read back. */
export interface Format {
  readonly render: (document: DocumentValue) => Bytes | Promise<Bytes>;
  readonly read: (bytes: Uint8Array) => ReadBack | Promise<ReadBack>;
}
type Bytes = string | Uint8Array;

/** What a file of a document holds. */
export interface ReadBack {
  /** What it says of itself to machines. */
  readonly manifest: string | undefined;
  /** All that people see of it, in reading order, without page numbers and the like. */
  readonly text: string;
}

/** A place where a file says something else than its document. */
export interface Difference {
  /** The figure that it touches; absent where only words differ. */
  readonly figure?: Pick<Placed, "figure" | "branch">;
  readonly expected: string;
  readonly found: string;
}

/**
 * Where the text of a file differs from that of a document, in reading order. White space tells
 * nothing, and people may stand by name or by id.
 */
export const differences = async (
  document: DocumentValue,
  found: string,
  format: Format,
): Promise<readonly Difference[]> => {
  const sought = marked(document);
  const { text } = await format.read(bytesOf(await format.render(sought.document)));
  return compared(expectedOf(text, sought), tokensOf(withoutMarks(found)), document);
};

const bytesOf = (made: Bytes): Uint8Array =>
  typeof made === "string" ? new TextEncoder().encode(made) : made;

/** The tokens of a text, and what each of them stands in. */
export interface Expected {
  readonly tokens: readonly Token[];
  /** Of each token the number of the figure that it stands in. */
  readonly figureAt: readonly (number | undefined)[];
  /** Of each token whether it stands for a person. */
  readonly isPerson: readonly boolean[];
  readonly figures: readonly Placed[];
}

const expectedOf = (text: string, { figures }: Marked): Expected => {
  const { ofFigures, ofPeople } = marks;
  const tokens: Token[] = [];
  const figureAt: (number | undefined)[] = [];
  const isPerson: boolean[] = [];
  let [inFigure, inPerson, last] = [false, false, -1];
  let wasApart = false;
  for (const token of tokensOf(text)) {
    if (token.text === ofFigures.open) [inFigure, last] = [true, last + 1];
    else if (token.text === ofFigures.close) inFigure = false;
    else if (token.text === ofPeople.open) inPerson = true;
    else if (token.text === ofPeople.close) inPerson = false;
    else {
      tokens.push({ ...token, isApart: token.isApart || wasApart });
      figureAt.push(inFigure ? last : undefined);
      isPerson.push(inPerson);
      wasApart = false;
      continue;
    }
    wasApart ||= token.isApart;
  }
  if (last + 1 !== figures.length) {
    throw new Error(`The format shows ${last + 1} of ${figures.length} figures`);
  }
  return { tokens, figureAt, isPerson, figures };
};

/** Tokens from one on, up to another, in whose place others stand in the file. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly found: readonly Token[];
}

export const compared = (
  expected: Expected,
  found: readonly Token[],
  { lang }: Pick<DocumentValue, "lang">,
): readonly Difference[] => {
  const { tokens, figureAt, isPerson, figures } = expected;
  const touched = new Map<number, Change[]>();
  const words: Difference[] = [];
  const raw = rawChanges(tokens, found);
  if (raw === undefined) return [{ expected: textOf(tokens), found: textOf(found) }];
  for (const change of changesOf(raw, tokens)) {
    const places = placesOf(change);
    const inside = new Set(places.map((at) => figureAt[at]).filter((one) => one !== undefined));
    for (const one of inside) touched.set(one, [...(touched.get(one) ?? []), change]);
    const mayBeName = places.some((at) => isPerson[at]) && isNameLike(change.found);
    if (inside.size === 0 && !mayBeName) {
      const { from, to } = change;
      words.push({ expected: textOf(tokens.slice(from, to)), found: textOf(change.found) });
    }
  }
  const ofFigures = [...touched].map(([at, changes]): Difference => {
    const { figure, branch, value } = figures[at] as Placed;
    return {
      figure: { figure, ...(branch === undefined ? {} : { branch }) },
      expected: formatPlaced(value, lang),
      found: textOf(foundIn(at, changes, expected)),
    };
  });
  return [...ofFigures, ...words];
};

/** Whether words may stand for a person: a few, without a number among them. */
const isNameLike = (found: readonly Token[]): boolean =>
  found.length <= nameTokensMax && !found.some(({ text }) => /\p{N}/u.test(text));

const nameTokensMax = 12;

const comparator = (a: Token, b: Token): boolean => a.text === b.text;

/**
 * The changes from one text to the other. As many tokens more as there are less a little later
 * are other tokens, each in its place: of `9 9` and `7 9` the first differs.
 */
function* changesOf(raw: readonly Change[], expected: readonly Token[]): Iterable<Change> {
  let near: Change[] = [];
  for (const change of raw) {
    const last = near.at(-1);
    if (last !== undefined && (drift(near) === 0 || change.from - last.to > nearTokens)) {
      yield* inPlace(near, expected);
      near = [];
    }
    near.push(change);
  }
  yield* inPlace(near, expected);
}

const nearTokens = 4;

const drift = (changes: readonly Change[]): number =>
  changes.reduce((sum, { from, to, found }) => sum + found.length - (to - from), 0);

/** Changes that leave the length as it was as one token for another, else as they are. */
const inPlace = (changes: readonly Change[], expected: readonly Token[]): readonly Change[] => {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined || drift(changes) !== 0) return changes;
  const found = changes.flatMap((change, at) => [
    ...change.found,
    ...expected.slice(change.to, changes[at + 1]?.from ?? change.to),
  ]);
  return found.flatMap((token, index) => {
    const at = first.from + index;
    return token.text === expected[at]?.text ? [] : [{ from: at, to: at + 1, found: [token] }];
  });
};

/** NOTE: how long it takes grows with the square of what differs. */
const editsMax = 5000;

/** Undefined where so much differs that it is another text. */
const rawChanges = (
  expected: readonly Token[],
  found: readonly Token[],
): readonly Change[] | undefined => {
  const options = { comparator, maxEditLength: editsMax };
  const parts = diffArrays([...expected], [...found], options);
  if (parts === undefined) return undefined;
  const changes: Change[] = [];
  let at = 0;
  let open: Change | undefined;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      if (open !== undefined) changes.push(open);
      open = undefined;
      at += value.length;
    } else {
      const { from, found: before }: Change = open ?? { from: at, to: at, found: [] };
      if (removed) at += value.length;
      open = { from, to: at, found: added ? [...before, ...value] : before };
    }
  }
  return open === undefined ? changes : [...changes, open];
};

/** The tokens that a change touches; what is put in between two touches both. */
const placesOf = ({ from, to }: Change): readonly number[] =>
  from === to ? [from - 1, from] : range(from, to);

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

/** What stands in the file where a figure should stand. */
const foundIn = (
  figure: number,
  changes: readonly Change[],
  { tokens, figureAt }: Pick<Expected, "tokens" | "figureAt">,
): readonly Token[] =>
  range(0, tokens.length + 1).flatMap((at) => {
    const put = changes.filter(({ from }) => from === at).flatMap(({ found }) => found);
    const isChanged = changes.some(({ from, to }) => at >= from && at < to);
    const stays = figureAt[at] === figure && !isChanged;
    return stays ? [...put, tokens[at] as Token] : put;
  });
