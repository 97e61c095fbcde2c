import type { BranchId } from "@tongket/core";
import type { Horizon } from "@tongket/core/log";
import { sayPage } from "@tongket/core/messages";
import { makeBanner } from "./banner.ts";
import { type BranchOpens, branchContent } from "./branch-content.ts";
import { drawCharts } from "./drawn-charts.ts";
import { element } from "./element.ts";
import type { Moment } from "./engine.ts";
import { figureContent } from "./figure-content.ts";
import type { FigurePlace } from "./figure-place.ts";
import { type Ledger, pageAt } from "./ledger.ts";
import type { Panel } from "./panel.ts";
import { searchTool } from "./search-tool.ts";
import type { ShownDocument } from "./shown-document.ts";
import { timeTool } from "./time-tool.ts";
import type { Toolbox } from "./toolbox.ts";
import { totalsTool } from "./totals-nodes.ts";
import { whenIdle } from "./when-idle.ts";

export interface Explorer {
  readonly openFigure: (place: FigurePlace) => void;
}

interface Parts {
  readonly document: ShownDocument;
  readonly panel: Panel;
  readonly toolbox: Toolbox;
}

/** Puts the tools beside the document, each at the moment that the page shows. */
export const explore = (ledger: Ledger, { document, panel, toolbox }: Parts): Explorer => {
  const { lang, engine, report } = ledger;
  let moved: Moment | undefined;
  const now = (): Moment => moved ?? report();
  const move = (horizon: Horizon): void => {
    const isReport = horizon.asOf === undefined && horizon.knownAt === undefined;
    moved = isReport ? undefined : engine.at(horizon);
    const moment = now();
    const changed = document.show(moved);
    const isThere = moment.view.tree.nodes.has(moment.view.branch);
    banner.show({ horizon: isReport ? {} : moment.horizon, changed, isThere });
    totals.show(moment.totals, report().totals);
    drawCharts(pageAt(ledger, moment));
  };
  const openFigure = (place: FigurePlace): void => panel.open(figureContent(ledger, now(), place));
  const openBranch = (branch: BranchId): void => {
    const moment = now();
    const name = moment.view.tree.nodes.get(branch)?.name ?? branch;
    const rows = document.mark({ branch, name });
    rows[0]?.scrollIntoView({ block: "center" });
    panel.open(branchContent(ledger, moment, { branch, rows: rows.length, opens }));
  };
  const opens: BranchOpens = {
    branch: openBranch,
    figure: (figure, branch, shown) => {
      const name = now().view.tree.nodes.get(branch)?.name ?? branch;
      openFigure({ figure, branch, shown, is: "", under: [name] });
    },
  };
  const time = timeTool(ledger, { onMoving: document.waits, onMove: move });
  const banner = makeBanner(lang, time.reset);
  const totals = totalsTool(lang);
  const search = searchTool(ledger, {
    view: () => now().view,
    onChosen: ({ branch }) => openBranch(branch),
    onCleared: () => document.mark(undefined),
  });
  const hint = element("p", { class: "quiet hint" }, sayPage(lang, "tools.explain"));
  toolbox.fill([hint, time.element, search, totals.element]);
  toolbox.putAbove(banner.element);
  whenIdle(() => totals.show(now().totals, report().totals));
  return { openFigure };
};
