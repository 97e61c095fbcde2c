import { bytesOf, step, stepText } from "./bytes.ts";
import type { RecordLine } from "./replaying.ts";
import { Words } from "./words.ts";

const beforeActor = bytesOf('{"actor":"');
const beforeCommandHash = bytesOf(',"commandHash":"');
const beforeCommandId = bytesOf(',"commandId":"');
const beforeEvents = bytesOf(',"events":');

/** The members of a record before its events, in the one layout in which they are written. */
export class RecordHead {
  readonly #words = new Words();
  #actor = "";

  /** Who recorded the record that was read last. */
  get actor(): string {
    return this.#actor;
  }

  /** Where the events begin; -1 where that is not known. */
  read({ bytes, start }: RecordLine): number {
    const actor = step(bytes, start, beforeActor);
    const behind = stepText(bytes, actor);
    if (behind < 0) return -1;
    this.#actor = this.#words.textOf(bytes, actor, behind - 1);
    const hash = stepText(bytes, step(bytes, behind, beforeCommandHash));
    return step(bytes, stepText(bytes, step(bytes, hash, beforeCommandId)), beforeEvents);
  }
}
