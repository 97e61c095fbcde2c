import type { BranchId } from "@tongket/core";
import { sayPage } from "@tongket/core/messages";
import {
  type FigureValue,
  figureNames,
  measured,
  type TreeNode,
  totalsOver,
  viewOf,
  type YearView,
} from "@tongket/core/projections";
import { formatFigure, measureLabel, wordOf } from "@tongket/core/report";
import { button, element } from "./element.ts";
import type { Moment } from "./engine.ts";
import { pathTo } from "./found-branches.ts";
import { type Ledger, pageAt } from "./ledger.ts";
import type { PanelContent } from "./panel.ts";
import { stepped } from "./stepped.ts";
import { totalsNodes } from "./totals-nodes.ts";

/** What can be opened from a branch. */
export interface BranchOpens {
  readonly branch: (branch: BranchId) => void;
  readonly figure: (figure: string, branch: BranchId, shown: string) => void;
}

/** A branch at a moment: where it stands, its figures, and the totals of it with all below. */
export const branchContent = (
  ledger: Ledger,
  moment: Moment,
  {
    branch,
    rows,
    opens,
  }: {
    readonly branch: BranchId;
    /** How many rows of the document are about it. */
    readonly rows: number;
    readonly opens: BranchOpens;
  },
): PanelContent => {
  const { lang } = ledger;
  const view = viewOf(moment.view, branch);
  const node = view.tree.nodes.get(branch);
  const marked =
    rows === 0 ? sayPage(lang, "branch.noRows") : sayPage(lang, "branch.rows", { count: rows });
  return {
    title: node?.name ?? branch,
    nodes: [
      element("p", { class: "place" }, kindWords(ledger, moment, node)),
      element("p", { class: "quiet" }, marked),
      ...placeNodes(ledger, moment.view, { branch, opens }),
      ...figureNodes(ledger, { ...moment, view }, opens),
      element("h3", {}, sayPage(lang, "branch.totals")),
      ...totalsNodes(lang, totalsOver([view])),
    ],
  };
};

const kindWords = (ledger: Ledger, moment: Moment, node: TreeNode | undefined): string => {
  const { lang } = ledger;
  return [
    node && wordOf(pageAt(ledger, moment), "branchKinds", node.kind),
    node?.branch,
    ...(node?.alive === false ? [sayPage(lang, "branch.dissolved")] : []),
  ].join(" · ");
};

const placeNodes = (
  { lang }: Ledger,
  view: YearView,
  { branch, opens }: { readonly branch: BranchId; readonly opens: BranchOpens },
): readonly Node[] => {
  const link = (node: TreeNode): HTMLElement =>
    button(node.name, () => opens.branch(node.branch), { class: "link" });
  const above = pathTo(view, branch);
  const below = (view.tree.below.get(branch) ?? []).flatMap(
    (one) => view.tree.nodes.get(one) ?? [],
  );
  return [
    ...(above.length === 0
      ? []
      : [
          element("h3", {}, sayPage(lang, "branch.place")),
          element("ol", { class: "path" }, ...above.map((node) => element("li", {}, link(node)))),
        ]),
    ...(below.length === 0
      ? []
      : [
          element(
            "details",
            {},
            element("summary", {}, sayPage(lang, "branch.below", { count: below.length })),
            stepped(lang, below, link),
          ),
        ]),
  ];
};

/** Every figure of it that is known, each leading to its explanation. */
const figureNodes = (ledger: Ledger, moment: Moment, opens: BranchOpens): readonly Node[] => {
  const { lang } = ledger;
  const page = pageAt(ledger, moment);
  const { view } = moment;
  const known = figureNames(view).flatMap((name): readonly (readonly [string, FigureValue])[] => {
    const value = measured(view, name);
    return value === undefined || value.is === "unknown" ? [] : [[name, value]];
  });
  return [
    element("h3", {}, sayPage(lang, "branch.figures")),
    known.length === 0
      ? element("p", { class: "quiet" }, sayPage(lang, "branch.noFigures"))
      : element(
          "ul",
          { class: "figures" },
          ...known.map(([name, value]) => {
            const shown = formatFigure(value, lang);
            const figure = `${name}@${view.year}`;
            const open = (): void => opens.figure(figure, view.branch, shown);
            return element(
              "li",
              {},
              element("span", {}, measureLabel(page, name)),
              button(shown, open, { class: "link", "data-figure": figure }),
            );
          }),
        ),
  ];
};
