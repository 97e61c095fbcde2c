import { type Command, type Handler, type Outcome, openLedger } from "@tongket/core";
import { type EventStore, GatheringStore } from "@tongket/core/log";
import type { Clock } from "./clock.ts";
import type { GivenCommand } from "./command-file.ts";
import { isLedgerFault } from "./ledger-failure.ts";
import type { Recording } from "./recording.ts";

/** Of so many characters commits are written together, some 150 of usual ones. */
const groupLengthMax = 64 * 1024;

interface Tried {
  readonly given: GivenCommand;
  /** None where the command was refused before it was sealed. */
  readonly command: Command | undefined;
  readonly outcome: Outcome;
}

interface Asked {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly recording: Recording;
  /** Whether the commands behind a refused one are not tried. */
  readonly endsAtRefusal: boolean;
}

/**
 * Records commands one by one, each decided on all before it, and writes their commits in groups,
 * so that one wait for the disk serves many. What came of a command is told to the recording once
 * its group is durable.
 */
export class RecordingInGroups {
  readonly #asked: Asked;
  #handler: Handler;
  /** None where another writes as well: then each command is recorded by itself. */
  #gathering: GatheringStore | undefined;
  #tried: Tried[] = [];

  private constructor(asked: Asked, gathering: GatheringStore, handler: Handler) {
    this.#asked = asked;
    this.#gathering = gathering;
    this.#handler = handler;
  }

  static async open(asked: Asked): Promise<RecordingInGroups> {
    const gathering = new GatheringStore(asked.store);
    return new RecordingInGroups(asked, gathering, await openLedger(gathering, asked.clock));
  }

  async refuse(given: GivenCommand, outcome: Outcome): Promise<void> {
    await this.#take({ given, command: undefined, outcome });
  }

  async record(given: GivenCommand, command: Command): Promise<void> {
    await this.#take({ given, command, outcome: await this.#outcomeOf(given, command) });
  }

  /** Writes what is left of the last group. */
  async end(): Promise<void> {
    const tried = this.#tried;
    this.#tried = [];
    try {
      await this.#gathering?.write();
    } catch (error) {
      if (!isLedgerFault(error) || error.fault !== "UnequalPrefix") throw error;
      return this.#recordAlone(tried);
    }
    for (const one of tried) this.#tell(one);
  }

  async #take(tried: Tried): Promise<void> {
    this.#tried.push(tried);
    const isLast = this.#asked.endsAtRefusal && tried.outcome.outcome === "Refused";
    if (isLast || (this.#gathering?.length ?? groupLengthMax) >= groupLengthMax) await this.end();
  }

  #tell({ given, command, outcome }: Tried): void {
    this.#asked.recording.take(given, outcome, command?.id);
  }

  /** Another wrote since the group was begun: it is decided anew, on what stands now. */
  async #recordAlone(tried: readonly Tried[]): Promise<void> {
    const { store, clock, recording, endsAtRefusal } = this.#asked;
    this.#gathering = undefined;
    this.#handler = await openLedger(store, clock);
    for (const one of tried) {
      const { given, command } = one;
      if (given.recordedAt !== undefined) clock.tell(given.recordedAt);
      if (command === undefined) this.#tell(one);
      else this.#tell({ ...one, outcome: await this.#outcomeOf(given, command) });
      if (recording.refused > 0 && endsAtRefusal) return;
    }
  }

  async #outcomeOf(given: GivenCommand, command: Command): Promise<Outcome> {
    const store = this.#gathering ?? this.#asked.store;
    return (await recordedBefore(store, given, command)) ?? this.#handler.handle(command);
  }
}

/**
 * What a line without an id recorded before, alone or with others: its id follows from what it
 * asks for, so it asks for the same. A line with an id of its own is the handler's to compare.
 */
export const recordedBefore = async (
  store: EventStore,
  given: GivenCommand,
  { id }: Command,
): Promise<Outcome | undefined> => {
  const stored = given.command.id === undefined ? await store.find(id) : undefined;
  return stored && { outcome: "Recorded", stored, again: true, warnings: [] };
};
