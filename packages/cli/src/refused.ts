import type { Refusal } from "@tongket/core";
import { sayRefusal } from "@tongket/core/messages";
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
      say: (lang) => sayRefusal(lang, refusal),
    };
  });
