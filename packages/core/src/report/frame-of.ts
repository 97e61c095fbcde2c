import { textIn } from "../kernel/text-in.ts";
import { factsOf, ownFactsOf, type YearView } from "../projections/year-view.ts";
import {
  type DocumentFormat,
  type DocumentKind,
  formatOf,
  type LabelledKind,
  type TextStyle,
} from "../rulebook/document-pack.ts";
import { documentPackOn } from "../rulebook/rulebook.ts";
import { type DocumentDetails, firstDayOf } from "./document-details.ts";
import type { Frame, PageFormat } from "./frame.ts";
import { dateWords, filled, type Line, type Values } from "./line.ts";
import { neutralFormat } from "./neutral-format.ts";
import { branchName, type Page } from "./sections/words.ts";

interface Framed {
  readonly kind: DocumentKind;
  readonly subject: string;
  readonly details: DocumentDetails;
}

/**
 * The frame of a document under the pack in force on its day. Its day and place are those of the
 * conference that heard the report where the details tell no other; nothing else is filled in.
 */
export const frameOf = (page: Page, { kind, subject, details }: Framed): Frame => {
  const { view } = page;
  const conference = conferenceOf(view);
  const date = details.date ?? conference?.effectiveOn;
  const place = details.place ?? conference?.data.place;
  const day = date === undefined ? view.day : firstDayOf(date);
  const pack = documentPackOn(view.rulebook, day);
  const format = pack === undefined ? neutralFormat : formatOf(pack);
  const { recipients = [] } = details;
  const known = { ...details, ...(date && { date }), ...(place && { place }) };
  return {
    ...(pack && { pack: pack.pack }),
    page: pageFormatOf(format),
    lines: {
      ...headLines(page, format, known),
      ...numberedLines(page, format, { kind, details: known }),
      ...titleLines(page, format, { kind, subject }),
      ...footLines(page, format, known),
    },
    recipients: recipients.map((text) => ({ text, style: format.recipient })),
  };
};

/** The meeting at which the report of the year was presented. */
const conferenceOf = (view: YearView) => {
  const meeting = ownFactsOf(view, "ReportPresented")[0]?.data.meeting;
  return factsOf(view, "MeetingHeld").find(({ data }) => data.meeting === meeting);
};

const pageFormatOf = (format: DocumentFormat): PageFormat => {
  const { paper, marginsMm, fontFamilies, body, justified, firstLineMm, pageNumber } = format;
  return {
    ...{ paper, marginsMm, fontFamilies, body, justified },
    ...(firstLineMm === undefined ? {} : { firstLineMm }),
    ...(pageNumber === undefined ? {} : { pageNumber }),
  };
};

const headLines = (page: Page, format: DocumentFormat, details: DocumentDetails) => {
  const { view, lang } = page;
  const { banner, issuer, issuerMark } = format;
  const parent = view.tree.nodes.get(view.branch)?.parent;
  const superior = details.superior ?? (parent && branchName(page, parent));
  return {
    ...(banner && { banner: { text: textIn(banner.text, lang), style: banner.style } }),
    ...(superior && { superior: { text: superior, style: format.superior } }),
    issuer: { text: details.issuer ?? branchName(page, view.branch), style: issuer },
    ...(issuerMark && { issuerMark: { text: issuerMark, style: plain(issuer) } }),
  };
};

/** A mark has the size of the line above it and nothing else of it. */
const plain = ({ sizePt }: TextStyle): TextStyle => ({ sizePt });

interface Numbered {
  readonly kind: DocumentKind;
  readonly details: DocumentDetails;
}

const numberedLines = ({ lang }: Page, format: DocumentFormat, { kind, details }: Numbered) => {
  const { number, place, issuerCode } = details;
  const lineOf = (name: "number" | "placeAndDate", values: Values): Line | undefined => {
    const { pattern, style } = format[name];
    const line = filled({ pattern, style }, lang, values);
    const isShown = line.hasBlanks !== true || format.filledByHand?.includes(name) === true;
    return isShown ? line : undefined;
  };
  const numberLine = lineOf("number", { number, issuerCode, code: kindIn(format, kind)?.code });
  const dateLine = lineOf("placeAndDate", { place, ...dateWords(format, lang, details.date) });
  return {
    ...(numberLine && { number: numberLine }),
    ...(dateLine && { placeAndDate: dateLine }),
  };
};

/** NOTE: a pack that a ledger registered may be older than a kind of document. */
const kindIn = (format: DocumentFormat, kind: DocumentKind): LabelledKind | undefined =>
  [...format.documentKinds, ...neutralFormat.documentKinds].find(({ term }) => term === kind);

const titleLines = (
  { lang }: Page,
  format: DocumentFormat,
  { kind, subject }: { readonly kind: DocumentKind; readonly subject: string },
) => ({
  typeLine: { text: textIn(kindIn(format, kind)?.labels ?? {}, lang), style: format.typeLine },
  subject: { text: subject, style: format.subject },
  ...(format.separator && {
    separator: { text: format.separator, style: plain(format.subject) },
  }),
});

const footLines = ({ lang }: Page, format: DocumentFormat, details: DocumentDetails) => {
  const { signature, recipients } = details;
  const { office, signatory, recipientsLabel } = format;
  const body = signature?.onBehalf;
  return {
    ...(body && { onBehalf: filled(format.onBehalf, lang, { body }) }),
    ...(signature && {
      office: { text: signature.office, style: office },
      signatory: { text: signature.name, style: signatory },
    }),
    ...(recipients && {
      recipientsLabel: { text: textIn(recipientsLabel.text, lang), style: recipientsLabel.style },
    }),
  };
};
