import { textIn } from "../../kernel/text-in.ts";
import { languages } from "../../messages/lang.ts";
import type { ReportKey } from "../../messages/report.ts";
import { ratedLine } from "../../projections/line-compositions.ts";
import { ratingPackOf } from "../../rulebook/rulebook.ts";
import { type Page, text, wordOf } from "./words.ts";

/** What a line of a table counts, in words; undefined for a name that is none. */
export const lineLabel = (page: Page, name: string): string | undefined => {
  const keys = labels.get(name);
  if (keys !== undefined) return keys.map((key) => text(page, key)).join(": ");
  // NOTE: a document may report a figure of any name, also one that a message has.
  if (/^members\.\w+$/.test(name) && Object.hasOwn(languages.en.report, name)) {
    return text(page, name as ReportKey);
  }
  if (name.startsWith("planItemsListed/")) return text(page, "measure.planItems");
  const rated = ratedLine(page.view, name);
  return rated && `${kindName(page, rated[0] ?? "")}: ${levelName(page, rated)}`;
};

const labels: ReadonlyMap<string, readonly ReportKey[]> = new Map([
  ["membersAdmitted/own", ["measure.membersAdmitted"]],
  ["awardsOnRoll", ["measure.awardsGranted.all"]],
  ["cells/own", ["label.cells"]],
  ["cellsInspected/own", ["label.cells", "label.inspected"]],
  ["cellsSupervised/own", ["label.cells", "label.supervised"]],
  ["cellsInspectedAndSupervised/own", ["measure.cellsInspectedAndSupervised"]],
  ["cellsVacant", ["measure.cellsVacant"]],
]);

export const kindName = (page: Page, kind: string): string =>
  kind === "member" ? text(page, "label.memberKind") : wordOf(page, "branchKinds", kind);

/** A level with its distinction, by kind, pack, level and distinction of a rating. */
export const levelName = (
  { view, lang }: Page,
  [kind, pack = "", level = "", distinction = ""]: readonly string[],
): string => {
  const parameters = ratingPackOf(view.rulebook, pack)?.parameters;
  const levels = kind === "member" ? parameters?.memberLevels : parameters?.branchLevels;
  const name =
    textIn(levels?.value.find(({ term }) => term === level)?.labels ?? {}, lang) || level;
  const mark = parameters?.branchDistinctions.value.find(({ term }) => term === distinction);
  return mark === undefined ? name : `${name}, ${textIn(mark.labels, lang) || distinction}`;
};
