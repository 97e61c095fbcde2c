import { sayCount, sayDate, sayInstant, sayPage } from "@tongket/core/messages";
import type { ExplainedEvent } from "@tongket/core/projections";
import { branchName, factText } from "@tongket/core/report";
import { element } from "./element.ts";
import type { Telling } from "./telling.ts";

/** An event: what it says and adds, its day and branch, and where and when it was recorded. */
export const eventNode = (telling: Telling, event: ExplainedEvent): HTMLElement => {
  const { page, named } = telling;
  const { lang } = page;
  const { address, type, data, effectiveOn, recordedAt, actor, branch, reversedBy } = event;
  const recorded = { address, instant: sayInstant(lang, recordedAt), actor };
  return element(
    "article",
    { class: "event", "data-address": address },
    element(
      "p",
      {},
      element("span", { class: "fact" }, named(factText(page, type, data))),
      amountNode(telling, event),
    ),
    element(
      "p",
      { class: "quiet" },
      element("time", { datetime: effectiveOn }, sayDate(lang, effectiveOn)),
      ...(branch === undefined ? [] : [" · ", branchName(page, branch)]),
    ),
    element("p", { class: "quiet" }, sayPage(lang, "panel.recorded", recorded)),
    reversedBy === undefined
      ? undefined
      : element("p", { class: "quiet" }, sayPage(lang, "panel.reversed", { address: reversedBy })),
  );
};

/** What it adds to the figure; a standing fact adds nothing by itself. */
const amountNode = (
  { page: { lang } }: Telling,
  { postings, makes }: ExplainedEvent,
): HTMLElement | undefined => {
  if (makes !== undefined) return undefined;
  const sum = postings.reduce((total, { amount }) => total + amount, 0);
  const sign = sum < 0 ? "−" : "+";
  return element("span", { class: "amount" }, `${sign}${sayCount(lang, Math.abs(sum))}`);
};
