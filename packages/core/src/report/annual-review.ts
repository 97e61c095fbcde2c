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
import { awardsSection } from "./sections/awards.ts";
import { conferenceSection, practicesSection } from "./sections/conference.ts";
import {
  directionsSection,
  plansSection,
  programmeSection,
  requestsSection,
  scoreboardSection,
  shortcomingsSection,
  targetsSection,
} from "./sections/outlook.ts";
import {
  inspectionSection,
  membersSection,
  ratingsSection,
  resultsSection,
} from "./sections/results.ts";
import { bodiesSection, directivesSection, packNotes } from "./sections/setting.ts";
import { branchName, list, type Page, section, text } from "./sections/words.ts";

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

/**
 * The annual review of a committee: what the year came to, and the directions, targets, plan and
 * programme of the next one. Every figure is computed from the ledger or named as reported.
 */
export const annualReview = (request: ReportRequest): DocumentValue => {
  const [page, next] = [pageOf(request, request.year), pageOf(request, request.year + 1)];
  return documentOf(
    request,
    "annual-review",
    text(page, "report.title", { year: request.year, next: request.year + 1 }),
    [
      ...conferenceSection(page),
      ...bodiesSection(page),
      ...directivesSection(page),
      ...resultsSection(page),
      ...ratingsSection(page),
      ...membersSection(page),
      ...inspectionSection(page),
      ...shortcomingsSection(page),
      ...directionsSection(next),
      ...targetsSection(next),
      ...plansSection(next),
      ...programmeSection(next, false),
      ...awardsSection(page),
      ...practicesSection(page),
      ...requestsSection(next),
    ],
  );
};

/** The targets of a year with how far each was reached, and how the programme was carried out. */
export const scoreboard = (request: ReportRequest): DocumentValue => {
  const page = pageOf(request, request.year);
  return documentOf(
    request,
    "scoreboard",
    text(page, "report.scoreboard", { year: request.year }),
    [...scoreboardSection(page), ...programmeSection(page, true), ...inspectionSection(page)],
  );
};

const pageOf = ({ books, rulebook, branch, lang, origin }: ReportRequest, year: number): Page => ({
  view: viewYear({ books, rulebook, branch, year, asOf: origin.asOf as CalendarDate | undefined }),
  lang,
});

const documentOf = (
  request: ReportRequest,
  kind: DocumentKind,
  title: string,
  sections: readonly Section[],
): DocumentValue => {
  const { origin, lang, year, branch, details = {} } = request;
  const page = pageOf(request, year);
  const notes = [
    origin.asOf === undefined
      ? text(page, "note.allKnown")
      : text(page, "note.asOf", { date: sayDate(lang, origin.asOf) }),
    text(page, "note.head", {
      ledger: origin.ledger,
      position: origin.position,
      hash: origin.hash,
    }),
    ...packNotes(page),
    ...(request.simulated === true ? [text(page, "note.synthetic")] : []),
  ];
  return {
    lang,
    title,
    issuer: branchName(page, branch),
    year,
    frame: frameOf(page, { kind, subject: title, details }),
    origin,
    sections: [...sections, ...section(text(page, "section.notes"), list(notes))],
  };
};
