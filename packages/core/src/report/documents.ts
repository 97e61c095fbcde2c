import type { DocumentKind } from "../rulebook/document-pack.ts";
import { awardRollAnnex } from "./annexes/award-roll.ts";
import { coverageAnnex } from "./annexes/coverage.ts";
import { admissionsAnnex, membersAnnex } from "./annexes/members.ts";
import { scoreboardAnnex } from "./annexes/scoreboard.ts";
import { annualReview } from "./annual-review.ts";
import type { DocumentValue, Section } from "./document.ts";
import { documentOf, pageOf, type ReportRequest } from "./document-of.ts";
import { articlesOf } from "./sections/articles.ts";
import {
  directionsSection,
  plansSection,
  programmeSection,
  shortcomingsSection,
  targetsSection,
} from "./sections/outlook.ts";
import { adoptionSection, resultsSection } from "./sections/results.ts";
import { type Page, text } from "./sections/words.ts";

/** A document of a committee's year, of any kind. */
export const makeDocument = (kind: DocumentKind, request: ReportRequest): DocumentValue => {
  if (kind === "annual-review") return annualReview(request);
  const { year } = request;
  const [page, next] = [pageOf(request, year), pageOf(request, year + 1)];
  const title = text(page, `report.${kind}`, { year, next: year + 1 });
  return documentOf(request, { kind, title, ...parts[kind](page, next) });
};

interface Parts {
  readonly sections: readonly Section[];
  readonly annexes?: readonly Section[];
}

const parts: {
  readonly [Kind in Exclude<DocumentKind, "annual-review">]: (page: Page, next: Page) => Parts;
} = {
  /** How far the targets of the year were reached, and its programme carried out. */
  scoreboard: (page) => ({
    sections: [...scoreboardAnnex(page), ...programmeSection(page, true), ...coverageAnnex(page)],
  }),
  /** What the conference settles on for the next year, upon the results of the year. */
  resolution: (page, next) => ({
    sections: [
      ...adoptionSection(page),
      ...resultsSection(page),
      ...shortcomingsSection(page),
      ...directionsSection(next),
      ...targetsSection(next),
      ...plansSection(next),
    ],
  }),
  /** Whom the committee inspects and supervises in the next year. */
  programme: (_, next) => ({ sections: programmeSection(next, false) }),
  /** The awards of the year, an article for each category, and who receives them. */
  "award-decision": (page) => ({
    sections: articlesOf(page),
    annexes: awardRollAnnex(page),
  }),
  /** Members at the beginning and the end of the year, and what came between. */
  "stock-and-flow": (page) => ({
    sections: [...membersAnnex(page), ...admissionsAnnex(page)],
  }),
};
