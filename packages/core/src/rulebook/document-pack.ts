import * as Schema from "effect/Schema";
import { Label } from "../kernel/text.ts";
import { packFields, parameter, sourced, Texts } from "./parameter.ts";

const tenths = (value: number): boolean => Math.round(value * 10) / 10 === value;

const size = (range: { minimum: number; maximum: number }, expected: string) =>
  Schema.Finite.check(
    Schema.makeFilter(
      (value: number) =>
        (value >= range.minimum && value <= range.maximum && tenths(value)) || expected,
      { expected },
    ),
  );

/** Of letters and lines, in typographic points of 1/72 inch. */
const Points = size({ minimum: 5, maximum: 72 }, "a size from 5 to 72 points, to a tenth");
const Millimetres = size({ minimum: 0, maximum: 300 }, "0 to 300 millimetres, to a tenth");
const PaperMillimetres = size(
  { minimum: 50, maximum: 1200 },
  "50 to 1,200 millimetres, to a tenth",
);

const yes = Schema.optionalKey(Schema.Literal(true));

/** How a line is set; what is not named is upright, light and in small letters. */
export const TextStyle = Schema.Struct({
  sizePt: Points,
  bold: yes,
  italic: yes,
  capitals: yes,
  underlined: yes,
});
export type TextStyle = typeof TextStyle.Type;

/** The kinds of document that are made from a ledger. */
export const documentKinds = [
  "annual-review",
  "scoreboard",
  "resolution",
  "programme",
  "award-decision",
  "stock-and-flow",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

const kindFields = {
  term: Schema.Literals(documentKinds),
  /** What it is called on its face (tên loại). */
  labels: Texts,
  /** Its letters in the number line (ký hiệu), such as `BC`. */
  code: Schema.optionalKey(Label),
};

/** The places that a pattern may have, by the parameter it stands in. */
export const patternPlaces = {
  number: ["number", "code", "issuerCode"],
  placeAndDate: ["place", "day", "month", "monthName", "year"],
  onBehalf: ["body"],
} as const;

/** What documents of an organisation look like (thể thức văn bản). */
export const DocumentPack = Schema.Struct({
  ...packFields,
  matter: Schema.Literal("document"),
  parameters: Schema.Struct({
    paper: parameter(Schema.Struct({ widthMm: PaperMillimetres, heightMm: PaperMillimetres })),
    marginsMm: parameter(
      Schema.Struct({
        top: Millimetres,
        bottom: Millimetres,
        left: Millimetres,
        right: Millimetres,
      }),
    ),
    /** Families of type, the first one that is there. */
    fontFamilies: parameter(
      Schema.Array(Label).check(Schema.isMinLength(1), Schema.isMaxLength(10)),
    ),
    body: parameter(Schema.Struct({ sizePt: Points, linePtMin: Schema.optionalKey(Points) })),
    firstLineMm: Schema.optionalKey(parameter(Millimetres)),
    justified: parameter(Schema.Boolean),
    /** The line at the top right (tiêu đề), of a country or a party. */
    banner: Schema.optionalKey(parameter(Schema.Struct({ text: Texts, style: TextStyle }))),
    superior: parameter(TextStyle),
    issuer: parameter(TextStyle),
    /** What stands below the issuer. */
    issuerMark: Schema.optionalKey(parameter(Label)),
    number: parameter(Schema.Struct({ pattern: Texts, style: TextStyle })),
    placeAndDate: parameter(Schema.Struct({ pattern: Texts, style: TextStyle })),
    /** Days and months up to these are written with two digits. */
    zeroPadded: Schema.optionalKey(
      parameter(
        Schema.Struct({
          dayMax: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 9 })),
          monthMax: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 9 })),
        }),
      ),
    ),
    /** Lines that have blanks for what is not known; others are then left out. */
    filledByHand: Schema.optionalKey(
      parameter(Schema.Array(Schema.Literals(["number", "placeAndDate"]))),
    ),
    /** The line that says what kind of document it is, and the one of its subject (trích yếu). */
    typeLine: parameter(TextStyle),
    subject: parameter(TextStyle),
    /** What stands below the subject. */
    separator: Schema.optionalKey(parameter(Label)),
    /** Each has a source of its own. */
    documentKinds: Schema.Array(Schema.Struct({ ...kindFields, ...sourced })),
    /** In whose name it is signed (thay mặt), in what office, and by whom. */
    onBehalf: parameter(Schema.Struct({ pattern: Texts, style: TextStyle })),
    office: parameter(TextStyle),
    signatory: parameter(TextStyle),
    /** Who it is sent to (nơi nhận). */
    recipientsLabel: parameter(Schema.Struct({ text: Texts, style: TextStyle })),
    recipient: parameter(TextStyle),
    pageNumber: Schema.optionalKey(
      parameter(
        Schema.Struct({
          position: Schema.Literals(["top-centre", "top-right", "bottom-centre", "bottom-right"]),
          fromPage: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 10 })),
          style: TextStyle,
        }),
      ),
    ),
  }),
});
export type DocumentPack = typeof DocumentPack.Type;

type Stated = Omit<DocumentPack["parameters"], "documentKinds">;

/** The values of a document pack without their sources: what a document is set by. */
export type DocumentFormat = {
  readonly [Name in keyof Stated]: NonNullable<Stated[Name]>["value"];
} & { readonly documentKinds: readonly LabelledKind[] };

/** A kind of document with its name and letters. */
export interface LabelledKind {
  readonly term: DocumentKind;
  readonly labels: Texts;
  readonly code?: string;
}

export const formatOf = ({ parameters }: DocumentPack): DocumentFormat => {
  const { documentKinds: kinds, ...stated } = parameters;
  const values = Object.entries(stated).map(([name, { value }]) => [name, value] as const);
  return { ...Object.fromEntries(values), documentKinds: kinds } as unknown as DocumentFormat;
};
