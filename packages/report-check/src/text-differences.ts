import { formatPlaced, plainText, type Span, spansOf, type Text } from "@tongket/core/report";
import { compared, type Difference, type Expected } from "./differences.ts";
import { mention } from "./marked.ts";
import { type Token, tokensOf } from "./tokens.ts";

type Lang = Parameters<typeof plainText>[1];

/**
 * Where what stands in one place of a file differs from the text that the document has there. White
 * space tells nothing, and people may stand by name or by id.
 */
export const textDifferences = (text: Text, found: string, lang: Lang): readonly Difference[] =>
  patternOf(plainText(text, lang)).test(plain(found))
    ? []
    : compared(expectedOf(spansOf(text), lang), tokensOf(found), { lang });

const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** The text as it stands, with anything in the place of a person. */
const patternOf = (text: string): RegExp =>
  new RegExp(`^${text.split(mention).map(part).join("")}$`, "u");

/** NOTE: what a split leaves at odd places is what its pattern has caught. */
const part = (text: string, at: number): string =>
  at % 2 === 1 ? "[^]*?" : plain(text).replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

const expectedOf = (spans: readonly Span[], lang: Lang): Expected => {
  const figures = spans.filter((span) => typeof span === "object");
  const tokens = spans.flatMap((span): readonly Marked[] => {
    if (typeof span === "string") return wordsOf(span);
    const figure = figures.indexOf(span);
    return tokensOf(formatPlaced(span.value, lang)).map((token) => ({ token, figure }));
  });
  return {
    tokens: tokens.map(({ token }) => token),
    figureAt: tokens.map(({ figure }) => figure),
    isPerson: tokens.map(({ isPerson }) => isPerson === true),
    figures,
  };
};

/** A token with what it stands in. */
interface Marked {
  readonly token: Token;
  readonly figure?: number;
  readonly isPerson?: boolean;
}

const wordsOf = (words: string): readonly Marked[] =>
  words
    .split(mention)
    .flatMap((text, at) => tokensOf(text).map((token) => ({ token, isPerson: at % 2 === 1 })));
