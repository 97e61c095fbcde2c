import { programmeProgress } from "../../projections/programme.ts";
import { type ReportedFigure, reportedFigures } from "../../projections/reported.ts";
import { targetProgress } from "../../projections/targets.ts";
import { ownFactsOf } from "../../projections/year-view.ts";
import { goalText } from "../annexes/scoreboard.ts";
import type { Block, Section, Text } from "../document.ts";
import { figuresOfAll, measureLabel } from "./figures.ts";
import { sentences } from "./sentences.ts";
import { branchName, list, type Page, said, section, text, wordOf } from "./words.ts";

export const shortcomingsSection = (page: Page): readonly Section[] =>
  section(text(page, "section.shortcomings"), [
    ...list(
      ownFactsOf(page.view, "ShortcomingNoted").map(({ data }) => data.text),
      true,
    ),
  ]);

/** The directions set, and a note where a report states another number than is recorded. */
export const directionsSection = (page: Page): readonly Section[] => {
  const set = ownFactsOf(page.view, "DirectionSet").map(({ data }) => data);
  const stated = reportedFigures(page.view).filter(({ measure }) => measure === "directionsSet");
  const notes = stated.flatMap(({ value, address }): readonly Block[] =>
    "count" in value && value.count !== set.length
      ? [{ block: "paragraph", text: statedNote(page, { value, address, listed: set.length }) }]
      : [],
  );
  const inOrder = set.toSorted((a, b) => a.ordinal - b.ordinal);
  const gapless = inOrder.every(({ ordinal }, at) => ordinal === at + 1);
  const items = inOrder.map((one) => (gapless ? one.text : `(${one.ordinal}) ${one.text}`));
  const figures =
    stated.length === 0 ? [] : list(sentences(page, figuresOfAll(page, ["directionsSet"])));
  return section(text(page, "section.directions", { year: page.view.year }), [
    ...list(items, gapless),
    ...notes,
    ...figures,
  ]);
};

const statedNote = (
  page: Page,
  { value, address, listed }: Pick<ReportedFigure, "value" | "address"> & { listed: number },
): Text => {
  const figure = `directionsSet@${page.view.year}`;
  return said(page, "note.directionsStated", {
    stated: { figure: `${figure}/${address}`, value: { is: "reported", value } },
    listed: { figure, value: { is: "count", count: listed } },
    number: listed,
  });
};

/** The targets as they stand, with their goals. */
export const targetsSection = (page: Page): readonly Section[] => {
  const targets = targetProgress(page.view);
  const rows = targets.map((target): readonly Text[] => [
    target.text,
    measureLabel(page, target.measure),
    goalText(page, target),
  ]);
  const columns = (["label.target", "label.measure", "label.goal"] as const).map((key) =>
    text(page, key),
  );
  return section(
    text(page, "section.targets", { year: page.view.year }),
    rows.length === 0 ? [] : [{ block: "table", columns, rows }],
  );
};

/** Each plan as it stands, with a note where its text counts other items than it lists. */
export const plansSection = (page: Page): readonly Section[] => {
  const told = ownFactsOf(page.view, "PlanAdopted");
  const { year } = page.view;
  const standing = new Map(told.map(({ data }) => [data.plan, data]));
  return [...standing.values()].flatMap((data) => {
    const { plan, title, statedItems, items, draft } = data;
    const lint =
      statedItems === undefined || statedItems === items.length
        ? []
        : [
            said(page, "note.statedItems", {
              stated: {
                figure: `planItemsStated/${plan}@${year}`,
                value: { is: "reported", value: { count: statedItems } },
              },
              listed: {
                figure: `planItemsListed/${plan}@${year}`,
                value: { is: "count", count: items.length },
              },
            }),
          ];
    const drafted = draft === true ? ` (${text(page, "note.draft")})` : "";
    return section(text(page, "section.plan", { title: `${title}${drafted}` }), [
      ...list(items, true),
      ...lint.map((note): Block => ({ block: "paragraph", text: note })),
      ...list(sentences(page, figuresOfAll(page, ["planItems"]))),
    ]);
  });
};

/** The programme; `carriedOut` also tells how far, which an outlook on a year to come does not. */
export const programmeSection = (page: Page, carriedOut: boolean): readonly Section[] => {
  const programme = programmeProgress(page.view);
  if (programme === undefined) return [];
  const rows = programme.items.map(({ kind, mode, branch, text: words, done }): readonly Text[] => {
    const plain = text(page, `kind.${kind}`);
    const how =
      mode === undefined
        ? plain
        : text(page, "kind.withMode", { kind: plain, mode: wordOf(page, "inspectionModes", mode) });
    const what = [...(branch ? [branchName(page, branch)] : []), ...(words ? [words] : [])];
    const state = done === undefined ? "unknown" : done ? "yes" : "no";
    const planned = [how, what.join(": ")];
    return carriedOut ? [...planned, text(page, `done.${state}`)] : planned;
  });
  const columns = [
    text(page, "label.kind"),
    text(page, "label.item"),
    ...(carriedOut ? [text(page, "label.done")] : []),
  ];
  const draft: readonly Block[] = programme.draft
    ? [{ block: "paragraph", text: `(${text(page, "note.draft")})` }]
    : [];
  return section(text(page, "section.programme", { year: page.view.year }), [
    ...draft,
    { block: "table", columns, rows },
  ]);
};

/** What the leaders asked for, told apart from the directions. */
export const requestsSection = (page: Page): readonly Section[] =>
  section(text(page, "section.requests"), [
    ...list(
      ownFactsOf(page.view, "DirectionNoted").map(({ data }) => {
        const source = text(page, `source.${data.source}`);
        const who = data.person === undefined ? source : `{person:${data.person}}, ${source}`;
        return `${data.text} (${who})`;
      }),
    ),
  ]);
