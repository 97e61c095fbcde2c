import type { CalendarDate } from "../../kernel/date.ts";
import type { DomainEvent } from "../../kernel/event.ts";
import type { Post } from "../../kernel/tally.ts";

type MemberOf<E extends DomainEvent> = keyof E["data"] & string;

/** The values of some members, in their order. */
type ValuesOf<E extends DomainEvent, Members extends readonly MemberOf<E>[]> = {
  readonly [At in keyof Members]: E["data"][Members[At]];
};

/** How one type of event posts, all that it reads of the event's data, and what it may post. */
export interface Posting<E extends DomainEvent> {
  readonly reads: readonly MemberOf<E>[];
  /** The first words of the measures that it posts; there are no others. */
  readonly words: readonly string[];
  /** Takes the values of what it reads, in that order. */
  readonly post: (values: readonly unknown[], effectiveOn: CalendarDate, post: Post) => void;
}

/** How each type of event of a slice posts. A type that is left out posts nothing. */
export type PostingsOf<E extends DomainEvent> = {
  readonly [Type in E["type"]]?: Posting<Extract<E, { type: Type }>>;
};

/** A posting that cannot read anything of the data but what it names. */
export const reading = <E extends DomainEvent, const Members extends readonly MemberOf<E>[]>(
  reads: Members,
  words: readonly string[],
  post: (values: ValuesOf<E, Members>, effectiveOn: CalendarDate, post: Post) => void,
): Posting<E> => ({ reads, words, post: post as unknown as Posting<E>["post"] });
