import type { DomainEvent } from "../../kernel/event.ts";
import type { Post } from "../../kernel/tally.ts";

/** How one type of event posts, all that it reads of the event's data, and what it may post. */
export interface Posting<E extends DomainEvent> {
  readonly reads: readonly (keyof E["data"] & string)[];
  /** The first words of the measures that it posts; there are no others. */
  readonly words: readonly string[];
  readonly post: (event: Pick<E, "data" | "effectiveOn">, post: Post) => void;
}

/** How each type of event of a slice posts. A type that is left out posts nothing. */
export type PostingsOf<E extends DomainEvent> = {
  readonly [Type in E["type"]]?: Posting<Extract<E, { type: Type }>>;
};

/** A posting that cannot read anything of the data but what it names. */
export const reading = <E extends DomainEvent, const Member extends keyof E["data"] & string>(
  reads: readonly Member[],
  words: readonly string[],
  post: (
    event: Pick<E, "effectiveOn"> & { readonly data: Pick<E["data"], Member> },
    post: Post,
  ) => void,
): Posting<E> => ({ reads, words, post });
