/** A word, a number or another sign of a text. */
export interface Token {
  readonly text: string;
  /** Whether white space stands before it. */
  readonly isApart: boolean;
}

/** Numbers are whole with their marks and their sign of per cent: `97,4%`, `38/39`, `1.234`. */
const parts = /(\s*)(\d+(?:[.,/]\d+)*%?|\p{L}[\p{L}\p{M}]*|\S)/gu;

export const tokensOf = (text: string): readonly Token[] =>
  [...text.normalize("NFC").matchAll(parts)].map(([, space = "", token = ""]) => ({
    text: token,
    isApart: space !== "",
  }));

export const textOf = (tokens: readonly Token[]): string =>
  tokens.map(({ text, isApart }, at) => (isApart && at > 0 ? ` ${text}` : text)).join("");
