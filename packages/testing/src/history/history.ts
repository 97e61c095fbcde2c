import {
  addressOf,
  allLaws,
  type Command,
  type Handler,
  Instant,
  type Outcome,
  openHandler,
  type RecordedEvent,
  standingsOf,
} from "@tongket/core";
import { type EventStore, eventsOf, inMemoryStore, type StoredCommit } from "@tongket/core/log";
import { type Rulebook, type RulePack, rulebookOf, shippedPacks } from "@tongket/core/rulebook";
import { standingAmong } from "../laws/standing-events.ts";
import { regime } from "../vocabulary.ts";

/** Commands given together at one time, and what came of them. */
export interface Attempt {
  readonly commands: readonly Command[];
  readonly now: string;
  readonly outcome: Outcome;
}

/** A ledger in memory with all that was tried on it. */
export interface History {
  readonly store: EventStore;
  readonly attempts: readonly Attempt[];
  readonly commits: readonly StoredCommit[];
  readonly events: readonly RecordedEvent[];
  /** The shipped packs and those the history registered. */
  readonly rulebook: Rulebook;
}

/** A store in memory and handlers on it under all laws, with a clock that is told. */
export class Workbench {
  readonly store: EventStore;
  /** The time that handlers see. */
  now = "2012-01-05T00:00:00.000Z";

  constructor(store: EventStore = emptyStore()) {
    this.store = store;
  }

  async opened(): Promise<{ readonly bench: Workbench; readonly handler: Handler }> {
    return { bench: this, handler: await this.open() };
  }

  /** A handler that has read nothing yet, as after a restart; it keeps so many subjects in mind. */
  open(subjectsMax = 20_000): Promise<Handler> {
    return openHandler(this.store, {
      laws: allLaws,
      standingsOf,
      packs: shippedPacks,
      now: () => Instant.make(this.now),
      subjectsMax,
    });
  }
}

export const emptyStore = (): EventStore =>
  inMemoryStore({
    createdAt: Instant.make("1990-01-01T00:00:00.000Z"),
    ledger: "history",
    regime,
    tongket: 1,
  });

/** Every record of a store, in order. */
export const commitsIn = async (store: EventStore): Promise<readonly StoredCommit[]> => {
  const commits: StoredCommit[] = [];
  for await (const batch of store.read()) commits.push(...batch);
  return commits;
};

export const eventsIn = (commits: readonly StoredCommit[]): readonly RecordedEvent[] =>
  commits.flatMap(({ commit }) => eventsOf(commit));

/** The packs shipped and those that stand registered among the events. */
export const rulebookWith = (events: readonly RecordedEvent[]): Rulebook => {
  const registered = standingAmong(events).flatMap(({ type, data }) =>
    type === "RulePackRegistered" ? [(data as { content: unknown }).content as RulePack] : [],
  );
  return rulebookOf(regime, shippedPacks, registered);
};

/** The events as a reader would list them, for counterexamples. */
export const told = (events: readonly RecordedEvent[]): string =>
  events
    .map((event) => {
      const { type, effectiveOn, data } = event;
      return `${addressOf(event)} ${effectiveOn} ${type} ${JSON.stringify(data)}`;
    })
    .join("\n");

/** Commands as a clerk would write them, for counterexamples. */
export const toldCommands = (commands: readonly Command[]): string =>
  commands
    .map(({ id, type, effectiveOn, data }) =>
      [id, effectiveOn, type.command, JSON.stringify(data)].join(" "),
    )
    .join("\n");
