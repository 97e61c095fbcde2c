import { splitMeasure } from "../rulebook/measure-forms.ts";
import { ratingPackOf } from "../rulebook/rulebook.ts";
import type { Accounts } from "./accounts.ts";
import { leadingOffice, vacantCells } from "./cell-officers.ts";
import type { Composition } from "./composition.ts";
import { cellCoverage, cellsCounted } from "./coverage.ts";
import { wordsOf } from "./measure.ts";
import { measures } from "./measures.ts";
import type { Quantity, Term } from "./quantity.ts";
import { type RuleUse, ruleUses, structureUses } from "./rule-use.ts";
import { type FlowName, less, memberFlows } from "./stock-and-flow.ts";
import { ownFactsOf, type YearView } from "./year-view.ts";

/**
 * What the lines of a report's tables are made of that no target asks for: `members.closing`,
 * `rated/KIND/PACK/LEVEL/DISTINCTION[/share]`, `cells/own`, `planItemsListed/PLAN` and others.
 */
export const lineComposition = (view: YearView, name: string): Composition | undefined => {
  const own = { ...view, scope: [view.branch] };
  switch (name) {
    case "membersAdmitted/own":
      return measures.get("membersAdmitted")?.madeOf(own, "");
    case "awardsOnRoll":
      return measures.get("awardsGranted")?.madeOf(view, "");
    case "cells/own":
      return counting(cellsCounted(own), structureUses(view, "branchKinds"));
    case "cellsInspected/own":
      return cellCoverage(own, "all", ["inspection"]);
    case "cellsSupervised/own":
      return cellCoverage(own, "all", ["supervision"]);
    case "cellsInspectedAndSupervised/own":
      return cellCoverage(own, "all");
    case "cellsVacant":
      return vacancies(view);
  }
  const { name: word, word: what } = splitMeasure(name);
  if (word === "rated") return rated(view, name);
  if (word === "planItemsListed") return planItems(view, what);
  return memberLine(view, name);
};

/** What is counted also where it comes to nothing. */
const counting = (count: Quantity, rules?: () => readonly RuleUse[]): Composition => ({
  is: "count",
  count,
  missing: "members",
  ...(rules && { rules }),
});

const vacancies = (view: YearView): Composition | undefined => {
  const office = leadingOffice(view);
  const rules = structureUses(view, "branchKinds", "offices");
  return office === undefined ? undefined : counting(vacantCells(view, office), rules);
};

/** Ratings of one kind, pack, level and distinction, or their share of all of the kind. */
const rated = (view: YearView, name: string): Composition | undefined => {
  const line = ratedLine(view, name);
  if (line === undefined) return undefined;
  const accounts = (where: NonNullable<Accounts["where"]>): Accounts => ({
    year: view.year,
    branches: view.scope,
    words: ["rated"],
    where,
  });
  const [kind, pack = ""] = line;
  const levels = kind === "member" ? "memberLevels" : "branchLevels";
  const rules = () => ruleUses(ratingPackOf(view.rulebook, pack), [levels]);
  const numerator = {
    counts: "sum",
    of: accounts((words) => line.every((word, at) => words[at + 1] === word)),
  } as const;
  if (name === ["rated", ...line].join("/"))
    return { is: "count", count: numerator, missing: "ratings", rules };
  const denominator = { counts: "sum", of: accounts((words) => words[1] === kind) } as const;
  return { is: "share", numerator, denominator, missing: "ratings", rules };
};

/** Kind, pack, level and distinction of the ratings on a line; undefined where there are none. */
export const ratedLine = (
  { books, scope, year }: YearView,
  name: string,
): readonly string[] | undefined => {
  const { name: word, word: line } = splitMeasure(name);
  if (word !== "rated") return undefined;
  const ofShare = line.replace(/\/share$/, "");
  let found: readonly string[] | undefined;
  for (const branch of scope) {
    for (const account of books.tally.counts.get(branch)?.get(year)?.keys() ?? []) {
      const [what, ...words] = wordsOf(account);
      if (what !== "rated") continue;
      const said = words.join("/");
      if (said === line) return words;
      if (said === ofShare) found = words;
    }
  }
  return found;
};

/** The items of a plan as it was adopted last. */
const planItems = (view: YearView, plan: string): Composition | undefined => {
  const event = ownFactsOf(view, "PlanAdopted").findLast(({ data }) => data.plan === plan);
  if (event === undefined) return undefined;
  const list = event.data.items.map((_, at) => ({ subject: `${plan} ${at + 1}`, at: view.branch }));
  return counting({ counts: "listed", list, facts: () => [{ event, makes: "plan" }] });
};

/** Lines of stock and flow that go off, and those whose opening does. */
const taken: ReadonlySet<string> = new Set([
  "restructuredOut",
  "sent",
  "departed",
  "left",
  "annulled",
]);

const memberLine = (view: YearView, name: string): Composition | undefined => {
  const [, line] = /^members\.(\w+)$/.exec(name) ?? [];
  if (line === undefined) return undefined;
  const flows = memberFlows(view);
  if (!Object.hasOwn(flows, line)) return undefined;
  const terms = flows[line as FlowName];
  return counting({ counts: "net", terms: termsShown(line, terms, flows) });
};

const termsShown = (
  line: string,
  terms: readonly Term[],
  flows: ReturnType<typeof memberFlows>,
): readonly Term[] => {
  if (line === "inTransit") return [...terms, ...less(flows.inTransitOpening)];
  return taken.has(line) ? less(terms) : terms;
};
