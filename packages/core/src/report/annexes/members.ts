import { measured } from "../../projections/measured.ts";
import { stockAndFlow } from "../../projections/stock-and-flow.ts";
import { sumOf, viewOf } from "../../projections/year-view.ts";
import type { Section, Text } from "../document.ts";
import { branchName, type Page, section, text } from "../sections/words.ts";

/** Stock and flow of members, where any member was recorded. */
export const membersAnnex = (page: Page): readonly Section[] => {
  const flow = stockAndFlow(page.view);
  const { opening, closing, restructuredIn, restructuredOut, inTransit, inTransitOpening } = flow;
  if (
    opening === 0 &&
    closing === 0 &&
    sumOf(page.view, ([what]) => what === "stock") === undefined
  ) {
    return [];
  }
  const lines: readonly (readonly [Parameters<typeof text>[1], number])[] = [
    ["members.opening", opening],
    ["members.restructuredIn", restructuredIn],
    ["members.restructuredOut", -restructuredOut],
    ["members.admitted", flow.in.admitted],
    ["members.received", flow.in.received],
    ["members.outside", flow.in.outside],
    ["members.sent", -flow.out.sent],
    ["members.departed", -flow.out.departed],
    ["members.left", -flow.out.left],
    ["members.annulled", -flow.out.annulled],
    ["members.closing", closing],
    ["members.closingOfficial", flow.closingOfficial],
    ["members.closingProbationary", flow.closingProbationary],
    ["members.inTransit", inTransit - inTransitOpening],
  ];
  const rows = lines.map(([key, amount]): readonly Text[] => [
    text(page, key),
    { figure: `${key}@${page.view.year}`, value: { is: "count", count: amount } },
  ]);
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
