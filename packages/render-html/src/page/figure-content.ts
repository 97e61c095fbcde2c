import { reportText, sayPage } from "@tongket/core/messages";
import { formatGoal } from "@tongket/core/report";
import { type AskedFigure, askedFigure } from "./asked-figure.ts";
import { element } from "./element.ts";
import type { Explained, Moment } from "./engine.ts";
import { explainedNodes } from "./explained-nodes.ts";
import type { FigurePlace } from "./figure-place.ts";
import { type Ledger, pageAt } from "./ledger.ts";
import type { PanelContent } from "./panel.ts";

/** All that the page knows of a figure: where it stands, what it is, and how it came about. */
export const figureContent = (ledger: Ledger, moment: Moment, place: FigurePlace): PanelContent => {
  const asked = askedFigure(place);
  const explained = moment.explain(asked.figure, place.branch);
  const page = pageAt(ledger, moment);
  const note = noteOf(asked, explained);
  return {
    title: place.shown,
    nodes: [
      element("p", { class: "place" }, place.under.join(" › ")),
      ...(note === undefined ? [] : [element("p", { class: "note" }, sayPage(ledger.lang, note))]),
      ...(explained === undefined
        ? []
        : [
            ...(explained.target === undefined ? [] : [targetNode(ledger, explained.target)]),
            ...explainedNodes({ page, named: ledger.named }, explained.figure),
          ]),
    ],
  };
};

/** What a target aims at, and whether it was reached. */
const targetNode = (
  { lang, named }: Ledger,
  { text, goal, verdict }: NonNullable<Explained["target"]>,
): HTMLElement =>
  element(
    "section",
    { class: "target" },
    element("p", { class: "label" }, named(text)),
    element(
      "p",
      {},
      `${sayPage(lang, "charts.goal", { goal: formatGoal(goal, lang) })}: `,
      element("strong", { class: verdict }, reportText(lang, `verdict.${verdict}`)),
    ),
  );

/** How the figure stands to what is explained, where that is not the figure itself. */
const noteOf = ({ as }: AskedFigure, explained: Explained | undefined) => {
  if (explained === undefined) return "panel.isItself";
  switch (as) {
    case "goal":
      return "panel.isGoal";
    case "margin":
      return "panel.isMargin";
    case "reported":
      return "panel.isReported";
    case "itself":
      return undefined;
  }
};
