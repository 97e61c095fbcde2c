import { measured } from "../../projections/measured.ts";
import { stockAndFlow } from "../../projections/stock-and-flow.ts";
import { sumOf, viewOf } from "../../projections/year-view.ts";
import type { Section, Text } from "../document.ts";
import { branchName, type Page, section, text } from "../sections/words.ts";

const lines = [
  "members.opening",
  "members.restructuredIn",
  "members.restructuredOut",
  "members.admitted",
  "members.received",
  "members.outside",
  "members.sent",
  "members.departed",
  "members.left",
  "members.annulled",
  "members.closing",
  "members.closingOfficial",
  "members.closingProbationary",
  "members.inTransit",
] as const;

/** Stock and flow of members, what goes off below 0, where any member was recorded. */
export const membersAnnex = (page: Page): readonly Section[] => {
  const { view } = page;
  const { opening, closing } = stockAndFlow(view);
  const isRecorded = sumOf(view, ([what]) => what === "stock") !== undefined;
  if (opening === 0 && closing === 0 && !isRecorded) return [];
  const rows = lines.map((line): readonly Text[] => {
    const value = measured(view, line) ?? { is: "unknown", missing: "members" };
    return [text(page, line), { figure: `${line}@${view.year}`, value }];
  });
  const columns = [text(page, "label.measure"), text(page, "label.number")];
  return section(text(page, "section.members"), [{ block: "table", columns, rows }]);
};

/** How many each branch directly below admitted, and the branch itself, if it did. */
export const admissionsAnnex = (page: Page): readonly Section[] => {
  const { view } = page;
  const own = { ...view, scope: [view.branch] };
  const views = [own, ...(view.tree.below.get(view.branch) ?? []).map((one) => viewOf(view, one))];
  const rows = views.flatMap((one): readonly (readonly Text[])[] => {
    const value = measured(one, "membersAdmitted");
    if (value === undefined || value.is === "unknown") return [];
    const figure = `membersAdmitted${one === own ? "/own" : ""}@${view.year}`;
    const whose = one === own ? {} : { branch: one.branch };
    return [[branchName(page, one.branch), { figure, ...whose, value }]];
  });
  const columns = [text(page, "label.branch"), text(page, "label.number")];
  return section(
    text(page, "annex.admissions"),
    rows.length === 0 ? [] : [{ block: "table", columns, rows }],
  );
};
