import { awardRollAnnex } from "./annexes/award-roll.ts";
import { coverageAnnex } from "./annexes/coverage.ts";
import { figuresAnnex } from "./annexes/figures.ts";
import { admissionsAnnex, membersAnnex } from "./annexes/members.ts";
import { ratingsAnnex } from "./annexes/ratings.ts";
import { scoreboardAnnex } from "./annexes/scoreboard.ts";
import type { DocumentValue } from "./document.ts";
import { documentOf, pageOf, type ReportRequest } from "./document-of.ts";
import { awardsSection } from "./sections/awards.ts";
import { conferenceSection, practicesSection } from "./sections/conference.ts";
import {
  directionsSection,
  plansSection,
  programmeSection,
  requestsSection,
  shortcomingsSection,
  targetsSection,
} from "./sections/outlook.ts";
import { resultsSection } from "./sections/results.ts";
import { bodiesSection, directivesSection } from "./sections/setting.ts";
import { text } from "./sections/words.ts";

/**
 * The annual review of a committee: what the year came to, and the directions, targets, plan and
 * programme of the next one; the tables behind it as annexes. Every figure is computed from the
 * ledger or named as reported.
 */
export const annualReview = (request: ReportRequest): DocumentValue => {
  const [page, next] = [pageOf(request, request.year), pageOf(request, request.year + 1)];
  return documentOf(request, {
    kind: "annual-review",
    title: text(page, "report.title", { year: request.year, next: request.year + 1 }),
    sections: [
      ...conferenceSection(page),
      ...bodiesSection(page),
      ...directivesSection(page),
      ...resultsSection(page),
      ...shortcomingsSection(page),
      ...directionsSection(next),
      ...targetsSection(next),
      ...plansSection(next),
      ...programmeSection(next, false),
      ...awardsSection(page),
      ...practicesSection(page),
      ...requestsSection(next),
    ],
    annexes: [
      ...figuresAnnex(page, next),
      ...scoreboardAnnex(page),
      ...ratingsAnnex(page),
      ...coverageAnnex(page),
      ...admissionsAnnex(page),
      ...awardRollAnnex(page),
      ...membersAnnex(page),
    ],
  });
};
