import type { CalendarDate } from "../kernel/date.ts";
import type { BranchId } from "../kernel/ids.ts";
import type { Lang } from "../messages/lang.ts";
import { sayDate } from "../messages/numbers.ts";
import type { Books } from "../projections/books.ts";
import { viewYear } from "../projections/year-view.ts";
import type { DocumentKind } from "../rulebook/document-pack.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { DocumentValue, Origin, Section } from "./document.ts";
import type { DocumentDetails } from "./document-details.ts";
import { frameOf } from "./frame-of.ts";
import { packNotes } from "./sections/setting.ts";
import { branchName, list, type Page, section, text } from "./sections/words.ts";

/** What a document is made from: the books of a ledger, and whose year it tells. */
export interface ReportRequest {
  readonly books: Books;
  readonly rulebook: Rulebook;
  readonly branch: BranchId;
  readonly year: number;
  readonly lang: Lang;
  readonly origin: Origin;
  readonly simulated?: boolean;
  /** What its head and foot say that the ledger does not know. */
  readonly details?: DocumentDetails;
}

export const pageOf = (
  { books, rulebook, branch, lang, origin }: ReportRequest,
  year: number,
): Page => ({
  view: viewYear({ books, rulebook, branch, year, asOf: origin.asOf as CalendarDate | undefined }),
  lang,
});

/** A document of its sections and annexes, with notes on what it rests on at the end. */
export const documentOf = (
  request: ReportRequest,
  made: Pick<DocumentValue, "title" | "sections"> & {
    readonly kind: DocumentKind;
    readonly annexes?: readonly Section[];
  },
): DocumentValue => {
  const { origin, lang, year, branch, details } = request;
  const page = pageOf(request, year);
  return {
    kind: made.kind,
    lang,
    title: made.title,
    issuer: branchName(page, branch),
    branch,
    year,
    frame: frameOf(page, { kind: made.kind, subject: made.title, details: details ?? {} }),
    ...(details === undefined ? {} : { details }),
    origin,
    sections: made.sections,
    annexes: [
      ...(made.annexes ?? []).map(({ heading, blocks }, at) => ({
        heading: text(page, "annex.numbered", { number: at + 1, heading }),
        blocks,
      })),
      ...section(text(page, "section.notes"), list(notesOf(request, page))),
    ],
  };
};

const notesOf = ({ origin, lang, simulated }: ReportRequest, page: Page): readonly string[] => [
  text(page, "note.marks"),
  origin.asOf === undefined
    ? text(page, "note.allKnown")
    : text(page, "note.asOf", { date: sayDate(lang, origin.asOf) }),
  ...(origin.knownAt === undefined ? [] : [text(page, "note.knownAt", { at: origin.knownAt })]),
  text(page, "note.head", {
    ledger: origin.ledger,
    position: origin.position,
    hash: origin.hash,
  }),
  ...packNotes(page),
  ...(simulated === true ? [text(page, "note.synthetic")] : []),
];
