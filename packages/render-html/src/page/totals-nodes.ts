import { type Lang, sayCount, sayPage } from "@tongket/core/messages";
import type { Totals } from "@tongket/core/projections";
import { element } from "./element.ts";

export interface TotalsTool {
  readonly element: HTMLElement;
  readonly show: (totals: Totals, before: Totals) => void;
}

/** The totals of the branch and year, folded away until they are asked for. */
export const totalsTool = (lang: Lang): TotalsTool => {
  const body = element("div", {}, sayPage(lang, "tools.loading"));
  const summary = element("summary", {}, element("h2", {}, sayPage(lang, "totals.label")));
  const tool = element("details", { class: "tool", "aria-busy": "true" }, summary, body);
  return {
    element: tool,
    show: (totals, before) => {
      body.replaceChildren(...totalsNodes(lang, totals, before));
      tool.removeAttribute("aria-busy");
    },
  };
};

/** Totals as `replay` tells them, an account a row; beside one that differs, what it was. */
export const totalsNodes = (lang: Lang, totals: Totals, before: Totals = totals): Node[] => {
  const names = [...new Set([...totals.keys(), ...before.keys()])].toSorted();
  if (names.length === 0) return [element("p", { class: "quiet" }, sayPage(lang, "totals.none"))];
  const rows = names.map((name) => {
    const [now, was] = [totals.get(name)?.amount, before.get(name)?.amount];
    const isDistinct = (totals.get(name) ?? before.get(name))?.isDistinct === true;
    const differs = now !== was;
    return element(
      "tr",
      differs ? { class: "differs" } : {},
      element("th", { scope: "row" }, `${name}${isDistinct ? " *" : ""}`),
      element(
        "td",
        { class: "number" },
        element("span", { "data-account": name }, now === undefined ? "—" : sayCount(lang, now)),
        differs ? element("small", {}, wasWords(lang, was)) : undefined,
      ),
    );
  });
  const head = element(
    "thead",
    {},
    element(
      "tr",
      {},
      element("th", { scope: "col" }, sayPage(lang, "totals.account")),
      element("th", { scope: "col" }, sayPage(lang, "totals.amount")),
    ),
  );
  const hasDistinct = [...totals.values(), ...before.values()].some(({ isDistinct }) => isDistinct);
  return [
    element("table", { class: "totals" }, head, element("tbody", {}, ...rows)),
    ...(hasDistinct ? [element("p", { class: "quiet" }, sayPage(lang, "totals.distinct"))] : []),
  ];
};

const wasWords = (lang: Lang, was: number | undefined): string =>
  sayPage(lang, "totals.was", { amount: was === undefined ? "—" : sayCount(lang, was) });
