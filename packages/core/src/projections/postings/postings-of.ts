import type { DomainEvent } from "../../kernel/event.ts";
import type { Post } from "../../kernel/tally.ts";

/** How each type of event of a slice posts. A type that is left out posts nothing. */
export type PostingsOf<E extends DomainEvent> = {
  readonly [Type in E["type"]]?: (event: Extract<E, { type: Type }>, post: Post) => void;
};
