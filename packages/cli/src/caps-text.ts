import { say, sayCap } from "@tongket/core/messages";
import type { AssessedCaps, ClosedCohort } from "@tongket/core/projections";
import { branchName } from "@tongket/core/report";
import { type CapVerdict, ratingPackOf } from "@tongket/core/rulebook";
import { eventLine, sourceOf, wordsIn } from "./cited-text.ts";
import { asText, indented, type Telling } from "./lines.ts";

/** The caps on the ratings of a committee as they stand, each with its base and its rounding. */
export const capsText = (telling: Telling, told: AssessedCaps): string => {
  const { lang } = telling.page;
  const { committee, year, pack, caps, closed } = told;
  const { title } = pack;
  const head = { committee: branchName(telling.page, committee), year, title, pack: pack.pack };
  return asText([
    say(lang, "rating.caps", head),
    ...(caps.length === 0 ? [say(lang, "rating.capsNone")] : []),
    ...indented(caps.flatMap((cap) => capLines(telling, told, cap))),
    ...(closed === undefined
      ? [say(lang, "rating.capsOpen")]
      : [
          say(lang, "rating.closed", { committee: head.committee }),
          ...indented([eventLine(telling, closed.event), ...judgedCapLines(telling, closed)]),
        ]),
  ]);
};

const capLines = (
  telling: Telling,
  { pack }: AssessedCaps,
  { cap, verdict, part, base, allowed }: CapVerdict,
): readonly string[] => {
  const { lang } = telling.page;
  const rule = sayCap(lang, cap, wordsIn(telling, pack));
  const { baseStated, roundingStated } = cap;
  const name = cap.labels[lang] ?? cap.term;
  return [
    capLine(telling, { name, verdict, part, base, allowed }),
    ...indented([
      say(lang, "rating.capRule", { rule, ...sourceOf(lang, cap) }),
      ...(baseStated ? [say(lang, "rating.capBase", sourceOf(lang, baseStated))] : []),
      ...(roundingStated ? [say(lang, "rating.capRounding", sourceOf(lang, roundingStated))] : []),
    ]),
  ];
};

interface ToldCap extends Omit<JudgedCap, "cap"> {
  readonly name: string;
}

interface JudgedCap {
  readonly cap: string;
  readonly verdict: CapVerdict["verdict"];
  readonly part?: number | undefined;
  readonly base?: number | undefined;
  readonly allowed?: number | undefined;
}

const capLine = (
  { page: { lang } }: Telling,
  { name: cap, verdict, part, base, allowed }: ToldCap,
): string => {
  switch (verdict) {
    case "pass":
      return say(lang, "rating.capPass", { cap, part, base, allowed });
    case "fail":
      return say(lang, "rating.capFail", { cap, part, base, allowed });
    case "unknown":
      return say(lang, "rating.capUnknown", { cap, part });
  }
};

/** The caps as they were judged when the ratings were closed. */
export const judgedCapLines = (telling: Telling, { event }: ClosedCohort): readonly string[] => {
  const { view, lang } = telling.page;
  const { pack: id, caps } = event.data as {
    readonly pack?: string;
    readonly caps: readonly JudgedCap[];
  };
  const pack = id === undefined ? undefined : ratingPackOf(view.rulebook, id);
  if (caps.length === 0) return [];
  const nameOf = (term: string): string =>
    pack?.parameters.caps?.find((cap) => cap.term === term)?.labels[lang] ?? term;
  return [
    ...(id === undefined ? [] : [say(lang, "rating.capsOf", { pack: id })]),
    ...indented(caps.map((one) => capLine(telling, { ...one, name: nameOf(one.cap) }))),
  ];
};
