import { type AwardOnRoll, awardRoll } from "../../projections/award-roll.ts";
import type { Section, Text } from "../document.ts";
import { branchName, type Page, section, text, wordOf } from "../sections/words.ts";

/** Every award of the year with its recipient and the years it is for. */
export const awardRollAnnex = (page: Page): readonly Section[] => {
  const rows = awardRoll(page.view).map(({ category, form, recipient, basisYears }, at) => [
    String(at + 1),
    recipientName(page, recipient),
    wordOf(page, "awardCategories", category),
    wordOf(page, "awardForms", form),
    basisYears.join(", "),
  ]) satisfies readonly (readonly Text[])[];
  const columns = (
    [
      "label.ordinal",
      "label.recipient",
      "label.category",
      "label.form",
      "label.basisYears",
    ] as const
  ).map((key) => text(page, key));
  return section(
    text(page, "annex.awardRoll"),
    rows.length === 0 ? [] : [{ block: "table", columns, rows }],
  );
};

export const recipientName = (page: Page, recipient: AwardOnRoll["recipient"]): string =>
  "branch" in recipient ? branchName(page, recipient.branch) : `{person:${recipient.person}}`;
