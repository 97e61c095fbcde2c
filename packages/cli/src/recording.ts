import { addressOf, type Command, type Outcome, type RecordedEvent } from "@tongket/core";
import type { Head, StoredCommit } from "@tongket/core/log";
import { type Lang, say } from "@tongket/core/messages";
import type { Call, Ending } from "./call.ts";
import type { GivenCommand } from "./command-file.ts";
import { Failure, type PlacedFault } from "./fault.ts";
import { asText } from "./lines.ts";
import { refusalFaults, refusalsTogether } from "./refused.ts";
import { faultsJson, warningLines } from "./speaking.ts";

const faultsMax = 20;

/** A line of a file with its command, sealed and named. */
export interface NamedLine {
  readonly given: GivenCommand;
  readonly command: Command;
}

type Result = {
  readonly line: number;
  /** None where the command was refused before it was sealed. */
  readonly id?: string;
  readonly outcome: "recorded" | "again" | "unchanged" | "refused";
  readonly position?: number;
};

type RecordedHead = Pick<Head, "position" | "hash">;

/** What came of the commands of a file so far. */
export class Recording {
  readonly commands: number;
  recorded = 0;
  /** Stood in the ledger already, by their ids. */
  again = 0;
  unchanged = 0;
  refused = 0;
  readonly results: Result[] = [];
  /** Positions of commits that several commands made. */
  readonly ofSeveral = new Set<number>();
  /** What spoke against recorded facts without blocking them. */
  readonly warnings: PlacedFault[] = [];
  /** Facts that nobody asked for, since they follow from what was recorded. */
  readonly followed: RecordedEvent[] = [];
  readonly #faults: PlacedFault[] = [];
  #stopped: Failure | undefined;
  #last: StoredCommit | undefined;

  constructor(commands: number) {
    this.commands = commands;
  }

  /** Takes the outcome of a command, with the id it was tried under. */
  take({ place }: GivenCommand, outcome: Outcome, id?: string): void {
    const result = { line: place.line, ...(id === undefined ? {} : { id }) };
    switch (outcome.outcome) {
      case "Recorded": {
        const { position, furtherIds } = outcome.stored.commit;
        if (position > (this.#last?.commit.position ?? 0)) this.#last = outcome.stored;
        if (furtherIds !== undefined) this.ofSeveral.add(position);
        this.warnings.push(...refusalFaults(outcome.warnings, place));
        this.followed.push(...(outcome.followed ?? []));
        if (outcome.again) this.again += 1;
        else this.recorded += 1;
        const word = outcome.again ? "again" : "recorded";
        this.results.push({ ...result, outcome: word, position });
        return;
      }
      case "Unchanged":
        this.unchanged += 1;
        this.results.push({ ...result, outcome: "unchanged" });
        return;
      case "Refused":
        this.results.push({ ...result, outcome: "refused" });
        this.#refuse(refusalFaults(outcome.refusals, place));
    }
  }

  /** Takes the outcome of all in one commit. */
  takeTogether(lines: readonly NamedLine[], outcome: Outcome): void {
    const places = lines.map(({ given }) => given.place);
    if (outcome.outcome === "Refused") {
      return this.#refuse(refusalsTogether(outcome.refusals, places));
    }
    if (outcome.outcome === "Recorded") {
      this.warnings.push(...refusalsTogether(outcome.warnings, places));
      this.followed.push(...(outcome.followed ?? []));
    }
    const told =
      outcome.outcome === "Recorded" ? { ...outcome, warnings: [], followed: [] } : outcome;
    for (const { given, command } of lines) this.take(given, told, command.id);
  }

  /** Something other than a refusal ended the work. */
  stop(failure: Failure): void {
    this.#stopped = failure;
  }

  get isStopped(): boolean {
    return this.#stopped !== undefined;
  }

  /** Where the ledger ends for all that was acknowledged, if it ended there before. */
  headSince(before: RecordedHead): RecordedHead {
    const { position = 0 } = this.#last?.commit ?? {};
    return this.#last !== undefined && position > before.position
      ? { position, hash: this.#last.hash }
      : before;
  }

  get failure(): Failure | undefined {
    if (this.#stopped !== undefined) return this.#stopped;
    return this.refused > 0 ? new Failure("refused", this.#faults, { faultsMax }) : undefined;
  }

  #refuse(faults: readonly PlacedFault[]): void {
    this.refused += 1;
    this.#faults.push(...faults);
  }
}

/** Facts that followed by themselves, on one line; none where none did. */
export const followedLines = (lang: Lang, followed: readonly RecordedEvent[]): readonly string[] =>
  followed.length === 0
    ? []
    : [say(lang, "followed", { events: followed.map((one) => `${addressOf(one)} ${one.type}`) })];

export const followedJson = (followed: readonly RecordedEvent[]): readonly object[] =>
  followed.map((one) => ({ address: addressOf(one), type: one.type }));

/** How `record` ends: what stands, what was refused, where the ledger now ends. */
export const endingOf = ({ lang }: Call, recording: Recording, head: RecordedHead): Ending => {
  const { commands, recorded, again, unchanged, refused, results, failure, warnings } = recording;
  const { followed } = recording;
  const standing = recorded + again + unchanged;
  const counts = { commands, recorded, again, unchanged, refused };
  const untried = commands - results.length;
  const words = say(lang, "record.done", { ...counts, standing, position: head.position });
  return {
    result: {
      ...counts,
      untried,
      head: { position: head.position, hash: head.hash },
      results,
      warnings: faultsJson(lang, warnings),
      followed: followedJson(followed),
    },
    notes: warningLines(lang, warnings),
    words: asText([
      untried > 0 ? `${words} ${say(lang, "record.untried", { untried })}` : words,
      ...followedLines(lang, followed),
    ]),
    failure,
  };
};
