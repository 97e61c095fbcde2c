import { factsOf, ownFactsOf } from "../../projections/year-view.ts";
import { ratingPackOf } from "../../rulebook/rulebook.ts";
import type { Section } from "../document.ts";
import { list, type Page, section, text, wordOf } from "./words.ts";

/** The bodies of the committee and its mass organisations, by their kind. */
export const bodiesSection = (page: Page): readonly Section[] =>
  section(text(page, "section.bodies"), [
    ...list(
      factsOf(page.view, "BodyFormed", "BodyCarriedIn")
        .filter(
          ({ data, effectiveOn }) =>
            data.branch === page.view.branch && effectiveOn <= page.view.day,
        )
        .map(({ data }) => {
          const kind = wordOf(page, "bodyKinds", data.kind);
          return data.name === undefined ? kind : `${data.name} (${kind})`;
        }),
    ),
  ]);

/** The directives in force in the year: issued by its end, and not closed before it began. */
export const directivesSection = (page: Page): readonly Section[] => {
  const { view } = page;
  const closed = new Set(
    factsOf(view, "DirectiveClosed")
      .filter(({ effectiveOn }) => effectiveOn < `${view.year}-01-01`)
      .map(({ data }) => data.directive),
  );
  return section(text(page, "section.directives"), [
    ...list(
      factsOf(view, "DirectiveIssued", "DirectiveCarriedIn")
        .filter(({ data, effectiveOn }) => effectiveOn <= view.day && !closed.has(data.directive))
        .map(({ data: { directive, title } }) =>
          title.includes(directive) ? title : `${directive}: ${title}`,
        ),
    ),
  ]);
};

/** Under which rules the year is reviewed, what was presented, and whether it was adopted. */
export const packNotes = (page: Page): readonly string[] => {
  const { view } = page;
  const opened = ownFactsOf(view, "ReviewOpened").map(({ data: { pack } }) =>
    text(page, "note.pack", { pack, title: ratingPackOf(view.rulebook, pack)?.title ?? pack }),
  );
  const presented = ownFactsOf(view, "ReportPresented");
  const titles = presented.flatMap(({ data: { title } }) =>
    title === undefined ? [] : [text(page, "note.presented", { title })],
  );
  const adopted = ownFactsOf(view, "ReportAdopted");
  const draft = presented.length > 0 && adopted.length === 0 ? [text(page, "note.notAdopted")] : [];
  return [...opened, ...titles, ...draft];
};
