import { say } from "@tongket/core/messages";
import type { AssessedRating, CitedEvent, ClosedCohort } from "@tongket/core/projections";
import { branchName } from "@tongket/core/report";
import { ratingPackOf } from "@tongket/core/rulebook";
import { assessmentLines } from "./assessment-text.ts";
import { judgedCapLines } from "./caps-text.ts";
import { eventLine, factEvents, factLabels, peopleNamed, sourceOf } from "./cited-text.ts";
import { asText, indented, type Telling } from "./lines.ts";

/** A rating as it can be read aloud: how it stands, who decided it, and what its rules say. */
export const ratingText = (
  telling: Telling,
  rating: AssessedRating,
  only: { readonly level?: string | undefined; readonly trial?: true } = {},
): string =>
  asText([
    ...standingLines(telling, rating),
    ...resultLines(telling, rating),
    ...(only.trial ? [say(telling.page.lang, "rating.trial")] : []),
    ...assessmentLines(telling, rating, only.level),
    ...(rating.closed === undefined ? [] : closedLines(telling, rating.closed)),
  ]);

/** What befell the subject; first of all that it is not rated. */
const standingLines = (telling: Telling, rating: AssessedRating): readonly string[] => {
  const { lang } = telling.page;
  const { standing } = rating.assessment;
  const { dissolvedOn, movedOn } = rating.told;
  const rule = rating.pack.parameters.notRated;
  const reasons = standing.facts.map(({ name }) => factLabels(telling, rating)(name));
  const events = standing.facts.flatMap((fact) => factEvents(telling, rating, fact.events));
  return [
    ...(standing.verdict !== "fail" || rule === undefined
      ? []
      : [
          say(lang, "rating.notRated", { reasons: reasons.join(", "), ...sourceOf(lang, rule) }),
          ...indented(events),
        ]),
    ...(dissolvedOn === undefined ? [] : [say(lang, "rating.dissolved", { day: dissolvedOn })]),
    ...(movedOn === undefined ? [] : [say(lang, "rating.moved", { day: movedOn })]),
  ];
};

const resultLines = (telling: Telling, told: AssessedRating): readonly string[] => {
  const { lang } = telling.page;
  const { rating, assessment } = told;
  const { year } = assessment.subject;
  const name = subjectName(telling, told);
  switch (rating.is) {
    case "open":
      return [say(lang, "rating.open", { name, year })];
    case "exempted":
      return [
        say(lang, "rating.exempted", { name, year }),
        `  ${eventLine(telling, rating.event)}`,
      ];
    case "rated": {
      const { level, distinction } = ratedInWords(telling, told);
      const head =
        distinction === undefined
          ? say(lang, "rating.is", { name, year, level })
          : say(lang, "rating.isDistinguished", { name, year, level, distinction });
      return [head, ...indented(rating.events.flatMap((event) => decisionLines(telling, event)))];
    }
  }
};

/** Who decided, under which pack, and the event. */
const decisionLines = (telling: Telling, event: CitedEvent): readonly string[] => {
  const { lang } = telling.page;
  const data = event.data as {
    readonly by: string;
    readonly pack?: string;
    readonly to?: { readonly pack: string };
    readonly reason?: string;
  };
  const by = branchName(telling.page, data.by);
  const pack = data.to?.pack ?? data.pack;
  const head =
    data.reason === undefined
      ? say(lang, "rating.assigned", { by, pack })
      : say(lang, "rating.revised", { by, pack, reason: peopleNamed(telling, data.reason) });
  return [head, `  ${eventLine(telling, event)}`];
};

/** By the labels of the pack that it was made under. */
const ratedInWords = ({ page }: Telling, { rating, assessment, pack }: AssessedRating) => {
  if (rating.is !== "rated") return { level: "" };
  const { rated } = rating;
  const { parameters } = ratingPackOf(page.view.rulebook, rated.pack) ?? pack;
  const isMember = assessment.subject.of === "member";
  const levels = isMember ? parameters.memberLevels : parameters.branchLevels;
  const word = (entries: typeof levels.value, term: string): string =>
    entries.find((entry) => entry.term === term)?.labels[page.lang] ?? term;
  return {
    level: word(levels.value, rated.level),
    ...(rated.distinction === undefined
      ? {}
      : { distinction: word(parameters.branchDistinctions.value, rated.distinction) }),
  };
};

const closedLines = (telling: Telling, closed: ClosedCohort): readonly string[] => [
  say(telling.page.lang, "rating.closed", {
    committee: branchName(telling.page, closed.committee),
  }),
  ...indented([
    eventLine(telling, closed.event),
    ...judgedCapLines(telling, closed),
    ...closed.breaches.map((breach) => eventLine(telling, breach)),
  ]),
];

const subjectName = (telling: Telling, { assessment }: AssessedRating): string => {
  const { subject, of } = assessment.subject;
  if (of === "branch") return branchName(telling.page, subject);
  return telling.names.get(subject) ?? subject;
};
