import type * as Schema from "effect/Schema";
import { commandType, states } from "../kernel/command.ts";
import { accepted } from "../kernel/refusal.ts";
import { Text } from "../kernel/text.ts";
import { Address, PersonErased, PersonProfiled } from "./events.ts";

/**
 * Asks for a reversing entry. `deciding.ts` carries it out, since that takes the recorded event
 * itself, out of the histories before anything else of the commit is judged; its `decide` is
 * never asked.
 */
export const ReverseEvent = commandType("ReverseEvent", {
  fields: { target: Address, reason: Text },
  reads: () => [],
  decide: () => accepted(),
});
export type ReverseEvent = Schema.Schema.Type<typeof ReverseEvent.schema>;

export const logCommands = [
  ReverseEvent,
  states("ProfilePerson", PersonProfiled),
  states("ErasePerson", PersonErased),
] as const;
