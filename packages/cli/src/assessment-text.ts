import { say, sayAmount, sayList, sayTest } from "@tongket/core/messages";
import type { AssessedRating } from "@tongket/core/projections";
import type { ConditionVerdict, LevelVerdict, Sourced } from "@tongket/core/rulebook";
import { factEvents, factLabels, sourceOf, wordsIn } from "./cited-text.ts";
import { cut, indented, type Telling } from "./lines.ts";

/** What a pack says of each level, or of one: why, by which facts, and what is missing. */
export const assessmentLines = (
  telling: Telling,
  rating: AssessedRating,
  only?: string,
): readonly string[] => {
  const { lang } = telling.page;
  const { assessment, pack } = rating;
  const shared = sharedSource(assessment);
  const title = { title: pack.title, pack: pack.pack };
  const { levels, standing, highestOpen } = assessment;
  const labelOf = wordsIn(telling, pack);
  const highest = highestOpen.passing;
  const named = { level: labelOf(lang, highest ?? "", assessment.subject.of) };
  const isAsked = ({ level }: LevelVerdict): boolean => only === undefined || level === only;
  return [
    shared === undefined
      ? say(lang, "rating.judgedBy", title)
      : say(lang, "rating.judgedAllBy", { ...title, ...sourceOf(lang, shared) }),
    ...indented(levels.filter(isAsked).flatMap((level) => levelLines(telling, rating, level))),
    ...(only !== undefined || standing.verdict === "fail"
      ? []
      : [
          highest === undefined
            ? say(lang, "rating.highestNone")
            : say(lang, "rating.highest", named),
        ]),
  ];
};

/** The source of all conditions, where they have one and the same: it is told once. */
const sharedSource = ({ levels }: AssessedRating["assessment"]): Sourced | undefined => {
  const [first, ...rest] = levels.flatMap(({ conditions }) =>
    conditions.map(({ condition: { source, verification } }) => ({ source, verification })),
  );
  const isSame = (one: Sourced): boolean => JSON.stringify(one) === JSON.stringify(first);
  return rest.every(isSame) ? first : undefined;
};

const levelLines = (
  telling: Telling,
  rating: AssessedRating,
  judged: LevelVerdict,
): readonly string[] => [
  levelLine(telling, rating, judged),
  ...indented(judged.conditions.flatMap((one) => conditionLines(telling, rating, one))),
];

const levelLine = (telling: Telling, rating: AssessedRating, judged: LevelVerdict): string => {
  const { lang } = telling.page;
  const { assessment, pack } = rating;
  const level = wordsIn(telling, pack)(lang, judged.level, assessment.subject.of);
  const isEmpty = judged.conditions.length === 0;
  switch (judged.verdict) {
    case "pass":
      return say(lang, isEmpty ? "rating.passAll" : "rating.pass", { level });
    case "fail":
      return say(lang, judged.blocking.length === 0 ? "rating.failAdvice" : "rating.fail", {
        level,
      });
    case "unknown": {
      const missing = new Set(judged.conditions.flatMap((one) => one.missing));
      if (missing.size === 0) return say(lang, "rating.unknownAll", { level });
      return say(lang, "rating.unknown", { level, missing: namesOf(telling, rating, missing) });
    }
  }
};

const conditionWords = {
  pass: "rating.conditionPass",
  fail: "rating.conditionFail",
  unknown: "rating.conditionUnknown",
} as const;

const conditionLines = (
  telling: Telling,
  rating: AssessedRating,
  judged: ConditionVerdict,
): readonly string[] => {
  const { lang } = telling.page;
  const { condition, verdict, facts, missing } = judged;
  const labelOf = wordsIn(telling, rating.pack);
  const told = {
    condition: condition.labels[lang] ?? condition.term,
    test: sayTest(lang, condition, labelOf),
  };
  const source =
    sharedSource(rating.assessment) === undefined
      ? [say(lang, "rating.source", sourceOf(lang, condition))]
      : [];
  return [
    say(lang, conditionWords[verdict], told),
    ...indented([
      ...source,
      ...facts.flatMap((fact) => factLines(telling, rating, fact)),
      ...(missing.length === 0
        ? []
        : [say(lang, "rating.missing", { missing: namesOf(telling, rating, missing) })]),
    ]),
  ];
};

/** A fact with its value, and the events behind it. */
const factLines = (
  telling: Telling,
  rating: AssessedRating,
  { name, value, role, events }: ConditionVerdict["facts"][number],
): readonly string[] => {
  const { lang } = telling.page;
  const told = { fact: factLabels(telling, rating)(name), value: sayAmount(lang, value) };
  const supplied = rating.supplied.find((one) => one.name === name);
  if (supplied !== undefined) {
    const { recorded } = supplied;
    return recorded === undefined
      ? [say(lang, "rating.factSupplied", told)]
      : [say(lang, "rating.factReplaced", { ...told, recorded: sayAmount(lang, recorded) })];
  }
  if (events.length === 0) return [say(lang, "rating.factNoEvent", told)];
  return [
    say(lang, role === "supporting" ? "rating.factSupporting" : "rating.fact", told),
    ...indented(cut(telling, factEvents(telling, rating, events))),
  ];
};

const namesOf = (telling: Telling, rating: AssessedRating, names: Iterable<string>): string =>
  sayList(telling.page.lang, [...names].map(factLabels(telling, rating)));
