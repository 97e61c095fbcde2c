import type * as Schema from "effect/Schema";
import { commandType, states } from "../kernel/command.ts";
import { accepted } from "../kernel/refusal.ts";
import { Text } from "../kernel/text.ts";
import { Address, PersonErased, PersonProfiled } from "./events.ts";

/**
 * Asks for a reversing entry. Its decider stands in `deciding.ts`, since it needs the recorded
 * event itself and takes it out of the histories before anything else of the commit is judged.
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
