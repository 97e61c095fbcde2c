import { langs, languages } from "../messages/lang.ts";
import type { Language } from "../messages/language.ts";
import { type DocumentFormat, documentKinds } from "../rulebook/document-pack.ts";
import type { Texts } from "../rulebook/parameter.ts";

const inEach = (text: (of: Language["letterhead"]) => string): Texts =>
  Object.fromEntries(langs.map((lang) => [lang, text(languages[lang].letterhead)]));

const small = { sizePt: 11 } as const;

/** The form of documents where no document pack is in force: any organisation's. */
export const neutralFormat: DocumentFormat = {
  paper: { widthMm: 210, heightMm: 297 },
  marginsMm: { top: 25, bottom: 25, left: 25, right: 25 },
  fontFamilies: ["Noto Sans", "Open Sans", "Arial", "sans-serif"],
  body: { sizePt: 11, linePtMin: 16 },
  justified: false,
  superior: small,
  issuer: { sizePt: 12, bold: true },
  number: { pattern: inEach(({ number }) => number), style: small },
  placeAndDate: { pattern: inEach(({ placeAndDate }) => placeAndDate), style: small },
  typeLine: { sizePt: 16, bold: true },
  subject: { sizePt: 13, bold: true },
  documentKinds: documentKinds.map((term) => ({
    term,
    labels: inEach(({ kinds }) => kinds[term]),
  })),
  onBehalf: { pattern: inEach(({ onBehalf }) => onBehalf), style: small },
  office: small,
  signatory: { sizePt: 11, bold: true },
  recipientsLabel: { text: inEach((of) => of.recipientsLabel), style: small },
  recipient: small,
  pageNumber: { position: "bottom-right", fromPage: 2, style: { sizePt: 9 } },
};
