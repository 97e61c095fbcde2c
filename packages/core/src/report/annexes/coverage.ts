import { cellOfficers, leadingOffice } from "../../projections/cell-officers.ts";
import { coverageOf } from "../../projections/coverage.ts";
import type { Block, Placed, Section, Text } from "../document.ts";
import { branchName, type Page, said, section, text } from "../sections/words.ts";

/** Which of its cells each committee inspected and supervised. */
export const coverageAnnex = (page: Page): readonly Section[] => {
  const { year } = page.view;
  const rows = coverageOf(page.view)
    .filter(({ inspected, supervised }) => inspected + supervised > 0)
    .map(({ committee, cells, inspected, supervised, both }): readonly Text[] => {
      const whose = committee === page.view.branch ? {} : { branch: committee };
      const share = (name: string, num: number): Placed => ({
        figure: `${name}/own@${year}`,
        ...whose,
        value: { is: "share", num, den: cells },
      });
      return [
        branchName(page, committee),
        { figure: `cells/own@${year}`, ...whose, value: { is: "count", count: cells } },
        share("cellsInspected", inspected),
        share("cellsSupervised", supervised),
        share("cellsInspectedAndSupervised", both),
      ];
    });
  const columns = (
    ["label.committee", "label.cells", "label.inspected", "label.supervised", "label.both"] as const
  ).map((key) => text(page, key));
  return section(text(page, "section.inspection"), [
    ...(rows.length === 0 ? [] : [{ block: "table", columns, rows } as const]),
    ...vacancies(page),
  ]);
};

/** How many cells have nobody in the office that leads them, where any has. */
const vacancies = (page: Page): readonly Block[] => {
  const office = leadingOffice(page.view);
  if (office === undefined) return [];
  const { holders, vacant } = cellOfficers(page.view, office);
  if (holders.size === 0) return [];
  const count: Placed = {
    figure: `cellsVacant@${page.view.year}`,
    value: { is: "count", count: vacant.length },
  };
  return [{ block: "paragraph", text: said(page, "note.vacant", { count }) }];
};
