import { textIn } from "../kernel/text-in.ts";
import type { DocumentFormat, LabelledKind, TextStyle, Texts } from "../rulebook/index.ts";
import type { Lang } from "./lang.ts";
import { sayAmount } from "./numbers.ts";
import { type PackWord, sayPack } from "./pack-words.ts";

/** A value of a format of documents in words; undefined for a parameter of another matter. */
export const sayFormat = (lang: Lang, name: string, value: unknown): string | undefined =>
  Object.hasOwn(speakers, name) ? speakers[name as keyof Values](lang, value as never) : undefined;

type Values = Required<Omit<DocumentFormat, "documentKinds">> & {
  readonly documentKinds: LabelledKind;
};

/** A length as the language writes it: `30`, or `12,7`. */
const sayLength = (lang: Lang, length: number): string =>
  sayAmount(lang, { num: Math.round(length * 10), den: 10 });

const sayPoints = (lang: Lang, points: number): string =>
  sayPack(lang, "style.sizePt", { sizePt: sayLength(lang, points) });

const sayStyle = (lang: Lang, style: TextStyle): string =>
  [
    sayPoints(lang, style.sizePt),
    ...(["bold", "italic", "capitals", "underlined"] as const)
      .filter((one) => style[one] === true)
      .map((one) => sayPack(lang, `style.${one}`)),
  ].join(", ");

const sayText = (lang: Lang, { text, style }: { text: Texts; style: TextStyle }): string =>
  sayPack(lang, "format.text", { text: textIn(text, lang), style: sayStyle(lang, style) });

/** Each place of the pattern shows as its name in brackets. */
const sayPattern = (lang: Lang, { pattern, style }: { pattern: Texts; style: TextStyle }): string =>
  sayPack(lang, "format.text", {
    text: textIn(pattern, lang).replace(
      /\{(\w+)\}/g,
      (_, place: string) => `[${sayPack(lang, `place.${place}` as PackWord)}]`,
    ),
    style: sayStyle(lang, style),
  });

const sayQuoted = (lang: Lang, text: string): string => sayPack(lang, "format.quoted", { text });

const speakers: {
  readonly [Name in keyof Values]: (lang: Lang, value: Values[Name]) => string;
} = {
  paper: (lang, { widthMm, heightMm }) =>
    sayPack(lang, "format.paper", {
      width: sayLength(lang, widthMm),
      height: sayLength(lang, heightMm),
    }),
  marginsMm: (lang, margins) => {
    const said = Object.entries(margins).map(([side, mm]) => [side, sayLength(lang, mm)]);
    return sayPack(lang, "format.margins", Object.fromEntries(said));
  },
  fontFamilies: (_, families) => families.join(", "),
  body: (lang, { sizePt, linePtMin }) => {
    const size = sayPoints(lang, sizePt);
    if (linePtMin === undefined) return size;
    return sayPack(lang, "format.lines", { size, line: sayLength(lang, linePtMin) });
  },
  firstLineMm: (lang, mm) => sayPack(lang, "format.mm", { mm: sayLength(lang, mm) }),
  justified: sayAmount,
  banner: sayText,
  superior: sayStyle,
  issuer: sayStyle,
  issuerMark: sayQuoted,
  number: sayPattern,
  placeAndDate: sayPattern,
  zeroPadded: (lang, { dayMax, monthMax }) =>
    sayPack(lang, "format.padded", { day: dayMax, month: monthMax }),
  filledByHand: (lang, lines) => lines.map((one) => sayPack(lang, `parameter.${one}`)).join(", "),
  typeLine: sayStyle,
  subject: sayStyle,
  separator: sayQuoted,
  documentKinds: (lang, { code }) =>
    code === undefined ? sayPack(lang, "format.noCode") : sayQuoted(lang, code),
  onBehalf: sayPattern,
  office: sayStyle,
  signatory: sayStyle,
  recipientsLabel: sayText,
  recipient: sayStyle,
  pageNumber: (lang, { position, fromPage, style }) =>
    sayPack(lang, "format.pages", {
      position: sayPack(lang, `position.${position}`),
      page: fromPage,
      style: sayStyle(lang, style),
    }),
};
