import { addressOf, type RecordedEvent } from "../kernel/event.ts";
import type { Tag } from "../kernel/ids.ts";
import { type Commit, eventsOf, type Head } from "./commit.ts";
import { aboutAny } from "./condition.ts";
import type { EventStore, ReadOptions } from "./event-store.ts";
import { isReversal } from "./reversal.ts";
import type { ReversalRequest } from "./reversing.ts";
import { emptyTimeline, extend, type Timeline } from "./timeline.ts";

/**
 * The histories of the subjects that commands were about, kept between commands and brought up
 * to the head before each. All that is kept has been read up to the same position.
 */
export class SubjectHistories {
  readonly #store: EventStore;
  readonly #subjectsMax: number;
  readonly #kept = new Map<Tag, Timeline>();
  #seen: Head;

  /** `seen` is the head from which on news are to be noticed. */
  constructor(store: EventStore, subjectsMax: number, seen: Head) {
    this.#store = store;
    this.#subjectsMax = subjectsMax;
    this.#seen = seen;
  }

  /** Takes in what was recorded since the last call; says which types of event came or went. */
  async catchUp(): Promise<{ readonly head: Head; readonly types: ReadonlySet<string> }> {
    const head = await this.#store.head();
    const seen = this.#seen.position;
    const types = new Set<string>();
    if (this.#kept.size > this.#subjectsMax) this.#kept.clear();
    if (seen < head.position) {
      await this.#reading({ after: seen }, (commit) => {
        if (commit.position > head.position) return;
        this.#take(commit);
        for (const event of commit.events) {
          types.add(isReversal(event) ? event.data.original.type : event.type);
        }
      });
    }
    this.#seen = head;
    return { head, types };
  }

  /** The timelines of the subjects as of the position last caught up to. */
  async of(subjects: ReadonlySet<Tag>): Promise<ReadonlyMap<Tag, Timeline>> {
    const missing = [...subjects].filter((subject) => !this.#kept.has(subject));
    if (missing.length > 0) await this.#load(missing);
    return new Map([...subjects].map((one) => [one, this.#kept.get(one) as Timeline]));
  }

  /** Finds the event that a reversal names, and whether it still stands. */
  async reversal(asked: {
    readonly target: string;
    readonly reason: string;
  }): Promise<ReversalRequest> {
    const [position = 0, index = 0] = asked.target.split(".").map(Number);
    let original: RecordedEvent | undefined;
    for await (const batch of this.#store.read({ after: position - 1, limit: 1 })) {
      for (const { commit } of batch) {
        if (commit.position === position) original = eventsOf(commit)[index];
      }
    }
    const subject = original?.tags[0];
    if (subject === undefined) return { ...asked, original, stands: false };
    const timeline = (await this.of(new Set([subject]))).get(subject) ?? emptyTimeline();
    const stands = timeline.events.some((event) => addressOf(event) === asked.target);
    return { ...asked, original, stands };
  }

  async #load(subjects: readonly Tag[]): Promise<void> {
    for (const subject of subjects) this.#kept.set(subject, emptyTimeline());
    const head = this.#seen.position;
    const wanted = new Set(subjects);
    await this.#reading({ query: aboutAny(subjects) }, (commit) => {
      if (commit.position <= head) this.#take(commit, wanted);
    });
  }

  /** What a failed reading left half read is dropped, and read anew when asked for again. */
  async #reading(options: ReadOptions, take: (commit: Commit) => void): Promise<void> {
    try {
      for await (const batch of this.#store.read(options)) {
        for (const { commit } of batch) take(commit);
      }
    } catch (fault) {
      this.#kept.clear();
      throw fault;
    }
  }

  #take(commit: Commit, wanted?: ReadonlySet<Tag>): void {
    for (const event of eventsOf(commit)) {
      for (const subject of event.tags) {
        if (wanted !== undefined && !wanted.has(subject)) continue;
        const timeline = this.#kept.get(subject);
        if (timeline !== undefined) extend(timeline, event);
      }
    }
  }
}
