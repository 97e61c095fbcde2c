import {
  type DomainEvent,
  decodeCommand,
  type Handler,
  Instant,
  type Outcome,
  openLedger,
  type Refusal,
} from "@tongket/core";
import { type EventStore, inMemoryStore } from "@tongket/core/log";
import { type RulePack, shippedPacks } from "@tongket/core/rulebook";

/** A command as a test writes it: name, the day it takes effect, data. */
export type Line = readonly [command: string, effectiveOn: string, data: object];

/** A ledger in memory with its handler, its clock standing at `now`. */
export interface Desk {
  readonly store: EventStore;
  readonly handler: Handler;
}

export const openDesk = async (
  options: {
    readonly now?: string;
    readonly packs?: readonly RulePack[];
    readonly regime?: string;
  } = {},
): Promise<Desk> => {
  const now = Instant.make(options.now ?? "2030-01-01T00:00:00.000Z");
  const store = inMemoryStore({
    createdAt: Instant.make("1990-01-01T00:00:00.000Z"),
    ledger: "test",
    regime: options.regime ?? "vn-party",
    tongket: 1,
  });
  const handler = await openLedger(store, {
    packs: options.packs ?? shippedPacks,
    now: () => now,
  });
  return { store, handler };
};

/** Decodes a test's command; throws with its faults, since a test's own must be well-formed. */
export const commandOf = ([command, effectiveOn, data]: Line, id: string) => {
  const decoded = decodeCommand({ actor: "clerk", command, effectiveOn, data }, id);
  if (decoded.decoded === "Faulty") {
    throw new Error(`${command} is ill-typed: ${JSON.stringify(decoded.faults)}`);
  }
  return decoded.command;
};

/**
 * Examples of a decider: `await given(...lines).when(line)` gives the outcome of the last command
 * after the others were recorded. A given line that is refused fails the test.
 */
export const given = (...lines: readonly Line[]) => ({
  when: async (...last: readonly Line[]): Promise<Told> => {
    const { handler } = await openDesk();
    for (const [index, line] of lines.entries()) {
      const outcome = await handler.handle(commandOf(line, `given-${index}`));
      if (outcome.outcome === "Refused") {
        throw new Error(`given ${JSON.stringify(line)}: ${JSON.stringify(outcome.refusals)}`);
      }
    }
    const commands = last.map((line, index) => commandOf(line, `when-${index}`));
    return told(await handler.handleTogether(commands));
  },
});

/** An outcome in the short form that tests compare. */
export type Told =
  | {
      readonly recorded: readonly Pick<DomainEvent, "type" | "effectiveOn" | "data">[];
      /** What warned of it; absent where nothing did. */
      readonly warned?: readonly ToldRefusal[];
    }
  | { readonly refused: readonly ToldRefusal[] }
  | "unchanged";

type ToldRefusal = { readonly [name: string]: unknown };

const told = (outcome: Outcome): Told => {
  switch (outcome.outcome) {
    case "Recorded":
      return {
        recorded: outcome.stored.commit.events.map(({ type, effectiveOn, data }) => ({
          type,
          effectiveOn,
          data,
        })),
        ...(outcome.warnings.length === 0 ? {} : { warned: outcome.warnings.map(toldRefusal) }),
      };
    case "Refused":
      return { refused: outcome.refusals.map(toldRefusal) };
    case "Unchanged":
      return "unchanged";
  }
};

const toldRefusal = ({ refusal, facts }: Refusal): ToldRefusal => ({ refusal, ...facts });
