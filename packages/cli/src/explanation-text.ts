import { reportText, say, sayCount, saySource } from "@tongket/core/messages";
import type {
  ExplainedBranch,
  ExplainedEvent,
  ExplainedPart,
  Explanation,
  TargetExplanation,
} from "@tongket/core/projections";
import {
  branchName,
  commonWord,
  factText,
  formatFigure,
  formatGoal,
  formatReported,
  measureLabel,
} from "@tongket/core/report";
import { peopleNamed } from "./cited-text.ts";
import { asText, cut, indented, linesMax, moreLine, type Telling } from "./lines.ts";

/** An explanation as it can be read aloud: from the figure down to its events. */
export const explanationText = (telling: Telling, explanation: Explanation): string =>
  asText(explanationLines(telling, explanation));

/** The same of a target: how far it was reached, by whom not, and then its figure. */
export const targetText = (telling: Telling, { target, figure }: TargetExplanation): string => {
  const { page } = telling;
  const { lang } = page;
  const { each, declared } = target;
  const verdict = reportText(lang, `verdict.${target.verdict}`);
  const goal = formatGoal(target.goal, lang);
  const committee = commonWord(page, "committee");
  const reached = { goal, actual: formatFigure(target.actual, lang), verdict, committee };
  const failing = each.filter((row) => row.verdict === "fail");
  const rows = failing.map(({ name, branch, actual }) =>
    say(lang, "explain.each", { name, branch, actual: formatFigure(actual, lang) }),
  );
  return asText([
    say(lang, "explain.target", { target: target.target, text: target.text }),
    say(lang, target.scope === "each" ? "explain.goalEach" : "explain.goal", reached),
    ...(declared === undefined ? [] : [say(lang, "explain.declared", { text: declared.text })]),
    ...target.events.flatMap((event) => eventLines(telling, event)),
    ...(failing.length === 0
      ? []
      : [
          say(lang, "explain.failing", {
            count: failing.length,
            committees: failing.length === 1 ? committee : commonWord(page, "committees"),
            all: each.length,
          }),
          ...indented(cut(telling, rows)),
        ]),
    "",
    ...explanationLines(telling, figure),
  ]);
};

const explanationLines = (telling: Telling, explanation: Explanation): readonly string[] => {
  const { page } = telling;
  const { lang } = page;
  const { figure, value, parts, rules, reported, witness } = explanation;
  const branch = branchName(page, figure.branch);
  const told = { branch, year: figure.year, value: formatFigure(value, lang) };
  return [
    say(lang, "explain.head", { figure: measureLabel(page, figure.measure), ...told }),
    ...reported.map(({ value: stated, phrase, address }) =>
      say(lang, "explain.reported", { value: formatReported(stated, lang), phrase, address }),
    ),
    ...parts.flatMap((part) => (isEmpty(part) ? [] : partLines(telling, part))),
    ...(parts.every(isEmpty) ? [say(lang, "explain.noEvent")] : []),
    ...(witness === undefined
      ? []
      : [say(lang, "explain.witness"), ...indented(eventLines(telling, witness))]),
    ...(rules.length === 0
      ? []
      : [say(lang, "explain.rules"), ...indented(ruleLines(telling, rules))]),
  ];
};

const isEmpty = ({ amount, events }: ExplainedPart): boolean => amount === 0 && events.length === 0;

const partLines = (telling: Telling, part: ExplainedPart): readonly string[] => {
  const { lang } = telling.page;
  const { amount, distinct, events, branches } = part;
  const word = distinct
    ? (`explain.${part.part}Distinct` as const)
    : (`explain.${part.part}` as const);
  const facts = events.some(({ makes }) => makes !== undefined);
  const count = { events: events.length };
  const isOne = branches.children.length === 0;
  return [
    say(lang, word, { amount }),
    ...(isOne ? [] : [`  ${say(lang, "explain.branches")}`]),
    ...(isOne ? [] : indented(indented(branchesTold(telling, branches)))),
    ...(events.length === 0
      ? []
      : [`  ${say(lang, facts ? "explain.facts" : "explain.events", count)}`]),
    ...indented(
      indented(
        cut(
          telling,
          events.flatMap((event) => eventLines(telling, event)),
        ),
      ),
    ),
  ];
};

/** All of them; or, where they are many, the first with those directly below it. */
const branchesTold = (telling: Telling, top: ExplainedBranch): readonly string[] => {
  const all = branchLines(telling, top);
  if (telling.all || all.length <= linesMax) return all;
  const children = top.children.map((child) => ({ ...child, own: 0, children: [] }));
  const shown = branchLines(telling, { ...top, children }).slice(0, linesMax - 1);
  return [...shown, moreLine(telling, all.length - shown.length)];
};

const branchLines = (telling: Telling, row: ExplainedBranch): readonly string[] => {
  const { lang } = telling.page;
  const { name, own, total, children } = row;
  const word = own > 0 && children.length > 0 ? "explain.branchOwn" : "explain.branch";
  return [
    say(lang, word, { name, own, total }),
    ...indented(children.flatMap((child) => branchLines(telling, child))),
  ];
};

const eventLines = (telling: Telling, event: ExplainedEvent): readonly string[] => {
  const { page } = telling;
  const { lang } = page;
  const { address, effectiveOn: day, actor, postings, reversedBy } = event;
  const fact = peopleNamed(telling, factText(page, event.type, event.data));
  const told = { address, day, fact, actor };
  const sum = postings.reduce((total, { amount }) => total + amount, 0);
  const amount = `${sum < 0 ? "−" : "+"}${sayCount(lang, Math.abs(sum))}`;
  return [
    event.makes === undefined
      ? say(lang, "explain.event", { ...told, amount })
      : say(lang, "explain.fact", told),
    ...(reversedBy === undefined
      ? []
      : [`  ${say(lang, "explain.reversed", { address: reversedBy })}`]),
  ];
};

const ruleLines = ({ page: { lang } }: Telling, rules: Explanation["rules"]): readonly string[] =>
  rules.map(({ pack, parameter, source, verification }) => {
    const place = saySource(lang, source);
    return say(lang, "explain.rule", { pack, parameter, source: place, verification });
  });
