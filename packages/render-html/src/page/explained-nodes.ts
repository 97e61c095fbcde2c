import { sayPage } from "@tongket/core/messages";
import type { Explanation } from "@tongket/core/projections";
import {
  branchName,
  formatFigure,
  formatReported,
  measureLabel,
  type Page,
} from "@tongket/core/report";
import { machineValue } from "../document-html.ts";
import { element } from "./element.ts";
import { eventNode } from "./event-nodes.ts";
import { partNode } from "./part-nodes.ts";
import { ruleNode } from "./rule-nodes.ts";
import type { Telling } from "./telling.ts";

/** An explanation from the figure down by its rules to its events. */
export const explainedNodes = (telling: Telling, explanation: Explanation): readonly Node[] => {
  const { lang } = telling.page;
  const { parts, rules, reported, witness } = explanation;
  const told = parts.filter(({ amount, events }) => amount !== 0 || events.length > 0);
  return [
    headNode(telling.page, explanation),
    ...(reported.length === 0 ? [] : [reportedNode(telling, reported)]),
    ...(rules.length === 0
      ? []
      : [
          element(
            "section",
            { class: "rules" },
            element("h3", {}, sayPage(lang, "panel.rules")),
            element("ul", {}, ...rules.map((rule) => element("li", {}, ruleNode(lang, rule)))),
          ),
        ]),
    ...told.map((part) => partNode(telling, part)),
    ...(told.length === 0 && witness === undefined
      ? [element("p", { class: "quiet" }, sayPage(lang, "panel.noEvents"))]
      : []),
    ...(witness === undefined
      ? []
      : [
          element(
            "section",
            {},
            element("h3", {}, sayPage(lang, "panel.witness")),
            element("ul", { class: "events" }, element("li", {}, eventNode(telling, witness))),
          ),
        ]),
  ];
};

const headNode = (page: Page, { figure, value }: Explanation): HTMLElement => {
  const { lang } = page;
  const branch = branchName(page, figure.branch);
  const isUnknown = value.is === "unknown";
  return element(
    "section",
    { class: "measure" },
    element("p", { class: "label" }, measureLabel(page, figure.measure)),
    element(
      "p",
      { class: isUnknown ? "value unknown" : "value", "data-value": machineValue(value) },
      formatFigure(value, lang),
    ),
    element("p", { class: "quiet" }, sayPage(lang, "panel.figure", { branch, year: figure.year })),
  );
};

const reportedNode = (
  { page: { lang }, named }: Telling,
  reported: Explanation["reported"],
): HTMLElement =>
  element(
    "section",
    { class: "stated" },
    element("h3", {}, sayPage(lang, "panel.reported")),
    element(
      "ul",
      {},
      ...reported.map(({ value, phrase, address }) =>
        element(
          "li",
          {},
          element("span", { class: "value reported" }, formatReported(value, lang)),
          " ",
          element("span", {}, sayPage(lang, "panel.statedAs", { phrase: named(phrase), address })),
        ),
      ),
    ),
  );
