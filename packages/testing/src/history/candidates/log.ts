import { addressOf, type RecordedEvent } from "@tongket/core";
import type { Choices } from "../choices.ts";
import { aPerson, type Body, type Candidate, type Candidates, type Drawing } from "../drawing.ts";
import type { Model } from "../model.ts";

const profile: Candidate = (drawing) => {
  const person = aPerson(drawing)?.person ?? drawing.fresh("p");
  return [["ProfilePerson", { person, sealed: `sealed-${drawing.choose.below(3)}` }]];
};

const erase: Candidate = (drawing) => {
  const profiled = drawing.model.facts("PersonProfiled");
  const person = drawing.choose.of(profiled)?.["person"] ?? drawing.fresh("p");
  return [["ErasePerson", { person }]];
};

export const personCandidates: Candidates = [
  [3, profile],
  [1, erase],
];

/** The address of something to take back: mostly of what stands, at times of anything. */
export const anAddress = ({ choose, model }: Drawing, addresses: readonly string[]): string => {
  const any = choose.onceIn(6) ? choose.of(addresses) : undefined;
  const fact = aStandingFact(choose, model);
  return any ?? (fact === undefined || choose.onceIn(20) ? "9999.0" : addressOf(fact));
};

/** One of the facts that stand, of a rare type as often as of a common one. */
export const aStandingFact = (choose: Choices, model: Model): RecordedEvent | undefined =>
  choose.of(choose.ofOr(model.standingByType, []));

/** A reversing entry. */
export const reversalOf = (target: string): Body => [
  "ReverseEvent",
  { target, reason: "Ghi nhầm" },
];
