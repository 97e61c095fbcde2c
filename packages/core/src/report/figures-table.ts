import type { Lang } from "../messages/lang.ts";
import { reportText } from "../messages/report.ts";
import type { Figure, Span, Table, Text } from "./document.ts";
import { computedOf, reportedOf } from "./placed.ts";

/** Computed and reported side by side, so that neither is taken for the other. */
export const figuresTable = (figures: readonly Figure[], lang: Lang): Table => ({
  block: "table",
  columns: (["label.measure", "label.computed", "label.reported", "label.agrees"] as const).map(
    (key) => reportText(lang, key),
  ),
  rows: figures.map((figure): readonly Text[] => [
    figure.label,
    computedOf(figure),
    reportedCell(figure),
    reportText(lang, agreement(figure)),
  ]),
});

const reportedCell = (figure: Figure): Text => {
  const stated = reportedOf(figure).flatMap((placed, at): readonly Span[] => [
    ...(at === 0 ? [] : ["; "]),
    placed,
    ` “${figure.reported[at]?.phrase}”`,
  ]);
  return stated.length === 0 ? "—" : stated;
};

const agreement = ({ agrees }: Figure) =>
  agrees === undefined ? "agrees.none" : agrees ? "agrees.yes" : "agrees.no";
