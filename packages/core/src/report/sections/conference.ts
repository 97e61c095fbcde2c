import type { BranchEvent } from "../../branch/events.ts";
import type { CalendarDate } from "../../kernel/date.ts";
import { sayDate } from "../../messages/numbers.ts";
import { reportText } from "../../messages/report.ts";
import { factsOf, ownFactsOf, type YearView } from "../../projections/year-view.ts";
import type { Block, Section } from "../document.ts";
import { branchName, list, type Page, section, text, wordOf } from "./words.ts";

/** The conference at which the report of the year was presented. */
export const conferenceSection = (page: Page): readonly Section[] => {
  const { view } = page;
  const meeting = conferenceOf(page);
  const held = factsOf(view, "MeetingHeld").find(({ data }) => data.meeting === meeting);
  if (meeting === undefined || held === undefined) return [];
  const date = sayDate(page.lang, held.effectiveOn);
  const { place } = held.data;
  const when =
    place === undefined
      ? text(page, "conference.heldAnywhere", { date })
      : text(page, "conference.held", { date, place });
  const { title } = held.data;
  const attended = attendance(page, meeting, held.effectiveOn);
  return section(text(page, "section.conference"), [
    { block: "paragraph", text: title === undefined ? when : `${title}. ${when}` },
    ...attended,
    ...speeches(page, meeting),
    ...contributions(page, meeting),
  ]);
};

/** The meeting at which the report was presented, if that was recorded. */
const conferenceOf = ({ view }: Page): string | undefined =>
  ownFactsOf(view, "ReportPresented")[0]?.data.meeting;

/** The practices noted at that conference. */
export const practicesSection = (page: Page): readonly Section[] =>
  section(text(page, "section.practices"), [
    ...list(
      factsOf(page.view, "GoodPracticeNoted")
        .filter(({ data }) => data.meeting === conferenceOf(page))
        .map(({ data }) => data.text),
    ),
  ]);

const attendance = (page: Page, meeting: string, day: CalendarDate): readonly Block[] => {
  const attendees = factsOf(page.view, "AttendanceNoted")
    .filter(({ data }) => data.meeting === meeting)
    .map(({ data: { attendee } }) =>
      "group" in attendee ? attendee.group : withOffices(page, attendee.person, day),
    );
  return attendees.length === 0
    ? []
    : [
        {
          block: "paragraph",
          text: text(page, "conference.attended", { attendees: attendees.join("; ") }),
        },
      ];
};

/** A person with the offices that the ledger knows of on a day. */
const withOffices = (page: Page, person: string, day: CalendarDate): string => {
  const offices = officesOf(page.view, person, day).map((one) => {
    const office = one.title ?? wordOf(page, "offices", one.office);
    const where = "branch" in one.in ? branchName(page, one.in.branch) : one.in.external;
    return `${office}, ${where}`;
  });
  return offices.length === 0
    ? `{person:${person}}`
    : reportText(page.lang, "office.of", {
        person: `{person:${person}}`,
        offices: offices.join("; "),
      });
};

const officesOf = (view: YearView, person: string, day: CalendarDate) => {
  const held = new Map<string, Extract<BranchEvent, { type: "OfficerCarriedIn" }>["data"]>();
  for (const { type, data, effectiveOn } of factsOf(
    view,
    "OfficerAppointed",
    "OfficerCarriedIn",
    "OfficerReleased",
  )) {
    if (data.person !== person || effectiveOn > day) continue;
    const key = JSON.stringify([data.in, data.office]);
    if (type === "OfficerReleased") held.delete(key);
    else held.set(key, data);
  }
  return [...held.values()];
};

const speeches = (page: Page, meeting: string): readonly Block[] =>
  factsOf(page.view, "SpeechGiven")
    .filter(({ data }) => data.meeting === meeting)
    .flatMap(({ data }): readonly Block[] => [
      {
        block: "paragraph",
        text: text(page, "conference.speech", {
          person: `{person:${data.person}}`,
          occasion: text(page, `occasion.${data.occasion}`),
        }),
      },
      ...list(data.points),
    ]);

const contributions = (page: Page, meeting: string): readonly Block[] => {
  const items = factsOf(page.view, "ContributionMade")
    .filter(({ data }) => data.meeting === meeting)
    .map(({ data }) =>
      text(page, "conference.contribution", {
        branch: branchName(page, data.branch),
        stance: [text(page, `stance.${data.stance}`), ...(data.points ?? [])].join("; "),
      }),
    );
  return items.length === 0
    ? []
    : [{ block: "paragraph", text: text(page, "conference.contributions") }, ...list(items)];
};
