import { lexer, type Token, type Tokens } from "marked";

/** What a reader of Markdown shows: a paragraph, an item or a cell each, without marks. */
export const partsInSight = (markdown: string): readonly string[] =>
  lexer(markdown).flatMap(partsOf);

const partsOf = (token: Token): readonly string[] => {
  switch (token.type) {
    case "heading":
    case "paragraph":
      return [wordsOf(token.tokens)];
    case "list":
      return (token as Tokens.List).items.map(({ tokens }) => wordsOf(tokens));
    case "table": {
      const { header, rows } = token as Tokens.Table;
      return [...header, ...rows.flat()].map(({ tokens }) => wordsOf(tokens));
    }
    case "space":
      return [];
    case "html":
      return token.raw.startsWith("<!--") ? [] : [`HTML: ${token.raw}`];
    default:
      return [`${token.type}: ${token.raw}`];
  }
};

/** NOTE: what a text would turn into, a link or a picture, stands by its name before its words. */
const wordsOf = (tokens: readonly Token[] = []): string =>
  tokens
    .map((token) => {
      const inner = "tokens" in token ? token.tokens : undefined;
      switch (token.type) {
        case "text":
        case "em":
        case "strong":
          return inner === undefined ? String((token as Tokens.Text).text) : wordsOf(inner);
        case "escape":
          return String((token as Tokens.Escape).text);
        default:
          return `${token.type}: ${token.raw}`;
      }
    })
    .join("");
