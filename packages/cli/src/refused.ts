import type { Refusal } from "@tongket/core";
import { type Lang, type Said, say, sayRefusal } from "@tongket/core/messages";
import type { Place, PlacedFault } from "./fault.ts";

/** The reasons of a refusal as faults in the place of the command that was refused. */
export const refusalFaults = (refusals: readonly Refusal[], place: Place): readonly PlacedFault[] =>
  refusals.map((refusal) => {
    const { at, parameter, facts } = refusal;
    return {
      rule: refusal.refusal,
      place,
      facts: {
        ...facts,
        ...(at === undefined ? {} : { at }),
        ...(parameter === undefined ? {} : { parameter }),
      },
      say: (lang) => withRule(lang, refusal),
    };
  });

/** The same of commands that stood or fell together: in the place of one, or of all of them. */
export const refusalsTogether = (
  refusals: readonly Refusal[],
  places: readonly Place[],
  all = from(places),
): readonly PlacedFault[] =>
  refusals.flatMap((one) => refusalFaults([one], places[one.command ?? -1] ?? all));

/** The lines from the first place to the last. */
const from = (places: readonly Place[]): Place => {
  const [first, last] = [places[0] ?? {}, places.at(-1)?.line];
  return last === undefined || last === first.line ? first : { ...first, lastLine: last };
};

/** What a refusal says, with the rule it rests on and how far that was verified. */
const withRule = (lang: Lang, refusal: Refusal): Said => {
  const { says, remedy } = sayRefusal(lang, refusal);
  const { parameter } = refusal;
  if (parameter === undefined) return { says, remedy };
  const { source, verification: grade } = parameter;
  return { says: say(lang, "refused.by", { says, source, grade }), remedy };
};
