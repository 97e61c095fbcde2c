import { canonicalJson } from "../kernel/canonical-json.ts";
import type { DomainEvent } from "../kernel/event.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { isText } from "../kernel/text.ts";
import { utf8Length } from "../kernel/utf8.ts";
import type { Command } from "./command.ts";
import { commitBytesMax, eventBytesMax } from "./commit.ts";
import { isReversal } from "./reversal.ts";
import { refuse } from "./rules.ts";

/** Where a command brings an id that one before it brings; undefined where none does. */
export const repeatedAt = (commands: readonly Command[]): number | undefined => {
  const seen = new Set<string>();
  const at = commands.findIndex(({ id }) => seen.size === seen.add(id).size);
  return at < 0 ? undefined : at;
};

/** Throws where commands cannot be one commit: a programmer's error. */
export const checkCommit = (commands: readonly Command[], note: string | undefined): void => {
  const [actor, other] = new Set(commands.map((command) => command.actor));
  if (other !== undefined) {
    throw new TypeError(`One commit has one actor, not ${actor} and ${other}: hand them in apart`);
  }
  if (note !== undefined && !isText(note)) {
    throw new TypeError("A note is a text of 1 to 20,000 characters in Unicode NFC: decode it");
  }
};

/** What speaks against the size of a commit, or of one of its facts. */
export const objectionToSize = (
  events: readonly DomainEvent[],
  text: string,
): Refusal | undefined => {
  const bytes = utf8Length(text);
  if (bytes <= eventBytesMax) return undefined;
  const large = events.find(
    (event) => !isReversal(event) && utf8Length(canonicalJson(event)) > eventBytesMax,
  );
  if (large !== undefined) {
    return refuse("EventTooLarge", { type: large.type, bytesMax: eventBytesMax });
  }
  return bytes <= commitBytesMax
    ? undefined
    : refuse("CommitTooLarge", { bytes, bytesMax: commitBytesMax });
};
