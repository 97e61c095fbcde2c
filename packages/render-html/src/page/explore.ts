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
  let moment: Moment = report;
  const move = (horizon: Horizon): void => {
    const isReport = horizon.asOf === undefined && horizon.knownAt === undefined;
    moment = isReport ? report : engine.at(horizon);
    const changed = document.show(isReport ? undefined : moment);
    const isThere = moment.view.tree.nodes.has(moment.view.branch);
    banner.show({ horizon, changed, isThere });
    totals.show(moment.totals, report.totals);
    drawCharts(pageAt(ledger, moment));
  };
  const openFigure = (place: FigurePlace): void => panel.open(figureContent(ledger, moment, place));
  const openBranch = (branch: BranchId): void => {
    const name = moment.view.tree.nodes.get(branch)?.name ?? branch;
    const rows = document.mark({ branch, name });
    rows[0]?.scrollIntoView({ block: "center" });
    panel.open(branchContent(ledger, moment, { branch, rows: rows.length, opens }));
  };
  const opens: BranchOpens = {
    branch: openBranch,
    figure: (figure, branch, shown) => {
      const name = moment.view.tree.nodes.get(branch)?.name ?? branch;
      openFigure({ figure, branch, shown, is: "", under: [name] });
    },
  };
  const time = timeTool(ledger, { onMoving: document.await, onMove: move });
  const banner = makeBanner(lang, time.reset);
  const totals = totalsTool(lang, report.totals);
  const search = searchTool(ledger, {
    view: () => moment.view,
    onChosen: ({ branch }) => openBranch(branch),
    onCleared: () => document.mark(undefined),
  });
  const hint = element("p", { class: "quiet hint" }, sayPage(lang, "tools.explain"));
  toolbox.fill([hint, time.element, search, totals.element]);
  toolbox.putAbove(banner.element);
  return { openFigure };
};
