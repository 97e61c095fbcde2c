import { marginOf, type TargetProgress, targetProgress } from "../../projections/targets.ts";
import type { Placed, Section, Text } from "../document.ts";
import { branchName, type Page, said, section, text } from "../sections/words.ts";

/** The targets of the year, each with its goal, what came of it, and how far that is. */
export const scoreboardAnnex = (page: Page): readonly Section[] => {
  const rows = targetProgress(page.view).map((target): readonly Text[] => [
    target.text,
    goalText(page, target),
    actualText(page, target),
    verdictText(page, target),
    marginText(page, target),
  ]);
  const columns = (
    ["label.target", "label.goal", "label.actual", "label.verdict", "label.margin"] as const
  ).map((key) => text(page, key));
  return section(
    text(page, "section.scoreboard"),
    rows.length === 0 ? [] : [{ block: "table", columns, rows }],
  );
};

/** What a target aims at: `≥ 90%`, or `> 50%, each committee`. */
export const goalText = (page: Page, { target, goal, scope }: TargetProgress): Text => {
  const placed: Placed = { figure: named(page, target, "goal"), value: { is: "goal", goal } };
  return scope === "each" ? said(page, "goal.each", { goal: placed }) : placed;
};

const actualText = (page: Page, { target, measure, declared, actual }: TargetProgress): Text =>
  measure === "declared" && declared !== undefined
    ? declared.text
    : { figure: named(page, target), value: actual };

const verdictText = (page: Page, { verdict, each }: TargetProgress): Text => {
  const failing = each.filter((row) => row.verdict === "fail");
  const words = text(page, `verdict.${verdict}`);
  if (failing.length === 0) return words;
  const branches = failing.map(({ branch }) => branchName(page, branch)).join("; ");
  return `${words}. ${text(page, "each.failing", { branches })}`;
};

/** By how many more or less than the goal asks for; of a target for each committee, not at all. */
const marginText = (page: Page, { target, goal, scope, actual }: TargetProgress): Text => {
  const margin = scope === "each" ? undefined : marginOf(goal, actual);
  if (margin === undefined) return "—";
  return { figure: named(page, target, "margin"), value: { is: "margin", margin, of: actual } };
};

const named = ({ view }: Page, target: string, part?: string): string =>
  `target:${target}${part === undefined ? "" : `/${part}`}@${view.year}`;
