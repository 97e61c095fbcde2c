import type { RecordedEvent } from "../kernel/event.ts";
import { answerOf, fold, type Projection, steps } from "../kernel/projection.ts";
import { inMemoryShelf, type Shelf, ShelfUnreadable } from "../log/shelf.ts";
import {
  type Checkpoint,
  type NewView,
  type Step,
  standsAt,
  type Taking,
  type View,
} from "./view.ts";

/** What a view answers, and for which state of the ledger. */
export interface Answered<A> {
  readonly at: Checkpoint;
  readonly answer: A;
}

interface Kept<S> {
  readonly version: number;
  readonly at: Checkpoint;
  readonly state: S;
}

/**
 * A projection as a view: its state in memory, and on a shelf from time to time. Programs that
 * share a shelf have a state each; on the shelf stands the one saved last, whole. Calls reject with
 * what the shelf or the projection throws; a state that is unreadable there is as good as none.
 */
export class ProjectionView<S, A> implements View {
  readonly name: string;
  readonly reads: readonly string[] | "all";
  readonly #projection: Projection<S, A>;
  readonly #shelf: Shelf;
  readonly #saveEvery: number;
  #kept: Kept<S> | undefined;
  #saved = 0;

  /** `saveEvery`: how many commits may be taken in anew after a crash. */
  constructor(
    projection: Projection<S, A>,
    { shelf = inMemoryShelf(), saveEvery = 1000 }: { shelf?: Shelf; saveEvery?: number } = {},
  ) {
    this.name = projection.name;
    this.reads = projection.reads;
    this.#projection = projection;
    this.#shelf = shelf;
    this.#saveEvery = saveEvery;
  }

  /** Undefined until the view was made or loaded. A state once answered never changes. */
  answered(): Answered<A> | undefined {
    if (this.#kept === undefined) return undefined;
    const { at, state } = this.#kept;
    return { at, answer: answerOf(this.#projection, state) };
  }

  async checkpoint(): Promise<Checkpoint | undefined> {
    if (this.#kept === undefined) {
      const found = (await loaded(this.#shelf, this.name)) as Kept<S> | undefined;
      if (found?.version === this.#projection.version) this.#kept = found;
      this.#saved = this.#kept?.at.position ?? 0;
    }
    return this.#kept?.at;
  }

  async take(events: readonly RecordedEvent[], { from, to }: Step): Promise<Taking> {
    const kept = this.#kept;
    if (kept === undefined || !standsAt(kept.at, from)) return "MovedOn";
    this.#kept = { ...kept, at: to, state: steps(this.#projection, kept.state, events) };
    if (to.position - this.#saved >= this.#saveEvery) await this.#save();
    return "Taken";
  }

  async anew(): Promise<NewView> {
    const projection = this.#projection;
    const state = projection.initial();
    let at: Checkpoint | undefined;
    return {
      take: async (events, to) => {
        fold(projection, state, events);
        at = to;
      },
      publish: async (over) => {
        if (at === undefined) throw new Error(`${this.name} was not filled`);
        if (!standsAt(this.#kept?.at, over)) return "MovedOn";
        this.#kept = { version: projection.version, at, state };
        await this.#save();
        return "Published";
      },
      discard: async () => {},
    };
  }

  close(): Promise<void> {
    return this.#save();
  }

  async #save(): Promise<void> {
    if (this.#kept === undefined) return;
    await this.#shelf.save(this.name, this.#kept);
    this.#saved = this.#kept.at.position;
  }
}

/** A state that cannot be read is as good as none: the view is made anew. */
const loaded = async (shelf: Shelf, name: string): Promise<unknown> => {
  try {
    return await shelf.load(name);
  } catch (error) {
    if (error instanceof ShelfUnreadable) return undefined;
    throw error;
  }
};
