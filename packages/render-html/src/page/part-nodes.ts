import { sayCount, sayPage } from "@tongket/core/messages";
import type { ExplainedBranch, ExplainedPart } from "@tongket/core/projections";
import { element } from "./element.ts";
import { eventNode } from "./event-nodes.ts";
import { stepped } from "./stepped.ts";
import type { Telling } from "./telling.ts";

/** One count, or a numerator or denominator: its amount, by branches, and by events. */
export const partNode = (telling: Telling, part: ExplainedPart): HTMLElement => {
  const { lang } = telling.page;
  const { amount, distinct, branches, events } = part;
  const heading = element(
    "h3",
    {},
    `${sayPage(lang, `panel.${part.part}`)}: `,
    element("span", { class: "amount" }, sayCount(lang, amount)),
    distinct ? element("small", {}, sayPage(lang, "panel.once")) : undefined,
  );
  const hasFacts = events.some(({ makes }) => makes !== undefined);
  const word = hasFacts ? ("panel.facts" as const) : ("panel.events" as const);
  return element(
    "section",
    { class: "part", "data-part": part.part },
    heading,
    branches.children.length === 0 ? undefined : branchesNode(telling, branches),
    events.length === 0
      ? undefined
      : element("h4", {}, sayPage(lang, word, { count: events.length })),
    events.length === 0
      ? undefined
      : stepped(lang, events, (event) => eventNode(telling, event), "events"),
  );
};

const branchesNode = (telling: Telling, top: ExplainedBranch): HTMLElement => {
  const { lang } = telling.page;
  return element(
    "details",
    { class: "branches" },
    element("summary", {}, sayPage(lang, "panel.branches")),
    branchNode(telling, top, top.total),
  );
};

/** A branch with its total, as a bar too; those below it in steps. */
const branchNode = (
  telling: Telling,
  { name, own, total, children }: ExplainedBranch,
  whole: number,
): HTMLElement => {
  const { lang } = telling.page;
  const percent = whole > 0 ? Math.max(0, Math.min(100, (100 * total) / whole)) : 0;
  return element(
    "div",
    { class: "branch" },
    element(
      "p",
      { style: `--part:${percent.toFixed(1)}%` },
      element("span", {}, name),
      own > 0 && children.length > 0
        ? element("small", {}, sayPage(lang, "panel.itself", { own }))
        : undefined,
      element("span", { class: "amount" }, sayCount(lang, total)),
    ),
    children.length === 0
      ? undefined
      : stepped(lang, children, (child) => branchNode(telling, child, whole)),
  );
};
